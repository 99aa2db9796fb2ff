package org.schoolcase.cases.testing;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.UUID;

/** The decisions, notices and requests that come before an evaluation, done by the case manager of one case. */
public final class Paperwork {

    private final World world;
    private final UUID caseId;

    public Paperwork(World world, UUID caseId) {
        this.world = world;
        this.caseId = caseId;
    }

    public ValidatableResponse post(String path, String body) {
        return world.as(world.caseManagerToken())
                .body(body)
                .post("/v1/cases/{id}/" + path, caseId)
                .then();
    }

    public ValidatableResponse get(String path) {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/" + path, caseId)
                .then();
    }

    public ValidatableResponse decide(String decision, LocalDate on) {
        return post("referral-decision", decisionBody(decision, on));
    }

    public String decisionBody(String decision, LocalDate on) {
        return """
                {"decision": "%s", "reason": "Words-of-the-decision", "decidedOn": "%s"}""".formatted(decision, on);
    }

    public ValidatableResponse priorNotice(LocalDate on) {
        return post("notices", noticeBody(on));
    }

    public String noticeBody(LocalDate on) {
        return """
                {"kind": "PRIOR_WRITTEN", "language": "es-MX", "delivery": "MAIL", "givenOn": "%s", "guardianIds": ["%s"],
                 "content": {"action": "Words-of-the-notice", "why": "w", "basis": "b", "safeguards": "s",
                             "helpSources": "h", "otherOptions": "o", "otherFactors": "None"}}
                """.formatted(on, world.guardian);
    }

    public ValidatableResponse safeguards(LocalDate on) {
        return post("notices", safeguardsBody(on));
    }

    public String safeguardsBody(LocalDate on) {
        return """
                {"kind": "SAFEGUARDS", "occasion": "REFERRAL", "language": "es", "delivery": "IN_PERSON", "givenOn": "%s",
                 "guardianIds": ["%s"]}
                """.formatted(on, world.guardian);
    }

    /** All that comes before asking for consent to an evaluation, on one day. */
    public Paperwork readyToAsk(LocalDate on) {
        decide("EVALUATE", on).statusCode(201);
        priorNotice(on).statusCode(201);
        safeguards(on).statusCode(201);
        return this;
    }

    public ValidatableResponse ask(String kind, LocalDate on) {
        return post("consent-requests", askBody(kind, on));
    }

    public String askBody(String kind, LocalDate on) {
        return """
                {"kind": "%s", "scope": "Words-of-the-request", "records": ["Hearing test"], "recipients": ["Psychologist"],
                 "language": "es", "askedOf": "%s", "sentBy": "MAIL", "sentOn": "%s"}
                """.formatted(kind, world.guardian, on);
    }

    public ValidatableResponse assessmentPlan(LocalDate on) {
        return post("assessment-plans", assessmentPlanBody(on));
    }

    public String assessmentPlanBody(LocalDate on) {
        return """
                {"assessments": ["Words-of-the-plan"], "language": "es", "delivery": "MAIL", "sentOn": "%s",
                 "receivedOn": "%s", "guardianIds": ["%s"]}
                """.formatted(on, on, world.guardian);
    }

    public ValidatableResponse attempt(String requestId, LocalDate on) {
        return post("consent-requests/" + requestId + "/attempts", """
                {"means": "CALL", "madeOn": "%s", "outcome": "NO_ANSWER", "result": "Rang ten times"}""".formatted(on));
    }

    public ValidatableResponse revoke(String consentId, LocalDate on, String more) {
        return post("consents/" + consentId + "/revocation", """
                {"guardianId": "%s", "revokedOn": "%s"%s}""".formatted(world.guardian, on, more));
    }
}
