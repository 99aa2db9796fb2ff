package org.schoolcase.cases.intake.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.record.merge.StudentMergeConsumer;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class SuggestionTest {

    private static final String TOPIC = "schoolcase.student.events";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Inject
    StudentStateConsumer students;

    @Inject
    StudentMergeConsumer merges;

    @Inject
    IndicatorConsumer indicators;

    private World world;

    @BeforeEach
    void makeAWorld() {
        world = World.create(students);
    }

    @Test
    void suggestsOnceAndNeverOpensACase() {
        var event = at(0, "ATTENDANCE", "FLAGGED");
        indicators.on(Records.of(event, event));
        indicators.on(Records.of(event));

        open(world.caseManagerToken())
                .body("items", hasSize(1))
                .body("items[0].studentId", equalTo(world.student.toString()))
                .body("items[0].version", equalTo(0))
                .body("items[0].indicators.indicator", contains("ATTENDANCE"));
        world.as(world.coordinatorToken()).get("/v1/cases").then().body("items", empty());
        var sent = OutboxProbe.of(world.district);
        assertThat(sent).extracting(OutboxProbe.Sent::type).containsExactly("org.schoolcase.case.intake-suggested.v1");
        assertThat(String.valueOf(sent.getFirst().data()))
                .contains("ATTENDANCE", "FLAGGED", world.student.toString(), "2026-11-20");
        assertThat(AuditProbe.actions(world.district)).contains("intake-suggestion.list");
    }

    @Test
    void updatesTheOpenOneAndLetsItLapse() {
        tell(at(0, "ATTENDANCE", "FLAGGED"));
        tell(at(1, "COMPOSITE", "YELLOW"));

        open(world.caseManagerToken())
                .body("items", hasSize(1))
                .body("items[0].version", equalTo(1))
                .body("items[0].indicators.level", contains("FLAGGED", "YELLOW"));
        assertThat(OutboxProbe.of(world.district)).hasSize(1);

        tell(at(2, "COMPOSITE", "NONE"));
        open(world.caseManagerToken()).body("items[0].indicators.indicator", contains("ATTENDANCE"));
        tell(at(3, "ATTENDANCE", "NONE"));
        open(world.caseManagerToken()).body("items", empty());
        listed(world.caseManagerToken(), "LAPSED").body("items", hasSize(1));
    }

    @Test
    void ignoresAnOlderFactAndTypesAndLevelsItDoesNotKnow() {
        tell(at(5, "ATTENDANCE", "NONE"));
        tell(at(4, "ATTENDANCE", "FLAGGED"));
        tell(at(6, "ATTENDANCE", "ULTRAVIOLET"));
        indicators.on(Records.batch(
                TOPIC, world.district.id(), "org.schoolcase.student.dream.v1", world.student, Map.of("level", "RED")));

        open(world.caseManagerToken()).body("items", empty());
        assertThat(OutboxProbe.of(world.district)).isEmpty();
    }

    @Test
    void becomesACaseWhenAPersonConfirms() {
        var id = suggested();

        String caseId = confirm(world.caseManagerToken(), id)
                .statusCode(201)
                .body("source", equalTo("INDICATOR"))
                .body("studentId", equalTo(world.student.toString()))
                .body("reason", equalTo("Absent twice a week"))
                .extract()
                .path("id");

        listed(world.caseManagerToken(), "CONFIRMED").body("items[0].caseId", equalTo(caseId));
        confirm(world.caseManagerToken(), id).statusCode(409).body("code", equalTo("suggestion.not-open"));
        assertThat(OutboxProbe.types(world.district)).endsWith("org.schoolcase.case.opened.v1");
        assertThat(AuditProbe.actions(world.district)).contains("intake-suggestion.confirm", "case.open");
    }

    @Test
    void waitsWhileACaseIsOpen() {
        var id = suggested();
        world.openCase();

        open(world.caseManagerToken()).body("items", empty());
        confirm(world.caseManagerToken(), id).statusCode(409).body("code", equalTo("case.already-open"));
        tell(at(1, "COURSE", "FLAGGED"));
        assertThat(OutboxProbe.types(world.district)).containsOnlyOnce("org.schoolcase.case.intake-suggested.v1");
    }

    @Test
    void isDismissedWithAReasonAndANewFlagMakesANewOne() {
        var id = suggested();

        dismiss(world.caseManagerToken(), id, "").statusCode(400);
        dismiss(world.caseManagerToken(), id, "Back since Monday")
                .statusCode(201)
                .body("status", equalTo("DISMISSED"))
                .body("decidedBy", equalTo(world.caseManager.toString()))
                .body("reason", equalTo("Back since Monday"));
        dismiss(world.caseManagerToken(), id, "Again").statusCode(409);
        open(world.caseManagerToken()).body("items", empty());

        tell(at(1, "COURSE", "FLAGGED"));
        open(world.caseManagerToken())
                .body("items", hasSize(1))
                .body("items[0].indicators.indicator", contains("ATTENDANCE", "COURSE"));
    }

    @Test
    void isOpenByRelation() {
        var id = suggested();
        var otherSchool = world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(Ids.next())
                .sign();
        for (var token : List.of(otherSchool, World.create(students).coordinatorToken())) {
            open(token).body("items", empty());
            confirm(token, id).statusCode(404);
            dismiss(token, id, "No").statusCode(404);
        }
        var admin =
                world.district.token(Role.SCHOOL_ADMIN).schools(world.school).sign();
        open(admin).body("items", hasSize(1));
        confirm(admin, id).statusCode(403);
        confirm(world.district.token(Role.COORDINATOR).sign(), id)
                .statusCode(403)
                .body("code", equalTo("staff-id.missing"));
        open(world.district.token(Role.AUDITOR).sign()).body("items", hasSize(1));
        world.as(world.district.token(Role.GUARDIAN).guardian(world.guardian).sign())
                .get("/v1/intake-suggestions")
                .then()
                .statusCode(403);
    }

    @Test
    void comesInPages() {
        var other = Ids.next();
        world.hears(other);
        tell(at(0, "ATTENDANCE", "FLAGGED"));
        tell(Records.one(
                TOPIC,
                Ids.next(),
                world.district.id(),
                IndicatorConsumer.TYPE,
                other,
                data(other, "COURSE", "FLAGGED")));

        String next = world.as(world.caseManagerToken())
                .get("/v1/intake-suggestions?limit=1")
                .then()
                .body("items[0].studentId", equalTo(other.toString()))
                .body("next", notNullValue())
                .extract()
                .path("next");
        world.as(world.caseManagerToken())
                .get("/v1/intake-suggestions?limit=1&cursor=" + next)
                .then()
                .body("items[0].studentId", equalTo(world.student.toString()));
        world.as(world.caseManagerToken())
                .get("/v1/intake-suggestions?status=LAPSED&cursor=" + next)
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
    }

    @Test
    void foldsTwoIntoOneWhenTheirStudentsAreOne() {
        var other = Ids.next();
        world.hears(other);
        tell(at(0, "ATTENDANCE", "FLAGGED"));
        tell(Records.one(
                TOPIC,
                Ids.next(),
                world.district.id(),
                IndicatorConsumer.TYPE,
                other,
                data(other, "COURSE", "FLAGGED")));

        var merged = Records.batch(
                TOPIC,
                world.district.id(),
                "org.schoolcase.student.merged.v1",
                other,
                Map.of("mergedId", other, "survivingId", world.student, "at", NOON.toString()));
        merges.on(merged);
        indicators.on(merged);

        open(world.caseManagerToken())
                .body("items.studentId", contains(world.student.toString()))
                .body("items", hasSize(1));
        listed(world.caseManagerToken(), "FOLDED").body("items", hasSize(1));
        tell(Records.one(
                TOPIC,
                Ids.next(),
                world.district.id(),
                IndicatorConsumer.TYPE,
                other,
                data(other, "BEHAVIOR", "FLAGGED")));
        open(world.caseManagerToken())
                .body("items", hasSize(1))
                .body("items[0].indicators.indicator", contains("ATTENDANCE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=PERHAPS", "limit=0", "limit=201"})
    void refusesBadQuestions(String query) {
        world.as(world.caseManagerToken())
                .get("/v1/intake-suggestions?" + query)
                .then()
                .statusCode(400);
    }

    @Test
    void confirmsOnceUnderOneKey() {
        var id = suggested();
        var token = world.caseManagerToken();
        for (int time = 0; time < 2; time++) {
            world.as(token)
                    .header("Idempotency-Key", "confirm-" + id)
                    .body(confirmation())
                    .post("/v1/intake-suggestions/{id}/confirmation", id)
                    .then()
                    .statusCode(201);
        }
    }

    private String suggested() {
        tell(at(0, "ATTENDANCE", "FLAGGED"));
        return open(world.caseManagerToken()).extract().path("items[0].id");
    }

    private ConsumerRecord<String, byte[]> at(int minute, String indicator, String level) {
        var event = Records.one(
                TOPIC,
                Ids.next(),
                world.district.id(),
                IndicatorConsumer.TYPE,
                world.student,
                data(world.student, indicator, level));
        event.headers().remove("ce_time");
        var time = NOON.plusSeconds(60L * minute).toString();
        event.headers().add("ce_time", time.getBytes(StandardCharsets.UTF_8));
        return event;
    }

    private static Map<String, Object> data(UUID student, String indicator, String level) {
        return Map.of(
                "studentId",
                student,
                "indicator",
                indicator,
                "level",
                level,
                "catalogVersion",
                1,
                "changedOn",
                "2026-11-20");
    }

    private void tell(ConsumerRecord<String, byte[]> event) {
        indicators.on(Records.of(event));
    }

    private ValidatableResponse open(String token) {
        return listed(token, "OPEN");
    }

    private ValidatableResponse listed(String token, String status) {
        return world.as(token)
                .get("/v1/intake-suggestions?status=" + status)
                .then()
                .statusCode(200);
    }

    private static String confirmation() {
        return "{\"reason\": \"Absent twice a week\", \"barriers\": [\"ATTENDANCE\"]}";
    }

    private ValidatableResponse confirm(String token, String id) {
        return world.as(token)
                .body(confirmation())
                .post("/v1/intake-suggestions/{id}/confirmation", id)
                .then();
    }

    private ValidatableResponse dismiss(String token, String id, String reason) {
        return world.as(token)
                .body("{\"reason\": \"%s\"}".formatted(reason))
                .post("/v1/intake-suggestions/{id}/dismissal", id)
                .then();
    }
}
