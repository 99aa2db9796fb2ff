package org.schoolcase.cases.stage;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.cases.stage.Moves.Move;
import org.schoolcase.cases.testing.Casework;
import org.schoolcase.cases.testing.Paperwork;
import org.schoolcase.cases.testing.Staff;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;

/** Decisions, notices, consents, team and tasks of a case, each with a body that is valid as the case stands. */
final class PaperMoves {

    private final World world;
    private final UUID caseId;
    private final Staff staff;
    private final Random random;
    private final Paperwork paper;

    PaperMoves(World world, UUID caseId, Staff staff, Random random) {
        this.world = world;
        this.caseId = caseId;
        this.staff = staff;
        this.random = random;
        this.paper = new Paperwork(world, caseId);
    }

    /** A move is null where the case has nothing that it could name. */
    void addTo(Map<String, Supplier<@Nullable Move>> known) {
        known.put("decideReferral", () -> post("/referral-decision", decision()));
        known.put("recordNotice", () -> post("/notices", notice()));
        known.put("giveAssessmentPlan", () -> post("/assessment-plans", paper.assessmentPlanBody(world.today)));
        known.put("logConsentAttempt", this::attempt);
        known.put("addTeamMember", () -> post("/team", """
                {"staffId": "%s", "role": "SPEECH_THERAPIST", "from": "%s"}""".formatted(staff.atTheSchool(), world.today)));
        known.put("withdrawConsentException", this::withdrawal);
        known.put("addTask", () -> post("/tasks", Casework.taskBody(world.caseManager, null)));
        for (var kind : ConsentKind.values()) {
            known.put(
                    "requestConsent/" + kind, () -> post("/consent-requests", paper.askBody(kind.name(), world.today)));
            known.put("recordConsent/" + kind, () -> post("/consents", consent(kind)));
            known.put("revokeConsent/" + kind, () -> revocation(kind));
            known.put("recordConsentException/" + kind, () -> post("/consent-exceptions", exception(kind)));
        }
    }

    private String decision() {
        var decision = List.of("EVALUATE", "EVALUATE", "SUPPORT", "REFUSE").get(random.nextInt(4));
        var body = paper.decisionBody(decision, world.today);
        List<Object> before = paper.get("referral-decision").extract().path("items");
        return before == null || before.isEmpty()
                ? body
                : body.replace("{\"decision\"", "{\"supersedesReason\": \"Looked at again\", \"decision\"");
    }

    private String notice() {
        return random.nextBoolean() ? paper.noticeBody(world.today) : paper.safeguardsBody(world.today);
    }

    private @Nullable Move attempt() {
        String open = paper.get("consent-requests").extract().path("items.find { it.answer == null }?.id");
        return open == null ? null : post("/consent-requests/" + open + "/attempts", """
                        {"means": "CALL", "madeOn": "%s", "outcome": "NO_ANSWER", "result": "Rang"}""".formatted(world.today));
    }

    private String consent(ConsentKind kind) {
        var decision = random.nextInt(4) == 0 ? "REFUSED" : "GIVEN";
        return world.consentBody(kind.name(), decision, world.guardian, world.today, world.today);
    }

    private @Nullable Move revocation(ConsentKind kind) {
        List<Map<String, Object>> all = paper.get("consents").extract().path("items");
        return all.stream()
                .filter(it -> kind.name().equals(it.get("kind")))
                .sorted((one, other) -> Boolean.compare(
                        Boolean.TRUE.equals(other.get("inForce")), Boolean.TRUE.equals(one.get("inForce"))))
                .findFirst()
                .map(it ->
                        post("/consents/" + it.get("id") + "/revocation", """
                        {"guardianId": "%s", "revokedOn": "%s", "method": "PAPER"}""".formatted(world.guardian, world.today)))
                .orElse(null);
    }

    /** Of one that holds; where none does, the gate is asked before the exception is looked for. */
    private Move withdrawal() {
        String held = paper.get("consent-exceptions").extract().path("items.find { it.endedOn == null }?.id");
        return post(
                "/consent-exceptions/" + (held == null ? Ids.next().toString() : held) + "/withdrawal",
                "{\"reason\": \"Recorded by mistake\"}");
    }

    private String exception(ConsentKind kind) {
        var ground = kind == ConsentKind.REEVALUATION ? "OVERRIDE_DECIDED" : "WARD_PARENT_NOT_FOUND";
        return """
                {"kind": "%s", "ground": "%s", "explanation": "What was done and found", "decidedOn": "%s",
                 "documentReference": "Order 7"}
                """.formatted(kind, ground, world.today);
    }

    private static Move post(String path, String body) {
        return new Move("POST", path, body);
    }
}
