package org.schoolcase.notifications.privacy;

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
import org.schoolcase.notifications.testing.World;

/** This service's part of an export, and destruction: the right child, the whole child, and no other child. */
@QuarkusTest
@NullMarked
class PrivacyConsumerTest {

    private static final String TOPIC = "schoolcase.student.events";

    @Inject
    World world;

    @Inject
    PrivacyConsumer consumer;

    @Inject
    StudentRecord records;

    @Inject
    org.schoolcase.kit.tenant.Tenants tenants;

    private final UUID export = UUID.randomUUID();

    @Test
    void assemblesTheWholeRecordOfOneChildAndNothingOfAnother() {
        var story = world.known();
        var d = story.district();
        var student = story.student();
        var neighbour = new World.Story(
                d, UUID.randomUUID(), UUID.randomUUID(), story.manager(), story.guardian(), story.agency());
        var other = neighbour.student();
        world.student(neighbour, 1, "Qwv-Marker", java.util.List.of());
        world.opened(neighbour);
        world.deadline(story);
        world.deadline(neighbour);
        org.awaitility.Awaitility.await()
                .until(() -> OutboxProbe.types(d).stream()
                                .filter("org.schoolcase.notification.delivered.v1"::equals)
                                .count()
                        >= 2);
        requested(d, student, "2999-01-01T00:00:00Z");

        var part = part(d.token(Role.DISTRICT_ADMIN).sign())
                .statusCode(200)
                .body("service", equalTo("notification-service"))
                .extract()
                .asString();
        assertThat(part).contains("org.schoolcase.case.deadline-set.v1");
        assertThat(part)
                .doesNotContain("Marker")
                .doesNotContain(other.toString())
                .doesNotContain("district_id");
        var ready = OutboxProbe.of(d).stream()
                .filter(event -> event.type().endsWith("export-part-ready.v1"))
                .findFirst()
                .orElseThrow();
        assertThat(ready.type()).isEqualTo("org.schoolcase.notification.export-part-ready.v1");
        assertThat(Objects.requireNonNull(ready.data()).propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("exportId", "studentId", "rows", "sha256", "at");
        assertThat(ready.data().get("rows").asInt()).isPositive();
    }

    @Test
    void handsThePartToTheCustodiansOfItsDistrictUntilItIsClosedOrExpires() {
        var story = world.known();
        var d = story.district();
        var student = story.student();
        world.deadline(story);
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
        var story = world.known();
        var d = story.district();
        var student = story.student();
        var neighbour = new World.Story(
                d, UUID.randomUUID(), UUID.randomUUID(), story.manager(), story.guardian(), story.agency());
        var other = neighbour.student();
        world.student(neighbour, 1, "Qwv-Marker", java.util.List.of());
        world.opened(neighbour);
        world.deadline(story);
        world.deadline(neighbour);
        org.awaitility.Awaitility.await()
                .until(() -> OutboxProbe.types(d).stream()
                                .filter("org.schoolcase.notification.delivered.v1"::equals)
                                .count()
                        >= 2);
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

        var done = OutboxProbe.of(d).stream()
                .filter(event -> event.type().endsWith("record-destroyed.v1"))
                .findFirst()
                .orElseThrow();
        assertThat(done.type()).isEqualTo("org.schoolcase.notification.record-destroyed.v1");
        assertThat(Objects.requireNonNull(done.data()).get("counts").findValuesAsText("kind"))
                .contains("message", "student_profile");
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
