package org.schoolcase.cases.stage;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.Staff;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;

/** Every action of a case with a body that is valid as the case stands, for walks through its life. */
final class Moves {

    /** What a request looks like. */
    record Move(String method, String path, String body) {}

    private final World world;
    private final Evaluating steps;
    private final Random random;
    private final Map<String, Supplier<@Nullable Move>> known = new HashMap<>();

    Moves(World world, UUID caseId, Staff staff, Random random) {
        this.world = world;
        this.random = random;
        this.steps = new Evaluating(world, caseId).on(world.today);
        this.steps.token = world.coordinatorToken();
        evaluation();
        eligibility();
        afterwards();
        independent();
        new PaperMoves(world, caseId, staff, random).addTo(known);
        assessments();
    }

    boolean knows(String action) {
        return known.containsKey(action);
    }

    /** Null where the case has nothing that the request could name. */
    @Nullable
    Move of(String action) {
        return Objects.requireNonNull(known.get(action), action).get();
    }

    ValidatableResponse send(String token, Move move) {
        return world.as(token)
                .header("If-Match", "*")
                .body(move.body())
                .request(move.method(), "/v1/cases/" + steps.caseId + move.path())
                .then();
    }

    private void evaluation() {
        known.put(
                "closeCase",
                () -> post("/closure", "{\"reason\": \"Done\", \"closedOn\": \"%s\"}".formatted(world.today)));
        known.put("logCommunication", () -> post("/communications", """
                {"with": {"guardianId": "%s"}, "at": "%sT00:00:01Z", "means": "CALL", "direction": "OUTGOING",
                 "purpose": "CONSENT_REQUEST", "language": "es", "outcome": "LEFT_MESSAGE", "summary": "Called"}
                """.formatted(world.guardian, world.today)));
        known.put("beginEvaluation", () -> post("/evaluations", review()));
        known.put("planEvaluation", () -> new Move("PUT", evaluationPath() + "/plan", steps.planBody()));
        known.put(
                "recordAreaResult",
                () -> post(evaluationPath() + "/area-results", """
                {"area": "%s", "completedOn": "%s", "assessedBy": "%s", "assessmentIds": [], "summary": "Below age"}
                """.formatted(
                                areaWithoutResult(), world.today, steps.assessor)));
        known.put(
                "reportEvaluation",
                () -> post(evaluationPath() + "/report", """
                {"reportedOn": "%s", "authors": ["%s"], "sections": [{"heading": "Findings", "text": "Sounds"}], "dissents": []}
                """.formatted(world.today, steps.assessor)));
        known.put(
                "giveEvaluationReport", () -> post("/evaluations/" + reportedEvaluation() + "/report/copies", copy()));
    }

    private void eligibility() {
        known.put("determineEligibility", () -> post("/eligibility-determinations", decision()));
        known.put(
                "correctEligibility",
                () -> post(
                        "/eligibility-determinations/" + determination() + "/correction",
                        "{\"reason\": \"Entered wrongly\", \"determination\": %s}".formatted(decision())));
        known.put(
                "giveDetermination", () -> post("/eligibility-determinations/" + determination() + "/copies", copy()));
    }

    private void afterwards() {
        known.put(
                "requestReevaluation",
                () -> post("/reevaluation-requests", """
                {"requestedBy": "PARENT", "personId": "%s", "requestedOn": "%s", "reason": "Look again"}
                """.formatted(world.guardian, world.today)));
        known.put(
                "waiveReevaluation",
                () -> post("/reevaluation-waivers", """
                {"guardianId": "%s", "staffId": "%s", "agreedOn": "%s", "reason": "Nothing new"}
                """.formatted(world.guardian, steps.assessor, world.today)));
        known.put("exitServices", () -> post("/exits", """
                {"basis": "MOVED", "exitedOn": "%s", "explanation": "To another district"}
                """.formatted(world.today)));
    }

    private void independent() {
        known.put("requestIndependentEvaluation", () -> post("/independent-evaluations", independentRequest()));
        known.put(
                "answerIndependentEvaluation",
                () -> post(
                        independent(it -> "PUBLIC".equals(it.get("expense")) && it.get("answer") == null) + "/answer",
                        """
                {"answer": "PROVIDED", "answeredOn": "%s", "note": "List sent"}""".formatted(world.today)));
        known.put(
                "receiveIndependentEvaluation",
                () -> post(independent(it -> it.get("receivedOn") == null) + "/results", """
                {"receivedOn": "%s", "evaluator": "Private practice"}""".formatted(world.today)));
        known.put(
                "considerIndependentEvaluation",
                () -> post(
                        independent(it -> it.get("receivedOn") != null && it.get("consideredOn") == null)
                                + "/consideration",
                        """
                {"consideredOn": "%s", "consideration": "Adopted"}""".formatted(world.today)));
    }

