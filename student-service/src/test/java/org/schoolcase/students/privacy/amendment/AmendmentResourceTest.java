package org.schoolcase.students.privacy.amendment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.SchoolFixture;
import org.schoolcase.students.privacy.PrivacyWorld;

@QuarkusTest
@NullMarked
class AmendmentResourceTest {

    private static final String STATEMENT =
            "{\"statement\": \"We disagree: excused by telephone\", \"receivedOn\": \"%s\"}";

    @Inject
    SchoolFixture fixture;

    private PrivacyWorld world;

    @BeforeEach
    void aWorld() {
        world = new PrivacyWorld(fixture);
    }

    @Test
    void goesFromRequestOverRefusalAndHearingToAStatementShownWithTheRecord() {
        var id = requested();
        step(world.admin(), id, "decision", decision(false))
                .statusCode(200)
                .body("state", equalTo("REFUSED"))
                .body("notice.right", equalTo("HEARING"))
                .body("notice.citation", equalTo("34 CFR 99.20(c), 99.21(a), 300.619"));
        step(world.mother(), id, "hearing-request", "").statusCode(200).body("state", equalTo("HEARING_REQUESTED"));
        step(world.admin(), id, "hearing-schedule", schedule(true))
                .statusCode(200)
                .body("hearing.officer", equalTo("Dana Whitlock"));
        step(world.admin(), id, "hearing-outcome", outcome(false))
                .statusCode(200)
                .body("state", equalTo("KEPT"))
                .body("notice.right", equalTo("STATEMENT"));
        step(world.mother(), id, "statement", STATEMENT.formatted(world.today)).statusCode(200);

        var teacher = UUID.randomUUID();
        fixture.teaches(world.district, teacher, world.student, world.today.minusDays(9), world.today.plusDays(9));
        var teachers = world.district.token(Role.TEACHER).staff(teacher).sign();
        world.get(teachers, "/v1/students/" + world.student).body("statementIds", contains(id));
        world.get(teachers, "statements")
                .statusCode(200)
                .body("items[0].statement", equalTo("We disagree: excused by telephone"))
                .body("items[0].amendmentId", equalTo(id));
        world.get(world.mother(), "amendments/" + id).body("hearing.evidence", equalTo("Two notes"));
    }

    @Test
    void tellsTheOthersWithoutAWordOfTheRecord() {
        var id = requested();
        step(world.admin(), id, "decision", decision(true)).statusCode(200).body("state", equalTo("AMENDED"));

        assertThat(OutboxProbe.of(world.district)).hasSize(2).allSatisfy(event -> {
            assertThat(event.type()).isEqualTo("org.schoolcase.student.amendment-moved.v1");
            assertThat(event.key()).isEqualTo(world.student.toString());
            assertThat(Objects.requireNonNull(event.data()).get("requestedBy").asText())
                    .isEqualTo(world.mother.toString());
            assertThat(event.data().toString()).doesNotContain("Attendance").doesNotContain("notes");
        });
        assertThat(AuditProbe.actions(world.district)).contains("amendment.request", "amendment.decide");
    }

    @Test
    void takesNoStepBeforeItsTime() {
        var id = requested();
        refused(step(world.mother(), id, "hearing-request", ""), "RECEIVED");
        refused(step(world.admin(), id, "hearing-schedule", schedule(true)), "RECEIVED");
        refused(step(world.mother(), id, "statement", STATEMENT.formatted(world.today)), "RECEIVED");
        step(world.admin(), id, "decision", decision(false));
        refused(step(world.admin(), id, "decision", decision(true)), "REFUSED");
        step(world.mother(), id, "withdrawal", "").statusCode(200).body("state", equalTo("WITHDRAWN"));
        refused(step(world.mother(), id, "hearing-request", ""), "WITHDRAWN");
    }

