package org.schoolcase.cases.consent.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Paperwork;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class AskedConsentResourceTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private UUID caseId;
    private Paperwork paper;
    private LocalDate day;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
        paper = new Paperwork(world, caseId);
        day = world.today.minusDays(10);
    }

    @Test
    void comesAfterDecisionNoticeAndSafeguards() {
        refused("referral.undecided");
        paper.decide("REFUSE", day).statusCode(201);
        refused("referral.not-for-evaluation");
        paper.post(
                        "referral-decision",
                        paper.decisionBody("EVALUATE", day).replace("}", ", \"supersedesReason\": \"New data\"}"))
                .statusCode(201);
        refused("consent.notice-missing").body("citation", equalTo("34 CFR 300.300(a)(1)(i), 300.503(a)"));
        paper.priorNotice(day).statusCode(201);
        refused("consent.safeguards-missing").body("citation", equalTo("34 CFR 300.300(a)(1)(i), 300.504(a)(1)"));
        paper.safeguards(day.plusDays(1)).statusCode(201);

        paper.ask("EVALUATION", day).statusCode(422).body("code", equalTo("consent.dates-out-of-order"));
        paper.ask("EVALUATION", world.today.plusDays(1)).statusCode(422);
        String id = paper.ask("EVALUATION", day.plusDays(1))
                .statusCode(201)
                .body("noticeId", notNullValue())
                .body("safeguardsId", notNullValue())
                .body("answeredBy", nullValue())
                .extract()
                .path("id");
        var sent = OutboxProbe.of(world.district).getLast();
        assertThat(sent.type()).isEqualTo("org.schoolcase.case.consent-requested.v1");
        assertThat(String.valueOf(sent.data()))
                .contains(id, "EVALUATION", day.plusDays(1).toString())
                .doesNotContain("Words-of", world.guardian.toString());
        assertThat(AuditProbe.actions(world.district)).contains("consent.request");
    }

    @Test
    void wantsANewNoticeForServices() {
        paper.readyToAsk(day);
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, day).statusCode(201);

        paper.ask("SERVICES", day).statusCode(409).body("code", equalTo("consent.notice-missing"));
        paper.ask("EVALUATION", day).statusCode(409).body("code", equalTo("consent.already-in-force"));
        paper.priorNotice(day.plusDays(1)).statusCode(201);
        paper.ask("SERVICES", day.plusDays(1)).statusCode(201);
        paper.ask("PUBLIC_INSURANCE", day.plusDays(1)).statusCode(201);
    }

    @Test
    void logsAttemptsUntilItIsAnswered() {
        String id = asked();

        paper.attempt(id, day.minusDays(1)).statusCode(422).body("code", equalTo("consent.dates-out-of-order"));
        paper.attempt(id, day.plusDays(2)).statusCode(201).body("madeBy", equalTo(world.caseManager.toString()));
        paper.attempt(id, day.plusDays(4)).statusCode(201);
        paper.attempt(Ids.next().toString(), day).statusCode(404);
        paper.get("consent-requests")
                .body("items", hasSize(1))
                .body("items[0].records", contains("Hearing test"))
                .body("items[0].attempts.outcome", contains("NO_ANSWER", "NO_ANSWER"));

        String consent = world.consent(caseId, "EVALUATION", "REFUSED", world.guardian, day.plusDays(6))
                .statusCode(201)
                .body("requestId", equalTo(id))
                .extract()
                .path("id");
        paper.get("consent-requests")
                .body("items[0].answeredBy", equalTo(consent))
                .body("items[0].answer", equalTo("REFUSED"));
        paper.attempt(id, day.plusDays(6)).statusCode(409).body("code", equalTo("consent.request-answered"));
        assertThat(AuditProbe.actions(world.district)).contains("consent.attempt");
    }

    @Test
    void takesAConsentAfterARefusal() {
        String id = asked();
        world.consent(caseId, "EVALUATION", "REFUSED", world.guardian, day.plusDays(2))
                .statusCode(201);

        answer(id, day.plusDays(5)).statusCode(422).body("code", equalTo("consent.request-mismatch"));
        String again = paper.ask("EVALUATION", day.plusDays(3))
                .statusCode(201)
                .extract()
                .path("id");
        answer(again, day.plusDays(2)).statusCode(422).body("errors[0].pointer", equalTo("/requestId"));
        answer(Ids.next().toString(), day.plusDays(5)).statusCode(422);
        answer(again, day.plusDays(5))
                .statusCode(201)
                .body("inForce", equalTo(true))
                .body("requestId", equalTo(again));
    }

    @Test
    void asksOnlyWhoHoldsTheRights() {
        paper.readyToAsk(day);
        var body = paper.askBody("EVALUATION", day);

        paper.post("consent-requests", body.replace(world.guardian.toString(), world.guardianWithoutRights.toString()))
                .statusCode(422)
                .body("code", equalTo("consent.asked-without-rights"))
                .body("errors[0].pointer", equalTo("/askedOf"));
        paper.post("consent-requests", body.replace("\"askedOf\": \"" + world.guardian + "\",", ""))
                .statusCode(422);
        paper.get("consent-requests").body("items", empty());
    }

    @Test
    void offersInActionsWhatTheRequestWouldSay() {
        var evaluation = "items.find { it.name == 'requestConsent' && it.variant == 'EVALUATION' }.";
        paper.get("actions")
                .body(evaluation + "open", equalTo(false))
                .body(evaluation + "code", equalTo("referral.undecided"));
        paper.readyToAsk(day);
        paper.get("actions")
                .body(evaluation + "open", equalTo(true))
                .body("items.find { it.name == 'logConsentAttempt' }.code", equalTo("consent.not-requested"));
    }

    @Test
    void answersTheSameKeyWithTheSameRequestAndIsHiddenFromOthers() {
        paper.readyToAsk(day);
        var body = paper.askBody("EVALUATION", day);
        var token = world.caseManagerToken();
        for (int time = 0; time < 2; time++) {
            world.as(token)
                    .header("Idempotency-Key", "ask-" + caseId)
                    .body(body)
                    .post("/v1/cases/{id}/consent-requests", caseId)
                    .then()
                    .statusCode(201);
        }
        paper.get("consent-requests").body("items", hasSize(1));
        var other = world.as(World.create(students).coordinatorToken());
        other.body(body).post("/v1/cases/{id}/consent-requests", caseId).then().statusCode(404);
        for (var path : List.of("consent-requests", "consent-exceptions")) {
            world.as(World.create(students).coordinatorToken())
                    .get("/v1/cases/{id}/" + path, caseId)
                    .then()
                    .statusCode(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"EVALUATION,DREAMS", "Hearing test,''", "\"es\",\"Spanish please\"", "MAIL,PIGEON", "scope,skope"})
    void refusesBadInput(String good, String bad) {
        paper.readyToAsk(day);
        paper.post("consent-requests", paper.askBody("EVALUATION", day).replace(good, bad))
                .statusCode(400);
    }

    private String asked() {
        paper.readyToAsk(day);
        return paper.ask("EVALUATION", day).statusCode(201).extract().path("id");
    }

    private ValidatableResponse answer(String requestId, LocalDate on) {
        var body = world.consentBody("EVALUATION", "GIVEN", world.guardian, on, on);
        return paper.post("consents", body.replaceFirst("}", ", \"requestId\": \"" + requestId + "\"}"));
    }

    private ValidatableResponse refused(String code) {
        return paper.ask("EVALUATION", day).statusCode(409).body("code", equalTo(code));
    }
}