    private void assessments() {
        known.put("startAssessment/INTAKE", () -> post("/assessments", interview("INTAKE", "")));
        known.put("startAssessment/EVALUATION", () -> post("/assessments", interview("EVALUATION", "")));
        known.put("startAssessment/INSTRUCTION", () -> post("/assessments", screening()));
        known.put(
                "startAssessment/CORRECTION",
                () -> post("/assessments", interview("INTAKE", """
                        "supersedes": {"assessmentId": "%s", "reason": "A slip"},""".formatted(finalAssessment()))));
        known.put("completeAssessment", () -> completion(draftAssessment()));
    }

    private String interview(String purpose, String more) {
        return """
                {"kind": "INTERVIEW", "instrument": {"key": "schoolcase.student-interview", "version": 1}, %s
                 "purpose": "%s", "administeredOn": "%s", "language": "en", "assessor": {"staffId": "%s"},
                 "answers": {"agreedToTalk": true, "likesAtSchool": "Art"}, "scores": [], "attachments": []}
                """.formatted(more, purpose, world.today, steps.assessor);
    }

    private String screening() {
        return interview("INSTRUCTION", """
                "pupilRights": {"ground": "NOTICE_WITHOUT_OPT_OUT", "on": "%s"},""".formatted(world.today))
                .replace("INTERVIEW", "SCREENING")
                .replace("student-interview", "social-emotional-screening")
                .replace("\"agreedToTalk\": true, \"likesAtSchool\": \"Art\"", "\"worried\": 1");
    }

    /** Of a closed case there is none, and the gate is asked before. */
    private String draftAssessment() {
        var id = send(world.coordinatorToken(), post("/assessments", interview("INTAKE", "")))
                .extract()
                .<String>path("id");
        return id == null ? Ids.next().toString() : id;
    }

    private String finalAssessment() {
        var id = draftAssessment();
        send(world.coordinatorToken(), completion(id));
        return id;
    }

    private Move completion(String id) {
        return post("/assessments/" + id + "/completion", "{\"completedOn\": \"%s\"}".formatted(world.today));
    }

    private static Move post(String path, String body) {
        return new Move("POST", path, body);
    }

    private String review() {
        return random.nextBoolean()
                ? steps.noMoreDataBody(steps.agreement())
                : steps.reviewBody().strip().replaceAll("}$", "") + steps.agreement() + "}";
    }

    private String decision() {
        return random.nextInt(3) > 0 ? steps.eligibleBody() : steps.notEligibleBody();
    }

    private String copy() {
        return steps.copyBody(world.guardian, world.today);
    }

    private String independentRequest() {
        var evaluation = reportedEvaluation();
        var asked = items("/independent-evaluations").stream()
                .anyMatch(it -> evaluation.equals(it.get("evaluationId")) && "PUBLIC".equals(it.get("expense")));
        return """
                {"evaluationId": "%s", "expense": "%s", "guardianId": "%s", "requestedOn": "%s", "disagreement": ""}
                """.formatted(
                        evaluation, asked || random.nextBoolean() ? "PRIVATE" : "PUBLIC", world.guardian, world.today);
    }

    private String evaluationPath() {
        return "/evaluations/" + newest("/evaluations", it -> true);
    }

    private String reportedEvaluation() {
        return newest("/evaluations", it -> it.get("reportedOn") != null);
    }

    private String determination() {
        return newest("/eligibility-determinations", it -> it.get("supersededAt") == null);
    }

    private String independent(Predicate<Map<String, Object>> which) {
        return "/independent-evaluations/" + newest("/independent-evaluations", which);
    }

    private String areaWithoutResult() {
        var evaluation = newest("/evaluations", it -> true);
        var found = steps.get("/evaluations/" + evaluation).extract();
        List<String> areas =
                found.statusCode() == 200 ? found.path("areas.findAll { it.completedOn == null }.area") : List.of();
        return areas.isEmpty() ? "ACADEMIC" : areas.getFirst();
    }

    /** The newest that fits; where there is none, an id of nothing. */
    private String newest(String list, Predicate<Map<String, Object>> which) {
        return items(list).stream()
                .filter(which)
                .map(it -> String.valueOf(it.get("id")))
                .findFirst()
                .orElseGet(() -> Ids.next().toString());
    }

    private List<Map<String, Object>> items(String list) {
        return steps.get(list).statusCode(200).extract().path("items");
    }
}
