package org.schoolcase.referrals.student;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;

/** Tells this service of students as student-service would. */
@ApplicationScoped
public class StudentFeed {

    public static final String TOPIC = "schoolcase.student.state";

    private final StudentStateConsumer consumer;

    StudentFeed(StudentStateConsumer consumer) {
        this.consumer = consumer;
    }

    public void tell(TestDistrict district, UUID student, Map<String, Object> profile) {
        consumer.on(Records.batch(TOPIC, district.id(), StudentProfile.TYPE, student, profile));
    }

    public void destroy(TestDistrict district, UUID student) {
        consumer.on(Records.batch(TOPIC, district.id(), StudentProfile.TYPE, student, null));
    }

    /** A pupil of one school with a guardian who decides and one who does not. */
    public static Map<String, Object> profile(UUID student, UUID school, UUID deciding, UUID other) {
        return Map.of(
                "studentId",
                student,
                "version",
                1,
                "givenName",
                "Wren",
                "familyName",
                "Quillfeather",
                "birthDate",
                "2014-04-02",
                "grade",
                "06",
                "schoolIds",
                List.of(school),
                "language",
                "es",
                "active",
                true,
                "guardians",
                List.of(guardian(deciding, "Ramona", true), guardian(other, "Ulrich", false)));
    }

    private static Map<String, Object> guardian(UUID id, String name, boolean decides) {
        return Map.of(
                "guardianId",
                id,
                "relation",
                "parent",
                "givenName",
                name,
                "familyName",
                "Quillfeather",
                "language",
                "es",
                "email",
                name.toLowerCase(java.util.Locale.ROOT) + "@quillfeather.example",
                "educationalRights",
                decides,
                "mayContact",
                decides);
    }
}
