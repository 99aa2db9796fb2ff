package org.schoolcase.cases.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;

/** This service's part of an export, and destruction: the right child, the whole child, and no other child. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
@NullMarked
class PrivacyConsumerTest {

    private static final String TOPIC = "schoolcase.student.events";

    @Inject
    StudentStateConsumer students;

    @Inject
    PrivacyConsumer consumer;

    @Inject
    StudentRecord records;

    @Inject
    org.schoolcase.kit.tenant.Tenants tenants;

    private final UUID export = UUID.randomUUID();

    @Test
    void assemblesTheWholeRecordOfOneChildAndNothingOfAnother() {
        var world = World.create(students);
        var d = world.district;
        var student = world.student;
        var other = UUID.randomUUID();
        world.hears(other);
        world.as(world.caseManagerToken())
                .body(world.openBody(student).replace("about reading", "with " + other))
                .post("/v1/cases")
                .then()
                .statusCode(201);
        world.as(world.caseManagerToken())
                .body(world.openBody(other).replace("Words-of-the-referral", "Qwv-Marker"))
                .post("/v1/cases")
                .then()
                .statusCode(201);
        requested(d, student, "2999-01-01T00:00:00Z");

        var part = part(d.token(Role.DISTRICT_ADMIN).sign())
                .statusCode(200)
                .body("service", equalTo("case-service"))
                .extract()
                .asString();
        assertThat(part).contains("Words-of-the-referral with another student").contains("case_team_member");
        assertThat(part)
                .doesNotContain("Marker")
                .doesNotContain(other.toString())
                .doesNotContain("district_id");
        var ready = OutboxProbe.of(d).getLast();
        assertThat(ready.type()).isEqualTo("org.schoolcase.case.export-part-ready.v1");
        assertThat(Objects.requireNonNull(ready.data()).propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("exportId", "studentId", "rows", "sha256", "at");
        assertThat(ready.data().get("rows").asInt()).isEqualTo(3);
    }

    @Test
    void handsThePartToTheCustodiansOfItsDistrictUntilItIsClosedOrExpires() {
        var world = World.create(students);
        var d = world.district;
        var student = world.student;
        world.openCase();
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
        var world = World.create(students);
        var d = world.district;
        var student = world.student;
        var other = UUID.randomUUID();
        world.hears(other);
        world.as(world.caseManagerToken())
                .body(world.openBody(student).replace("about reading", "with " + other))
                .post("/v1/cases")
                .then()
                .statusCode(201);
        world.as(world.caseManagerToken())
                .body(world.openBody(other).replace("Words-of-the-referral", "Qwv-Marker"))
                .post("/v1/cases")
                .then()
                .statusCode(201);
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
        assertThat(done.type()).isEqualTo("org.schoolcase.case.record-destroyed.v1");
        assertThat(Objects.requireNonNull(done.data()).get("counts").findValuesAsText("kind"))
                .contains("case_file", "case_team_member", "student_profile");
        assertThat(rows(d, student)).isZero();
        assertThat(rows(d, other)).isPositive();
        assertThat(AuditProbe.of(d)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("record.destroy");
            assertThat(entry.studentId()).isEqualTo(student);
            assertThat(entry.basis()).isEqualTo("34 CFR 300.624");
        });
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
