package org.schoolcase.cases.casedeadline;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.testing.PostgresResource;

/** Which clocks a referral starts, by the law of the State and by who asked. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ClocksTest {

    @Inject
    StudentStateConsumer students;

    @Test
    void owesAParentAnAnswerInTheWordsOfTheLaw() {
        var world = World.create(students);

        deadlines(world, open(world, "PARENT"))
                .body("items.step", hasItem("RESPONSE_TO_REFERRAL"))
                .body("items[0].status", equalTo("NO_NUMERIC_DEADLINE"))
                .body("items[0].startEvent", equalTo("WRITTEN_REFERRAL_RECEIVED"));
    }

    @Test
    void countsNothingForAReferralByStaffWhereTheStateCountsFromConsent() {
        var world = World.create(students);

        deadlines(world, open(world, "STAFF")).body("items", empty());
    }

    @Test
    void countsTheEvaluationFromTheReferralWhereTheStateDoes() {
        var world = World.in("US-NC", students);
        var caseId = open(world, "STAFF");
        var both = List.of("INITIAL_IEP_MEETING", "INITIAL_EVALUATION");

        deadlines(world, caseId)
                .body("items.step", equalTo(both))
                .body(
                        "items[0].dueOn",
                        equalTo(world.today.minusDays(20).plusDays(90).toString()))
                .body("items[0].subjectId", equalTo(caseId.toString()));
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today.minusDays(3))
                .statusCode(201)
                .body("deadline.step", equalTo("INITIAL_EVALUATION"));
        deadlines(world, caseId).body("items.step", equalTo(both));
    }

    @Test
    void startsNoClockOfLawForAnIndicator() {
        var world = World.in("US-NC", students);

        deadlines(world, open(world, "INDICATOR")).body("items.step", not(hasItem("INITIAL_EVALUATION")));
    }

    @Test
    void leavesHolidaysOfTheStateOutOfBusinessDaysInRealDeadlinesAndInWhatIf() {
        var world = World.in("US-VA", students);
        var caseId = UUID.fromString(world.as(world.caseManagerToken())
                .body(world.openBody(world.student)
                        .replace(world.today.minusDays(20).toString(), "2026-10-01"))
                .post("/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));

        deadlines(world, caseId)
                .body("items.find { it.step == 'INITIAL_EVALUATION' }.dueOn", equalTo("2027-01-11"))
                .body(
                        "items.find { it.step == 'INITIAL_EVALUATION' }.trace.reason",
                        hasItem("holiday: Election Day (Va. Code 2.2-3300; confidence medium)"));
        world.as(world.caseManagerToken())
                .body("""
                        {"caseId": "%s", "steps": ["INITIAL_EVALUATION"],
                         "holidays": [{"on": "2026-11-03", "name": "Election Day"}]}""".formatted(caseId))
                .post("/v1/deadlines/what-if")
                .then()
                .statusCode(200)
                .body("steps[0].now.dueOn", equalTo("2027-01-11"))
                .body("steps[0].then.dueOn", equalTo("2027-01-01"));
    }

    private static UUID open(World world, String source) {
        return UUID.fromString(world.as(world.caseManagerToken())
                .body(world.openBody(world.student).replace("STAFF", source))
                .post("/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static ValidatableResponse deadlines(World world, UUID caseId) {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/deadlines", caseId)
                .then()
                .statusCode(200);
    }
}
