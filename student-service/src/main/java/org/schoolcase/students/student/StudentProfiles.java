package org.schoolcase.students.student;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Tells the other services what has become of a student; the caller's transaction carries it. */
@ApplicationScoped
public class StudentProfiles {

    private final Rows rows;
    private final Outbox outbox;
    private final ObjectMapper json;

    StudentProfiles(Rows rows, Outbox outbox, ObjectMapper json) {
        this.rows = rows;
        this.outbox = outbox;
        this.json = json;
    }

    /** Counts the change in the student's version and publishes the profile as it is now; a merged record has none. */
    public void changed(UUID studentId) {
        if (rows.write("update student set version = version + 1 where id = ?", studentId) > 0) {
            publish(studentId);
        }
    }

    /** Publishes the profile as it is now. */
    public void publish(UUID studentId) {
        var query = Query.of("select profile from student_profile_json where student_id = ?", studentId);
        var profile = rows.first(query, row -> row.getString("profile")).orElseThrow();
        outbox.state(StudentProfile.TOPIC, studentId, StudentProfile.TYPE, read(profile));
    }

    private StudentProfile read(String profile) {
        try {
            return json.readValue(profile, StudentProfile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The view student_profile_json does not fit StudentProfile", e);
        }
    }
}
