package org.schoolcase.cases.testing;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.id.Ids;

/** The steps of an evaluation over HTTP, each with a valid body, dated in the weeks before today. */
public final class Evaluating {

    private final World world;
    public final UUID caseId;
    public final UUID assessor = Ids.next();
    public String token;
    public LocalDate reviewed;
    public LocalDate consented;
    public LocalDate planned;
    public LocalDate assessed;
    public LocalDate reported;
    public LocalDate decided;

    public Evaluating(World world, UUID caseId) {
        this.world = world;
        this.caseId = caseId;
        this.token = world.caseManagerToken();
        reviewed = world.today.minusDays(19);
        consented = world.today.minusDays(18);
        planned = world.today.minusDays(17);
        assessed = world.today.minusDays(12);
        reported = world.today.minusDays(8);
        decided = world.today.minusDays(5);
    }

    /** All of it on one day. */
    public Evaluating on(LocalDate day) {
        reviewed = consented = planned = assessed = reported = decided = day;
        return this;
    }

    public ValidatableResponse post(String path, String body) {
        return world.as(token).body(body).post("/v1/cases/" + caseId + path).then();
    }

    public ValidatableResponse get(String path) {
        return world.as(token).get("/v1/cases/" + caseId + path).then();
    }

    public String reviewBody() {
        return """
                {"reviewedOn": "%s", "moreDataNeeded": true, "questions": "Reading and speech",
                 "sources": [{"kind": "PARENT_INFORMATION", "summary": "Late first words"}], "reviewers": ["%s"]}
                """.formatted(reviewed, assessor);
    }

    public String noMoreDataBody(String more) {
        return """
                {"reviewedOn": "%s", "moreDataNeeded": false,
                 "sources": [{"kind": "EXISTING_EVALUATION", "summary": "Of last year"}], "reviewers": ["%s"],
                 "notice": {"guardianId": "%s", "toldOn": "%s", "reasons": "All is known", "toldOfRightToAsk": true}%s}
                """.formatted(reviewed, assessor, world.guardian, reviewed, more);
    }

    public String agreement() {
        return """
                , "earlyAgreement": {"guardianId": "%s", "staffId": "%s", "agreedOn": "%s"}
                """.formatted(world.guardian, assessor, reviewed);
    }

    public ValidatableResponse begin() {
        return post("/evaluations", reviewBody());
    }

    public String begun() {
        return begin().statusCode(201).extract().path("id");
    }

    public ValidatableResponse consent(String kind) {
        return world.consent(caseId, kind, "GIVEN", world.guardian, consented);
    }

    public String planBody() {
        return """
                {"plannedOn": "%s", "areas": [
                  {"area": "ACADEMIC", "assessorId": "%s", "language": "en",
                   "instruments": [{"name": "Achievement test", "procedure": "STANDARDIZED_TEST"}]},
                  {"area": "COMMUNICATION", "assessorId": "%s", "language": "es",
                   "instruments": [{"name": "Parent interview", "procedure": "INTERVIEW"}]}]}
                """.formatted(planned, assessor, assessor);
    }

    public ValidatableResponse plan(String evaluation) {
        return plan(evaluation, planBody(), "*");
    }

    public ValidatableResponse plan(String evaluation, String body, String ifMatch) {
        return world.as(token)
                .header("If-Match", ifMatch)
                .body(body)
                .put("/v1/cases/{case}/evaluations/{id}/plan", caseId, evaluation)
                .then();
    }

    public ValidatableResponse result(String evaluation, String area) {
        return post(
                "/evaluations/" + evaluation + "/area-results", """
                {"area": "%s", "completedOn": "%s", "assessedBy": "%s", "assessmentIds": ["%s"], "summary": "Well below age"}
                """.formatted(area, assessed, assessor, Ids.next()));
    }

    public ValidatableResponse report(String evaluation) {
        return post("/evaluations/" + evaluation + "/report", """
                {"reportedOn": "%s", "authors": ["%s"], "sections": [{"heading": "Findings", "text": "A weakness in sounds"}],
                 "dissents": [{"staffId": "%s", "statement": "Hearing should be tested again"}]}
                """.formatted(reported, assessor, assessor));
    }

    public String copyBody(UUID guardian, LocalDate on) {
        return """
                {"guardianId": "%s", "givenOn": "%s", "method": "IN_PERSON", "language": "es"}""".formatted(guardian, on);
    }

    /** From the review to the report. */
    public String reported(String consent) {
        var evaluation = begun();
        consent(consent);
        plan(evaluation).statusCode(200);
        for (var area : List.of("ACADEMIC", "COMMUNICATION")) {
            result(evaluation, area).statusCode(201);
        }
        report(evaluation).statusCode(201);
        return evaluation;
    }

    public String eligibleBody() {
        return decisionBody("ELIGIBLE", "\"SPEECH_OR_LANGUAGE_IMPAIRMENT\"");
    }

    public String notEligibleBody() {
        return decisionBody("NOT_ELIGIBLE", "null");
    }

    public String decisionBody(String decision, String category) {
        return """
                {"decidedOn": "%s", "decision": "%s", "primaryCategory": %s, "secondaryCategories": [],
                 "needsSpecialEducation": %s,
                 "determinantFactors": {"lackOfReadingInstruction": false, "lackOfMathInstruction": false, "limitedEnglish": false},
                 "sources": ["APTITUDE_AND_ACHIEVEMENT_TESTS", "PARENT_INPUT"], "rationale": "Sounds are not distinguished",
                 "team": [
                   {"role": "PARENT", "guardianId": "%s", "invited": true, "attended": true, "agrees": true},
                   {"role": "SCHOOL_PSYCHOLOGIST", "staffId": "%s", "invited": true, "attended": true, "agrees": true},
                   {"role": "REGULAR_TEACHER", "staffId": "%s", "invited": true, "attended": true, "agrees": true}]}
                """.formatted(
                        decided, decision, category, decision.equals("ELIGIBLE"), world.guardian, assessor, Ids.next());
    }

    public ValidatableResponse determine(String body) {
        return post("/eligibility-determinations", body);
    }

    /** From the review to the determination that the student is eligible. */
    public String eligible() {
        reported("EVALUATION");
        return determine(eligibleBody()).statusCode(201).extract().path("id");
    }

    public ValidatableResponse stage() {
        return get("/stage").statusCode(200);
    }
}
