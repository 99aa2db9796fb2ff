package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A case whose consent is refused, asked for again, given, and later revoked: what is shut, and what stays. */
@ExtendWith(RunningSuite.class)
class RefusedCaseIT {

    private static final int EVALUATION = 60;

    @Test
    void stopsAtTheRefusalAndFromTheDayOfTheRevocation(World world) {
        var home = StateDistrict.open(world, "US-AZ", "America/Phoenix");
        var today = home.today();
        var desk = CaseDesk.opened(home, today.minusDays(30));
        var papers = desk.papers();
        var decision = desk.made("/referral-decision", papers.decision(today.minusDays(28)));
        desk.made("/notices", papers.priorNotice(decision, today.minusDays(27)));
        desk.made("/notices", papers.safeguards(today.minusDays(27)));
        var evaluation = "/evaluations/" + desk.made("/evaluations", papers.review(today.minusDays(26)));

        isRefused(desk, evaluation, today);
        var consent = isGivenAfterAll(desk, today);
        var assessment = isBegun(desk, evaluation, today);
        isRevoked(desk, consent, today);
        assertShut(desk, evaluation, assessment, today);
        assertNothingUndone(desk, evaluation, assessment, today);

        desk.events("opened", "consent-recorded", "consent-recorded", "evaluation-planned", "consent-recorded");
        assertThat(desk.told("consent-recorded"))
                .extracting(it -> it.path("decision").asText())
                .containsExactly("REFUSED", "GIVEN", "REVOKED");
        desk.assertAudited("consent.request", "consent.record", "consent.revoke", "evaluation.area-result");
    }

    private static void isRefused(CaseDesk desk, String evaluation, LocalDate today) {
        var papers = desk.papers();
        var request = desk.made("/consent-requests", papers.request(today.minusDays(25)));
        desk.made("/consents", papers.answer("REFUSED", today.minusDays(23), today.minusDays(22)));

        var late = desk.post("/consent-requests/" + request + "/attempts", papers.attempt(today.minusDays(21)));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("consent.request-answered");
        assertThat(desk.items("/deadlines"))
                .extracting(it -> it.path("step").asText())
                .doesNotContain("INITIAL_EVALUATION");
        desk.assertRefused(
                desk.put(evaluation + "/plan", "*", papers.plan(today.minusDays(20))),
                "planEvaluation",
                "consent.missing");
        desk.assertRefused(
                desk.post("/assessments", papers.assessment(today.minusDays(20), "AGREE")),
                "startAssessment/EVALUATION",
                "consent.missing");
    }

    private static String isGivenAfterAll(CaseDesk desk, LocalDate today) {
        var papers = desk.papers();
        desk.assertOpen("requestConsent/EVALUATION");
        var request = desk.made("/consent-requests", papers.request(today.minusDays(18)));
        var given = desk.post("/consents", papers.answer("GIVEN", today.minusDays(16), today.minusDays(15)))
                .expect(201);
        assertThat(given.text("requestId")).isEqualTo(request);
        var deadline = desk.deadline("INITIAL_EVALUATION");
        assertThat(deadline.path("dueOn").asText())
                .isEqualTo(today.minusDays(15).plusDays(EVALUATION).toString());
        assertThat(CaseDesk.recounted(deadline)).isEqualTo(EVALUATION);
        return given.text("id");
    }

    private static String isBegun(CaseDesk desk, String evaluation, LocalDate today) {
        var papers = desk.papers();
        desk.put(evaluation + "/plan", "*", papers.plan(today.minusDays(14))).expect(200);
        CaseDesk.assertFaulty(
                desk.post(
                        evaluation + "/area-results",
                        papers.result(
                                "ACADEMIC", today.minusDays(16), desk.caseId().toString())),
                "dates.out-of-order",
                "/completedOn");
        var assessment = desk.made("/assessments", papers.assessment(today.minusDays(12), "AGREE"));
        desk.postStep("/assessments/" + assessment + "/completion", "*", papers.completion(today.minusDays(11)))
                .expect(200, 201);
        desk.made(evaluation + "/area-results", papers.result("ACADEMIC", today.minusDays(10), assessment));
        return assessment;
    }

    private static void isRevoked(CaseDesk desk, String consent, LocalDate today) {
        var papers = desk.papers();
        var revocation = "/consents/" + consent + "/revocation";
        CaseDesk.assertFaulty(
                desk.post(revocation, papers.revocation(today.minusDays(20))),
                "consent.dates-out-of-order",
                "/revokedOn");
        desk.post(revocation, papers.revocation(today.minusDays(3))).expect(200, 201);
        var again = desk.post(revocation, papers.revocation(today.minusDays(2)));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code"))
                .isEqualTo(desk.action("revokeConsent/EVALUATION").path("code").asText());
    }

    private static void assertShut(CaseDesk desk, String evaluation, String assessment, LocalDate today) {
        var papers = desk.papers();
        assertThat(desk.stage()).isEqualTo("TO_BE_EVALUATED");
        desk.assertRefused(
                desk.put(evaluation + "/plan", "*", papers.plan(today)), "planEvaluation", "consent.missing");
        desk.assertRefused(
                desk.post(evaluation + "/area-results", papers.result("COMMUNICATION", today, assessment)),
                "recordAreaResult",
                "consent.missing");
        desk.assertRefused(
                desk.post(evaluation + "/report", papers.report(today)), "reportEvaluation", "consent.missing");
        desk.assertRefused(
                desk.post("/eligibility-determinations", papers.eligible(today)),
                "determineEligibility",
                "consent.missing");
        desk.assertRefused(
                desk.post("/assessments", papers.assessment(today, "AGREE")),
                "startAssessment/EVALUATION",
                "consent.missing");
        desk.assertOpen("requestConsent/EVALUATION");
    }

    /** The clock ended on the day of the revocation; what was done with consent is there as it was. */
    private static void assertNothingUndone(CaseDesk desk, String evaluation, String assessment, LocalDate today) {
        var deadline = desk.deadline("INITIAL_EVALUATION");
        assertThat(deadline.path("status").asText()).isEqualTo("ENDED");
        assertThat(deadline.path("endedBy").asText()).isEqualTo("CONSENT_REVOKED");
        assertThat(deadline.path("endedOn").asText())
                .isEqualTo(today.minusDays(3).toString());
        assertThat(deadline.path("dueOn").asText())
                .isEqualTo(today.minusDays(15).plusDays(EVALUATION).toString());
        assertThat(desk.items("/deadlines"))
                .filteredOn(it -> it.path("step").asText().equals("INITIAL_EVALUATION"))
                .hasSize(1);

        assertThat(areas(desk.get(evaluation)))
                .filteredOn(area -> area.path("area").asText().equals("ACADEMIC"))
                .extracting(area -> area.path("completedOn").asText())
                .containsExactly(today.minusDays(10).toString());
        assertThat(desk.get("/assessments/" + assessment).path("completedOn").asText())
                .isEqualTo(today.minusDays(11).toString());
        assertThat(desk.items("/consents"))
                .extracting(it -> it.path("decision").asText(), it -> it.path("inForce")
                        .asBoolean())
                .containsExactlyInAnyOrder(tuple("REFUSED", false), tuple("GIVEN", false));
        assertThat(desk.items("/consent-requests")).hasSize(2);
    }

    private static List<JsonNode> areas(JsonNode evaluation) {
        return evaluation.path("areas").findParents("area");
    }
}
