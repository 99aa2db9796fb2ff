package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.Service;
import org.schoolcase.system.YearByHand.Off;

/** A case in California whose consent is received before winter break, and what snow does to its date. */
@ExtendWith(RunningSuite.class)
class CaliforniaCaseIT {

    private static final int EVALUATION = 60;
    private static final String CITATION = "Cal. Ed. Code 56043, 56302.1, 56344";

    @Test
    void leavesOutTheBreakAndMovesWithTheSnow(World world) {
        var home = StateDistrict.open(world, "US-CA", "America/Los_Angeles");
        var today = home.today();
        var monday = YearByHand.next(DayOfWeek.MONDAY, today.plusDays(10));
        var winter = new Off(monday, monday.plusDays(11), "BREAK", "winter break");
        var thanksgiving = new Off(today.plusDays(2), today.plusDays(4), "HOLIDAY", "Thanksgiving");
        var year = new YearByHand(home, thanksgiving, winter).enter();
        var desk = CaseDesk.opened(home, today.minusDays(12));
        var received = today.minusDays(5);

        consentIsGiven(desk, received);
        var planned = year.dayWithout(winter, received, EVALUATION);
        desk.awaitDue("INITIAL_EVALUATION", planned);
        assertBreakIsLeftOut(desk.deadline("INITIAL_EVALUATION"), winter);

        snowInTheMidstOfSchoolMovesNothing(desk, year, monday.plusDays(16));
        year.close(monday.plusDays(14), "Snow");
        var moved = year.dayWithout(winter, received, EVALUATION);
        assertThat(moved).isEqualTo(planned.plusDays(1));
        desk.awaitDue("INITIAL_EVALUATION", moved);

        assertMove(desk, planned, moved);
        assertThat(CaseDesk.recounted(desk.deadline("INITIAL_EVALUATION"))).isEqualTo(EVALUATION);
        assertThat(CaseDesk.items(desk.get("/deadlines", "guardian")))
                .extracting(it -> it.path("dueOn").asText())
                .contains(moved.toString());
        reportDoesNotEndTheClock(desk, today);
        desk.assertAudited("case.open", "consent.record", "deadline-move.list", "evaluation.report");
    }

    private static void consentIsGiven(CaseDesk desk, LocalDate received) {
        var papers = desk.papers();
        var decision = desk.made("/referral-decision", papers.decision(received.minusDays(5)));
        desk.made("/notices", papers.priorNotice(decision, received.minusDays(4)));
        desk.made("/notices", papers.safeguards(received.minusDays(4)));
        desk.made("/consent-requests", papers.request(received.minusDays(3)));
        desk.made("/consents", papers.answer("GIVEN", received.minusDays(1), received));
    }

    /** Thanksgiving counts, as it is no break of more than five school days. */
    private static void assertBreakIsLeftOut(JsonNode deadline, Off winter) {
        assertThat(deadline.path("citation").asText()).isEqualTo(CITATION);
        assertThat(CaseDesk.recounted(deadline)).isEqualTo(EVALUATION);
        var leftOut = deadline.path("trace").findParents("counted").stream()
                .filter(range -> !range.path("counted").asBoolean())
                .filter(range -> !range.path("reason").asText().startsWith("day 0"))
                .toList();
        assertThat(leftOut).singleElement().satisfies(range -> {
            assertThat(range.path("from").asText()).isEqualTo(winter.from().toString());
            assertThat(range.path("to").asText())
                    .isEqualTo(winter.to().plusDays(2).toString());
            assertThat(range.path("reason").asText()).contains("winter break", "10 school days", CITATION);
        });
    }

    private static void snowInTheMidstOfSchoolMovesNothing(CaseDesk desk, YearByHand year, LocalDate wednesday) {
        var world = desk.home().world();
        year.close(wednesday, "Ice on the roads");
        var known =
                "SELECT count(*) FROM school_calendar WHERE district_id = '%s' AND years::text LIKE '%%Ice on the roads%%'"
                        .formatted(desk.home().district().id());
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(world.count(Service.CASE, known))
                .isEqualTo(1));
        desk.awaitRecalculated();
        assertThat(desk.moves("CALENDAR")).isEmpty();
    }

    /** From, to and because: in the report to the case manager and the coordinator, and on Kafka. */
    private static void assertMove(CaseDesk desk, LocalDate from, LocalDate to) {
        assertThat(desk.moves("CALENDAR")).singleElement().satisfies(move -> {
            assertThat(move.path("step").asText()).isEqualTo("INITIAL_EVALUATION");
            assertThat(move.path("fromOn").asText()).isEqualTo(from.toString());
            assertThat(move.path("toOn").asText()).isEqualTo(to.toString());
            assertThat(move.path("details").asText()).contains("now left out", "winter break");
        });
        assertThat(CaseDesk.items(desk.get("/deadline-moves", "coordinator"))).isEqualTo(desk.items("/deadline-moves"));
        desk.events("opened", "consent-recorded", "deadline-set", "deadline-moved");
        assertThat(desk.told("deadline-moved")).last().satisfies(told -> {
            assertThat(told.path("ruleId").asText()).isEqualTo("us-ca.initial-evaluation");
            assertThat(told.path("fromOn").asText()).isEqualTo(from.toString());
            assertThat(told.path("toOn").asText()).isEqualTo(to.toString());
            assertThat(told.path("because").asText()).isEqualTo("CALENDAR");
        });
    }

    /** California counts to the meeting. */
    private static void reportDoesNotEndTheClock(CaseDesk desk, LocalDate today) {
        var papers = desk.papers();
        var evaluation = "/evaluations/" + desk.made("/evaluations", papers.review(today.minusDays(5)));
        desk.put(evaluation + "/plan", "*", papers.plan(today.minusDays(4))).expect(200);
        var assessment = desk.made("/assessments", papers.assessment(today.minusDays(3), "AGREE"));
        for (var area : List.of("ACADEMIC", "COMMUNICATION")) {
            desk.made(evaluation + "/area-results", papers.result(area, today.minusDays(2), assessment));
        }
        desk.post(evaluation + "/report", papers.report(today.minusDays(1))).expect(201);
        assertThat(desk.deadline("INITIAL_EVALUATION").path("status").asText()).isEqualTo("OPEN");
    }
}
