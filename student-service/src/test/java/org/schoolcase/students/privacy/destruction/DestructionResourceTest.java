package org.schoolcase.students.privacy.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.students.privacy.PrivacyConsumer;
import org.schoolcase.students.privacy.PrivacyWorld;

@QuarkusTest
@NullMarked
class DestructionResourceTest extends DestructionFixture {

    @Inject
    PrivacyConsumer consumer;

    @BeforeEach
    void aStudentWhoLeft() {
        leaves();
    }

    @Test
    void destroysNothingWithoutAPeriodOfTheDistrict() {
        announce("SUPPORT_RECORD", "2010-06-01")
                .statusCode(422)
                .body("code", equalTo("destruction.no-period"))
                .body("kinds", hasItem("SPECIAL_EDUCATION"))
                .body("citation", equalTo("34 CFR 300.624"));
        rules(7);
        announce("SUPPORT_RECORD", world.today.minusYears(6).toString())
                .statusCode(422)
                .body("code", equalTo("destruction.period-runs"))
                .body("until", equalTo(world.today.minusYears(6).plusYears(7).toString()));
    }

    @Test
    void waitsForTheNotice() {
        rules(7);
        String id = announce(
                        "SUPPORT_RECORD",
                        "2010-06-01",
                        world.today.minusDays(59).toString())
                .statusCode(201)
                .body("earliestOn", equalTo(world.today.plusDays(1).toString()))
                .extract()
                .path("id");

        step(id, "execution").statusCode(409).body("code", equalTo("destruction.notice-runs"));
        announce("SUPPORT_RECORD", "2010-06-01").statusCode(409).body("code", equalTo("destruction.announced-before"));
        step(id, "cancellation").statusCode(200).body("state", equalTo("CANCELLED"));
        step(id, "execution").statusCode(409).body("code", equalTo("destruction.state"));
        assertThat(OutboxProbe.of(world.district)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("org.schoolcase.student.destruction-announced.v1");
            assertThat(event.key()).isEqualTo(world.student.toString());
            assertThat(Objects.requireNonNull(event.data()).propertyStream().map(Map.Entry::getKey))
                    .containsExactlyInAnyOrder("destructionId", "studentId", "earliestOn", "at");
            assertThat(event.data().get("earliestOn").asText())
                    .isEqualTo(world.today.plusDays(1).toString());
        });
    }

    @Test
    void aHoldOrAnOpenRequestStopsIt() {
        rules(7);
        var id = announced("SUPPORT_RECORD");
        String hold = world.post(world.admin(), "legal-holds", "{\"reason\": \"LITIGATION\", \"matter\": \"2026-114\"}")
                .extract()
                .path("id");
        step(id, "execution").statusCode(409).body("code", equalTo("destruction.legal-hold"));
        world.post(world.admin(), "legal-holds/" + hold + "/release", "{\"reason\": \"Settled\"}");
        world.post(world.mother(), "access-requests", "{\"receivedOn\": \"%s\"}".formatted(world.today))
                .statusCode(201);
        step(id, "execution")
                .statusCode(409)
                .body("code", equalTo("destruction.access-request-open"))
                .body("citation", equalTo("34 CFR 99.10(e)"));

        assertThat(count("student_guardian", "student_id")).isEqualTo(2);
    }

    @Test
    void keepsAStudentWhoIsAtSchool() {
        rules(7);
        var id = announced("SUPPORT_RECORD");
        fixture.write(world.district, "update student set active = true where id = ?", world.student);
        step(id, "execution").statusCode(409).body("code", equalTo("destruction.student-active"));
        announce("SUPPORT_RECORD", "2010-06-01").statusCode(409);
    }

    @Test
    void leavesThePermanentRecordAndClosesTheProofOnceAllHaveAnswered() {
        var sibling = fixture.student(world.district, "Liam", "Jellyroll", world.school);
        world.guardian(sibling, world.mother, "Rosa", true);
        fixture.teaches(world.district, UUID.randomUUID(), world.student, world.today, world.today);
        rules(7);
        var id = announced("SUPPORT_RECORD");

        step(id, "execution").statusCode(200).body("state", equalTo("ORDERED")).body("hash", nullValue());

        var told = OutboxProbe.of(world.district);
        assertThat(told)
                .extracting(OutboxProbe.Sent::type)
                .containsExactlyInAnyOrder(
                        "org.schoolcase.student.destruction-announced.v1",
                        "org.schoolcase.student.destruction-ordered.v1",
                        "org.schoolcase.student.profile.v1");
        assertThat(told)
                .filteredOn(event -> event.topic().equals("schoolcase.student.state"))
                .first()
                .satisfies(event -> {
                    assertThat(event.data()).isNull();
                    assertThat(event.key()).isEqualTo(world.student.toString());
                });
        assertThat(count("student", "id")).isEqualTo(1);
        assertThat(count("teacher_student", "student_id")).isZero();
        assertThat(count("student_field_change", "student_id"))
                .as("the history of the fields would hold what was just destroyed")
                .isZero();
        assertThat(count("student_guardian", "student_id")).isZero();
        assertThat(fixture.count(
                        world.district,
                        "select count(*) from student where id = ? and birth_date is null",
                        world.student))
                .isEqualTo(1);
        assertThat(fixture.count(world.district, "select count(*) from guardian where id = ?", world.mother))
                .isEqualTo(1);
        assertThat(fixture.count(world.district, "select count(*) from guardian where id = ?", world.uncle))
                .isZero();
        assertThat(fixture.count(world.district, "select count(*) from student_guardian where student_id = ?", sibling))
                .isEqualTo(1);

        answered(id, "case", List.of(Map.of("kind", "case_file", "count", 1)));
        answered(id, "referral", List.of());
        proof(id).body("state", equalTo("ORDERED"));
        answered(id, "notification", List.of(Map.of("kind", "message", "count", 4)));

        proof(id)
                .body("state", equalTo("DESTROYED"))
                .body("hash", equalTo(recounted(id)))
                .body("counts.find { it.kind == 'message' }.destroyed", equalTo(4))
                .body("counts.find { it.kind == 'teacher_student' }.destroyed", equalTo(1))
                .body("counts.find { it.service == 'referral-service' }.kind", equalTo("-"));
        assertThat(OutboxProbe.types(world.district)).contains("org.schoolcase.student.record-destroyed.v1");
        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("destruction.order");
            assertThat(entry.basis()).isEqualTo("34 CFR 300.624");
        });
    }

    @Test
    void leavesNothingOfAWholeRecordButTheProof() {
        world.post(world.mother(), "directory-choices", """
                {"optedOut": true, "fromOn": "%s", "receivedOn": "%s", "method": "WRITTEN"}""".formatted(world.today, world.today));
        rules(7);
        var id = announced("WHOLE_RECORD");
        step(id, "execution").statusCode(200);

        for (var table :
                List.of("student_guardian", "directory_choice", "student_name_part", "disclosure", "amendment")) {
            assertThat(count(table, "student_id")).as(table).isZero();
        }
        assertThat(count("student", "id")).isZero();
        proof(id).body("studentId", equalTo(world.student.toString()));
        assertThat(AuditProbe.of(world.district))
                .anySatisfy(entry -> assertThat(entry.studentId()).isEqualTo(world.student));
    }

    @Test
    void isTheDistrictAdminsAloneAndReadByAuditors() {
        rules(7);
        var id = announced("SUPPORT_RECORD");
        world.get(world.auditor(), "/v1/destructions").statusCode(200).body("items", hasSize(1));
        world.get(PrivacyWorld.stranger(), "/v1/destructions/" + id).statusCode(404);
        world.post(PrivacyWorld.stranger(), "/v1/destructions/" + id + "/execution", "")
                .statusCode(404);
        world.post(PrivacyWorld.stranger(), "destructions", body("SUPPORT_RECORD", "2010-06-01", "2026-01-02"))
                .statusCode(404);
        world.post(world.auditor(), "/v1/destructions/" + id + "/execution", "").statusCode(403);
        world.post(world.schoolAdmin(), "destructions", body("SUPPORT_RECORD", "2010-06-01", "2026-01-02"))
                .statusCode(403);
        world.post(world.admin(), "destructions", body("EVERYTHING", "2010-06-01", "2026-01-02"))
                .statusCode(400);
        announce("SUPPORT_RECORD", "2010-06-01", "2999-01-01")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/noticeOn"));
    }

    private String recounted(String id) {
        return Proof.of(Objects.requireNonNull(proof(id).extract().as(DestructionView.class)));
    }

    private void answered(String id, String service, List<Map<String, Object>> counts) {
        var fact = Map.of("destructionId", id, "studentId", world.student, "counts", counts, "at", Instant.now());
        var type = "org.schoolcase.%s.record-destroyed.v1".formatted(service);
        consumer.onCase(
                Records.batch("schoolcase." + service + ".events", world.district.id(), type, world.student, fact));
    }

    private long count(String table, String column) {
        return of(world.student, table, column);
    }
}
