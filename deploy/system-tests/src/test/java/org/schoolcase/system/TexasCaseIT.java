package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.system.YearByHand.Off;

/** A straight case in Texas, from the parent's letter to the day of the first IEP meeting, with days absent on its way. */
@ExtendWith(RunningSuite.class)
class TexasCaseIT {

    private static final int EVALUATION = 45;
    private static final int RESPONSE = 15;
    private static final int MEETING = 30;

    @Test
    void leadsFromTheParentsLetterToEligibilityWithAbsences(World world) {
        var home = StateDistrict.open(world, "US-TX", "America/Chicago");
        var today = home.today();
        var year = new YearByHand(
                home,
                new Off(today.minusDays(26), today.minusDays(23), "STAFF_DAY", "Staff days"),
                new Off(today.plusDays(5), today.plusDays(9), "BREAK", "Autumn break"));
        var desk = CaseDesk.opened(home, today.minusDays(30));

        responseIsCounted(desk, year, today);
        referralIsDecided(desk, today);
        consentIsAskedAndGiven(desk, today);
        evaluationIsCounted(desk, year, today.minusDays(18));
        absencesMoveTheDate(desk, year, today.minusDays(18));
        var evaluation = studentIsEvaluated(desk, today);
        eligibilityIsDecided(desk, evaluation, today);

        assertEvents(desk);
        desk.assertAudited(
                "case.open",
                "referral.decide",
                "notice.record",
                "consent.request",
                "consent.attempt",
                "consent.record",
                "deadline-facts.enter",
                "evaluation.begin",
                "evaluation.plan",
                "assessment.complete",
                "evaluation.area-result",
                "evaluation.report",
                "eligibility.determine",
                "team.add");
    }

    /** There is no date without a calendar; the district's arrives over Kafka and brings one. */
    private static void responseIsCounted(CaseDesk desk, YearByHand year, LocalDate today) {
        assertThat(desk.deadline("RESPONSE_TO_REFERRAL").path("status").asText())
                .isEqualTo("NO_COMPUTED_DEADLINE");
        year.enter();
        desk.awaitDue("RESPONSE_TO_REFERRAL", year.schoolDay(today.minusDays(30), RESPONSE));
        assertThat(CaseDesk.recounted(desk.deadline("RESPONSE_TO_REFERRAL"))).isEqualTo(RESPONSE);
        assertThat(desk.deadline("RESPONSE_TO_REFERRAL").path("citation").asText())
                .isEqualTo("19 TAC 89.1011(b)");
    }

    private static void referralIsDecided(CaseDesk desk, LocalDate today) {
        var papers = desk.papers();
        desk.assertRefused(
                desk.post("/consent-requests", papers.request(today.minusDays(28))),
                "requestConsent/EVALUATION",
                "referral.undecided");
        CaseDesk.assertFaulty(
                desk.post("/referral-decision", papers.decision(today.minusDays(40))),
                "referral.decision-out-of-order",
                "/decidedOn");

        var decision = desk.made("/referral-decision", papers.decision(today.minusDays(28)));
        assertEnded(desk, "RESPONSE_TO_REFERRAL", "COMPLETED", today.minusDays(28));
        desk.assertRefused(
                desk.post("/consent-requests", papers.request(today.minusDays(28))),
                "requestConsent/EVALUATION",
                "consent.notice-missing");
        desk.made("/notices", papers.priorNotice(decision, today.minusDays(27)));
        desk.made("/notices", papers.safeguards(today.minusDays(27)));
        assertThat(CaseDesk.items(desk.get("/notices", "guardian")))
                .extracting(notice -> notice.path("kind").asText())
                .containsExactlyInAnyOrder("PRIOR_WRITTEN", "SAFEGUARDS");
    }

    private static void consentIsAskedAndGiven(CaseDesk desk, LocalDate today) {
        var papers = desk.papers();
        desk.assertOpen("requestConsent/EVALUATION");
        var request = desk.made("/consent-requests", papers.request(today.minusDays(26)));
        desk.made("/consent-requests/" + request + "/attempts", papers.attempt(today.minusDays(24)));
        desk.made("/evaluations", papers.review(today.minusDays(20)));
        desk.assertRefused(
                desk.post("/eligibility-determinations", papers.eligible(today.minusDays(19))),
                "determineEligibility",
                "consent.missing");
        CaseDesk.assertFaulty(
                desk.post("/consents", papers.answer("GIVEN", today.minusDays(17), today.minusDays(18))),
                "consent.dates-out-of-order",
                "/signedOn");

        var given = desk.post("/consents", papers.answer("GIVEN", today.minusDays(19), today.minusDays(18)))
                .expect(201);
        assertThat(given.text("requestId")).isEqualTo(request);
    }

    private static void evaluationIsCounted(CaseDesk desk, YearByHand year, LocalDate received) {
        var deadline = desk.deadline("INITIAL_EVALUATION");
        assertThat(deadline.path("dueOn").asText())
                .isEqualTo(year.schoolDay(received, EVALUATION).toString());
        assertThat(deadline.path("citation").asText()).isEqualTo("TEC 29.004; 19 TAC 89.1011");
        assertThat(CaseDesk.recounted(deadline)).isEqualTo(EVALUATION);
    }

