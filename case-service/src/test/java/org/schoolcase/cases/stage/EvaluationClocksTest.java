package org.schoolcase.cases.stage;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.calendar.CalendarStateConsumer;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Calendars;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

/** The clocks that the steps of an evaluation start and end, by the law of each State. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class EvaluationClocksTest {

    @Inject
    StudentStateConsumer students;

    @Inject
    CalendarStateConsumer calendars;

    private World world;
    private Evaluating steps;

    @Test
    void texasWantsTheReportByTheFortyFifthSchoolDayAndThenTheMeeting() {
        inState("US-TX");
        var evaluation = steps.begun();
        steps.consent("EVALUATION").statusCode(201);
        is("INITIAL_EVALUATION", "status", "OPEN");
        is("INITIAL_EVALUATION", "dueOn", Calendars.weekday(steps.consented, 45).toString());
        steps.plan(evaluation).statusCode(200);
        steps.result(evaluation, "ACADEMIC").statusCode(201);
        steps.result(evaluation, "COMMUNICATION").statusCode(201);
        deadlines().body("items.findAll { it.step == 'INITIAL_IEP_MEETING' }", hasSize(0));

        steps.report(evaluation).statusCode(201);

        is("INITIAL_EVALUATION", "endedBy", "COMPLETED");
        is("INITIAL_EVALUATION", "endedOn", steps.reported.toString());
        is("INITIAL_IEP_MEETING", "startEvent", "EVALUATION_REPORTED");
        is("INITIAL_IEP_MEETING", "dueOn", steps.reported.plusDays(30).toString());
        steps.determine(steps.eligibleBody()).statusCode(201);
        is("INITIAL_IEP_MEETING", "dueOn", steps.reported.plusDays(30).toString());
        deadlines().body("items.findAll { it.step == 'INITIAL_IEP_MEETING' }", hasSize(1));
    }

    @Test
    void californiaWaitsForTheMeetingAndNotForTheReport() {
        inState("US-CA");
        steps.reported("EVALUATION");

        is("INITIAL_EVALUATION", "status", "OPEN");
        is("INITIAL_EVALUATION", "dueOn", steps.consented.plusDays(60).toString());
        steps.determine(steps.eligibleBody()).statusCode(201);
        is("INITIAL_EVALUATION", "status", "OPEN");
        is("INITIAL_IEP_MEETING", "startEvent", "ELIGIBILITY_DETERMINED");
    }

    @Test
    void californiaHasNothingToWaitForWhenTheStudentIsNotEligible() {
        inState("US-CA");
        steps.reported("EVALUATION");
        steps.determine(steps.notEligibleBody()).statusCode(201);

        is("INITIAL_EVALUATION", "endedBy", "COMPLETED");
    }

    @Test
    void theReportIsOwedToTheParentUntilItIsGiven() {
        inState("US-AZ");
        var evaluation = steps.reported("EVALUATION");
        is("REPORT_TO_PARENT", "status", "NO_NUMERIC_DEADLINE");

        steps.post("/evaluations/" + evaluation + "/report/copies", steps.copyBody(world.guardian, world.today))
                .statusCode(201);

        is("REPORT_TO_PARENT", "endedBy", "COMPLETED");
    }

    private void inState(String state) {
        world = World.in(state, students);
        var calendar = Ids.next();
        var profile = Calendars.profile(calendar, 1, world.today, List.of());
        calendars.on(Records.batch(Calendars.TOPIC, world.district.id(), Calendars.PROFILE, calendar, profile));
        steps = new Evaluating(world, world.openCase());
    }

    private ValidatableResponse deadlines() {
        return steps.get("/deadlines").statusCode(200);
    }

    private void is(String step, String field, String value) {
        deadlines().body("items.find { it.step == '%s' }.%s".formatted(step, field), equalTo(value));
    }
}