    @Test
    void wantsAnOfficerWithoutInterestAndDatesInOrder() {
        var id = requested();
        step(world.admin(), id, "decision", decision(false).replace(world.today.toString(), "2020-01-01"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/decidedOn"));
        step(world.admin(), id, "decision", decision(false));
        step(world.mother(), id, "hearing-request", "");
        step(world.admin(), id, "hearing-schedule", schedule(false)).statusCode(400);
    }

    @Test
    void refusesAStaleVersionAndAnswersARepetitionAsBefore() {
        var id = requested();
        var admin = world.admin();
        with(admin, "If-Match", "\"v7\"", id).statusCode(412);
        with(admin, "Idempotency-Key", id, id).statusCode(200);
        with(admin, "Idempotency-Key", id, id).statusCode(200).body("state", equalTo("REFUSED"));
        assertThat(OutboxProbe.of(world.district)).hasSize(2);
    }

    @Test
    void opensToTheFamilyWithRightsAndTheCustodians() {
        var id = requested();
        world.get(world.uncle(), "amendments").statusCode(404);
        world.get(world.otherSchoolAdmin(), "amendments/" + id).statusCode(404);
        world.get(PrivacyWorld.stranger(), "amendments/" + id).statusCode(404);
        world.get(world.auditor(), "amendments").statusCode(200).body("items", hasSize(1));
        world.get(world.admin(), "amendments/" + UUID.randomUUID()).statusCode(404);
        step(world.mother(), id, "decision", decision(true)).statusCode(403);
        step(world.uncle(), id, "hearing-request", "").statusCode(404);
        step(PrivacyWorld.stranger(), id, "decision", decision(true)).statusCode(404);
        world.post(world.uncle(), "amendments", request("")).statusCode(404);
        world.post(world.schoolAdmin(), "amendments", request("")).statusCode(422);
        world.get(world.schoolAdmin(), "/v1/students/" + world.student).body("statementIds", hasSize(0));
        var sibling = fixture.student(world.district, "Liam", "Jellyroll", world.school);
        world.get(world.admin(), "/v1/students/" + sibling + "/amendments/" + id)
                .statusCode(404);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        world.post(world.mother(), "amendments", request("").replace("INACCURATE", "UGLY"))
                .statusCode(400);
        world.post(world.mother(), "amendments", request("").replace("Attendance", " ".repeat(501)))
                .statusCode(400);
        world.post(world.mother(), "amendments", request("").replace(world.today.toString(), "2999-01-01"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/receivedOn"));
    }

    private String requested() {
        return world.post(world.mother(), "amendments", request(""))
                .statusCode(201)
                .body("state", equalTo("RECEIVED"))
                .body("notice", nullValue())
                .extract()
                .path("id");
    }

    private ValidatableResponse step(String token, String id, String step, String body) {
        return world.post(token, "amendments/" + id + "/" + step, body);
    }

    private ValidatableResponse with(String token, String header, String value, String id) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header(header, value)
                .body(decision(false))
                .post(world.of("amendments/" + id + "/decision"))
                .then();
    }

    private static void refused(ValidatableResponse answer, String state) {
        answer.statusCode(409).body("code", equalTo("amendment.state")).body("state", equalTo(state));
    }

    private String request(String more) {
        return """
                {"recordPart": "Attendance", "ground": "INACCURATE", "wanted": "Three days were excused: see the notes",
                 "receivedOn": "%s"%s}""".formatted(world.today, more);
    }

    private String decision(boolean amend) {
        return """
                {"amend": %s, "reason": "The notes name other days", "decidedOn": "%s", "informedOn": "%s"}""".formatted(amend, world.today, world.today);
    }

    private String schedule(boolean impartial) {
        return """
                {"at": "%sT22:00:00Z", "place": "Room 4", "officer": "Dana Whitlock", "officerHasNoDirectInterest": %s,
                 "noticeOn": "%s"}""".formatted(world.today.plusDays(9), impartial, world.today);
    }

    private String outcome(boolean amend) {
        return """
                {"amend": %s, "heldOn": "%s", "decidedOn": "%s", "evidence": "Two notes", "reason": "They agree",
                 "informedOn": "%s"}""".formatted(amend, world.today, world.today, world.today);
    }
}
