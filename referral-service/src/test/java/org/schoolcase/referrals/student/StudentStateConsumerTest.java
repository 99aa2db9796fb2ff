package org.schoolcase.referrals.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.schoolcase.kit.testing.Records.one;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;

@QuarkusTest
class StudentStateConsumerTest {

    private static final String TOPIC = StudentFeed.TOPIC;

    @Inject
    StudentStateConsumer consumer;

    @Inject
    StudentRepository students;

    @Inject
    Tenants tenants;

    private final TestDistrict district = TestDistrict.create();
    private final UUID student = UUID.randomUUID();
    private final UUID guardian = UUID.randomUUID();

    @Test
    void learnsAStudentWithTheGuardiansRights() {
        tell(profile(1, "06"));

        assertThat(read(Student::grade)).contains("06");
        assertThat(read(s -> s.guardian(guardian).orElseThrow().educationalRights()))
                .contains(true);
        assertThat(read(s -> s.guardians().size())).contains(2);
    }

    @Test
    void takesAnEventOnce() {
        var event = UUID.randomUUID();
        var message = one(TOPIC, event, district.id(), StudentProfile.TYPE, student, profile(1, "06"));
        var sameIdOtherGrade = one(TOPIC, event, district.id(), StudentProfile.TYPE, student, profile(2, "07"));

        consumer.on(Records.of(message, message));
        consumer.on(Records.of(sameIdOtherGrade));

        assertThat(read(Student::grade)).contains("06");
    }

    @Test
    void ignoresAnOlderProfile() {
        tell(profile(5, "07"));
        tell(profile(4, "06"));

        assertThat(read(Student::grade)).contains("07");
        assertThat(read(Student::version)).contains(5L);
    }

    @Test
    void replacesTheGuardians() {
        tell(profile(1, "06"));
        var without = new HashMap<>(profile(2, "06"));
        without.put("guardians", List.of());
        tell(without);

        assertThat(read(s -> s.guardians().size())).contains(0);
    }

    @Test
    void forgetsADestroyedStudent() {
        tell(profile(1, "06"));
        tell(null);
        tell(null);

        assertThat(read(Student::id)).isEmpty();
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        consumer.on(Records.of(
                one(TOPIC, UUID.randomUUID(), district.id(), "org.schoolcase.student.other.v9", student, Map.of()),
                one(TOPIC, UUID.randomUUID(), district.id(), StudentProfile.TYPE, student, profile(1, "06"))));

        assertThat(read(Student::grade)).contains("06");
    }

    /** No broker runs in component tests: the dead letter cannot be put aside, so the batch is not acknowledged. */
    @Test
    void losesNothingThatItCannotRead() {
        for (var json : List.of("{\"studentId\": 5", "{\"studentId\": null, \"version\": 1}")) {
            assertThatThrownBy(() -> consumer.on(Records.of(unreadable(json)))).isInstanceOf(KafkaException.class);
        }
        assertThat(read(Student::id)).isEmpty();
    }

    @Test
    void keepsDistrictsApart() {
        tell(profile(1, "06"));

        assertThat(tenants.<Optional<Student>>inDistrict(
                        TestDistrict.create().id(), () -> students.findByIdOptional(student)))
                .isEmpty();
    }

    private ConsumerRecord<String, byte[]> unreadable(String json) {
        return Records.raw(
                TOPIC,
                UUID.randomUUID().toString(),
                district.id().toString(),
                StudentProfile.TYPE,
                student.toString(),
                json.getBytes(StandardCharsets.UTF_8));
    }

    private void tell(@Nullable Map<String, Object> profile) {
        consumer.on(Records.batch(TOPIC, district.id(), StudentProfile.TYPE, student, profile));
    }

    private Map<String, Object> profile(int version, String grade) {
        var profile = new HashMap<>(StudentFeed.profile(student, UUID.randomUUID(), guardian, UUID.randomUUID()));
        profile.put("version", version);
        profile.put("grade", grade);
        profile.put("somethingNew", "ignored");
        return profile;
    }

    private <T> Optional<T> read(Function<Student, T> what) {
        return tenants.inDistrict(
                district.id(), () -> students.findByIdOptional(student).map(what));
    }
}
