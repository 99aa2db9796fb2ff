package org.schoolcase.referrals.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.referrals.World;
import org.schoolcase.referrals.casefile.CaseFeed;
import org.schoolcase.referrals.student.StudentFeed;

/** This service's part of an export, and destruction: the right child, the whole child, and no other child. */
@QuarkusTest
@NullMarked
class PrivacyConsumerTest {

    private static final String TOPIC = "schoolcase.student.events";

    @Inject
    StudentFeed students;

    @Inject
    CaseFeed cases;

    @Inject
    io.agroal.api.AgroalDataSource database;

    @Inject
    PrivacyConsumer consumer;

    @Inject
    StudentRecord records;

    @Inject
    org.schoolcase.kit.tenant.Tenants tenants;

    private final UUID export = UUID.randomUUID();

    @Test
    void assemblesTheWholeRecordOfOneChildAndNothingOfAnother() {
        var world = World.create(students, cases);
        var d = world.district;
        var student = world.student;
        world.readAsAgency(world.sent(World.ALL_FIELDS)).statusCode(200);
        var other = UUID.randomUUID();
        students.tell(d, other, StudentFeed.profile(other, world.school, UUID.randomUUID(), UUID.randomUUID()));
        tenants.runInDistrict(d.id(), () -> marks(other, world));
        requested(d, student, "2999-01-01T00:00:00Z");

        var part = part(d.token(Role.DISTRICT_ADMIN).sign())
                .statusCode(200)
                .body("service", equalTo("referral-service"))
                .extract()
                .asString();
        assertThat(part)
                .contains("Withdrawn since the move")
                .contains("disclosure_consent")
                .contains("referral_step");
        assertThat(part)
                .doesNotContain("Marker")
                .doesNotContain(other.toString())
                .doesNotContain("district_id");
        var ready = OutboxProbe.of(d).getLast();
        assertThat(ready.type()).isEqualTo("org.schoolcase.referral.export-part-ready.v1");
        assertThat(Objects.requireNonNull(ready.data()).propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("exportId", "studentId", "rows", "sha256", "at");
        assertThat(ready.data().get("rows").asInt()).isEqualTo(4);
    }

    @Test
    void handsThePartToTheCustodiansOfItsDistrictUntilItIsClosedOrExpires() {
        var world = World.create(students, cases);
        var d = world.district;
        var student = world.student;
        world.sent(World.ALL_FIELDS);
        requested(d, student, "2999-01-01T00:00:00Z");

        part(d.token(Role.COORDINATOR).sign()).statusCode(200);
        part(d.token(Role.SCHOOL_ADMIN).schools(UUID.randomUUID()).sign()).statusCode(403);
        part(d.token(Role.GUARDIAN).guardian(UUID.randomUUID()).sign()).statusCode(403);
        part(TestDistrict.create().token(Role.DISTRICT_ADMIN).sign())
                .statusCode(404)
                .body("code", equalTo("not-found"));
        tell(d, "export-closed", student, Map.of("exportId", export, "studentId", student, "closedAt", Instant.now()));
        part(d.token(Role.DISTRICT_ADMIN).sign()).statusCode(404);
        requested(d, student, "2020-01-01T00:00:00Z");
        part(d.token(Role.DISTRICT_ADMIN).sign()).statusCode(404);
    }

    @Test
    void destroysTheRecordOfOneChildTellsItsCountsAndLeavesTheOther() {
        var world = World.create(students, cases);
        var d = world.district;
        var student = world.student;
        world.readAsAgency(world.sent(World.ALL_FIELDS)).statusCode(200);
        var other = UUID.randomUUID();
        students.tell(d, other, StudentFeed.profile(other, world.school, UUID.randomUUID(), UUID.randomUUID()));
        tenants.runInDistrict(d.id(), () -> marks(other, world));
        tell(
                d,
                "destruction-ordered",
                student,
                Map.of(
                        "destructionId",
                        export,
                        "studentId",
                        student,
                        "wholeRecord",
                        false,
                        "orderedAt",
                        Instant.now()));

        var done = OutboxProbe.of(d).getLast();
        assertThat(done.type()).isEqualTo("org.schoolcase.referral.record-destroyed.v1");
        assertThat(Objects.requireNonNull(done.data()).get("counts").findValuesAsText("kind"))
                .contains("referral", "referral_step", "disclosure_consent", "student");
        assertThat(rows(d, student)).isZero();
        assertThat(rows(d, other)).isPositive();
        assertThat(AuditProbe.of(d)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("record.destroy");
            assertThat(entry.studentId()).isEqualTo(student);
            assertThat(entry.basis()).isEqualTo("34 CFR 300.624");
        });
    }

    private void marks(UUID other, World world) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO referral (id, case_id, student_id, agency_id, service_id, reason, urgency, fields, state,"
                                + " requested_by, created_at, version)"
                                + " VALUES (?, ?, ?, ?, ?, 'Qwv-Marker', 'ROUTINE', '{NAME}', 'DRAFT', ?, now(), 0)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, UUID.randomUUID());
            insert.setObject(3, other);
            insert.setObject(4, world.agency);
            insert.setObject(5, world.service);
            insert.setObject(6, UUID.randomUUID());
            insert.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int rows(TestDistrict d, UUID student) {
        return tenants.inDistrict(d.id(), () -> records.assemble(student).rows());
    }

    private void requested(TestDistrict d, UUID student, String expires) {
        tell(
                d,
                "export-requested",
                student,
                Map.of(
                        "exportId",
                        export,
                        "studentId",
                        student,
                        "requestedAt",
                        Instant.now(),
                        "expiresAt",
                        Instant.parse(expires)));
    }

    private void tell(TestDistrict d, String what, UUID student, Map<String, Object> fact) {
        consumer.on(Records.batch(TOPIC, d.id(), "org.schoolcase.student." + what + ".v1", student, fact));
    }

    private ValidatableResponse part(String token) {
        return given().auth().oauth2(token).get("/v1/export-parts/" + export).then();
    }
}