    /** Two days absent add nothing, four add all four. */
    private static void absencesMoveTheDate(CaseDesk desk, YearByHand year, LocalDate received) {
        var papers = desk.papers();
        var few = desk.put("/deadline-facts", "\"v0\"", papers.absences(2)).expect(200);
        desk.awaitRecalculated();
        assertThat(desk.moves("FACT")).isEmpty();

        desk.put("/deadline-facts", few.etag(), papers.absences(4)).expect(200);
        desk.awaitDue("INITIAL_EVALUATION", year.schoolDay(received, EVALUATION + 4));
        assertThat(desk.deadline("INITIAL_EVALUATION").path("notes").toString()).contains("4 days absent");
        assertThat(desk.moves("FACT")).singleElement().satisfies(move -> {
            assertThat(move.path("step").asText()).isEqualTo("INITIAL_EVALUATION");
            assertThat(move.path("fromOn").asText())
                    .isEqualTo(year.schoolDay(received, EVALUATION).toString());
            assertThat(move.path("toOn").asText())
                    .isEqualTo(year.schoolDay(received, EVALUATION + 4).toString());
            assertThat(move.path("details").asText()).contains("absent");
        });
    }

    private static String studentIsEvaluated(CaseDesk desk, LocalDate today) {
        var papers = desk.papers();
        CaseDesk.assertFaulty(
                desk.post("/team", papers.member("stranger", today)), "team.staff-without-relation", "/staffId");
        desk.made("/team", papers.member("service-provider", today));
        var evaluation =
                "/evaluations/" + desk.get("/stage").path("evaluationId").asText();
        desk.put(evaluation + "/plan", "*", papers.plan(today.minusDays(16))).expect(200);
        assertThat(desk.stage()).isEqualTo("EVALUATING");

        CaseDesk.assertFaulty(
                desk.post("/assessments", papers.assessment(today.minusDays(12), "PERHAPS")),
                "assessment.answers-invalid",
                "/answers/agreement");
        var assessment = desk.made("/assessments", papers.assessment(today.minusDays(12), "AGREE"));
        desk.postStep("/assessments/" + assessment + "/completion", "*", papers.completion(today.minusDays(11)))
                .expect(200, 201);
        desk.made(evaluation + "/area-results", papers.result("ACADEMIC", today.minusDays(11), assessment));
        assertThat(desk.post(evaluation + "/report", papers.report(today.minusDays(8)))
                        .text("code"))
                .isEqualTo("evaluation.area-without-result");
        desk.made(evaluation + "/area-results", papers.result("COMMUNICATION", today.minusDays(10), assessment));
        CaseDesk.assertFaulty(
                desk.post(evaluation + "/report", papers.report(today.plusDays(1))),
                "dates.out-of-order",
                "/reportedOn");
        desk.post(evaluation + "/report", papers.report(today.minusDays(8))).expect(201);
        return evaluation;
    }

    private static void eligibilityIsDecided(CaseDesk desk, String evaluation, LocalDate today) {
        var reported = today.minusDays(8);
        assertEnded(desk, "INITIAL_EVALUATION", "COMPLETED", reported);
        var meeting = desk.deadline("INITIAL_IEP_MEETING");
        assertThat(meeting.path("startEvent").asText()).isEqualTo("EVALUATION_REPORTED");
        assertThat(CaseDesk.recounted(meeting)).isEqualTo(MEETING);

        desk.made("/eligibility-determinations", desk.papers().eligible(today.minusDays(5)));

        assertThat(desk.stage()).isEqualTo("ELIGIBLE");
        assertThat(desk.deadline("INITIAL_IEP_MEETING").path("dueOn").asText())
                .isEqualTo(reported.plusDays(MEETING).toString());
        assertThat(desk.deadline("REEVALUATION").path("dueOn").asText())
                .isEqualTo(reported.plusYears(3).toString());
        assertThat(desk.get(evaluation).at("/report/reportedOn").asText()).isEqualTo(reported.toString());
    }

    private static void assertEvents(CaseDesk desk) {
        desk.events(
                "opened",
                "referral-decided",
                "notice-given",
                "notice-given",
                "consent-requested",
                "consent-recorded",
                "deadline-set",
                "deadline-moved",
                "evaluation-planned",
                "assessment-completed",
                "evaluation-reported",
                "eligibility-determined");
        assertThat(desk.told("deadline-set"))
                .extracting(it -> it.path("ruleId").asText())
                .contains("us-tx.response-to-referral", "us-tx.initial-evaluation", "us-tx.initial-iep-meeting");
        assertThat(desk.told("deadline-moved"))
                .last()
                .extracting(it -> it.path("because").asText())
                .isEqualTo("FACT");
    }

    private static void assertEnded(CaseDesk desk, String step, String by, LocalDate on) {
        assertThat(desk.deadline(step).path("endedBy").asText()).as(step).isEqualTo(by);
        assertThat(desk.deadline(step).path("endedOn").asText()).as(step).isEqualTo(on.toString());
    }
}
