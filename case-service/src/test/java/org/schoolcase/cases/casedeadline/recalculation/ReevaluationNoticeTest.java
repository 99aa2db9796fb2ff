package org.schoolcase.cases.casedeadline.recalculation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.Paperwork;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.PostgresResource;

/** The 14 days that Minnesota gives the parent to answer the notice of a proposed reevaluation. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ReevaluationNoticeTest {

    private static final String ANSWER = "items.find { it.step == 'ANSWER_TO_PLAN' }.";

    @Inject
    StudentStateConsumer students;

    @Inject
    RecalculationJob job;

    private World world;
    private UUID caseId;
    private Evaluating steps;
    private Paperwork paper;

    @Test
    void startsTheDaysOfTheParentAndTheAnswerEndsThem() {
        eligibleIn("US-MN");

        String notice = proposed("REEVALUATION")
                .statusCode(201)
                .body("proposes", equalTo("REEVALUATION"))
                .extract()
                .path("id");

        deadlines()
                .body(ANSWER + "status", equalTo("OPEN"))
                .body(ANSWER + "subjectId", equalTo(notice))
                .body(ANSWER + "startEvent", equalTo("REEVALUATION_NOTICE_GIVEN"))
                .body(ANSWER + "dueOn", equalTo(world.today.plusDays(14).toString()))
                .body(ANSWER + "citation", equalTo("Minn. R. 3525.2550 subp. 2"))
                .body(ANSWER + "confidence", equalTo("MEDIUM"));
        var guardian =
                world.district.token(Role.GUARDIAN).guardian(world.guardian).sign();
        world.as(guardian)
                .get("/v1/cases/{id}/timeline", caseId)
                .then()
                .body("items.kind", hasItems("PRIOR_NOTICE_GIVEN", "REEVALUATION_PROPOSED"));
        world.consent(caseId, "REEVALUATION", "REFUSED", world.guardian, world.today)
                .statusCode(201);
        deadlines().body(ANSWER + "endedBy", equalTo("COMPLETED"));
    }

    @Test
    void endsThemWithTheDecisionWhereNobodyAnswers() {
        eligibleIn("US-MN");
        proposed("REEVALUATION").statusCode(201);
        steps.on(world.today);
        String evaluation = steps.post("/evaluations", steps.noMoreDataBody(steps.agreement()))
                .extract()
                .path("id");
        steps.report(evaluation).statusCode(201);
        deadlines().body(ANSWER + "status", equalTo("OPEN"));

        steps.determine(steps.eligibleBody()).statusCode(201);

        deadlines().body(ANSWER + "endedBy", equalTo("COMPLETED"));
    }

    @Test
    void startsNoneForTheInitialEvaluation() {
        openIn("US-MN");
        proposed("REEVALUATION")
                .statusCode(422)
                .body("code", equalTo("notice.misplaced"))
                .body("errors[0].pointer", equalTo("/proposes"));

        proposed("EVALUATION").statusCode(201);

        none();
    }

    @Test
    void startsNoneWithANoticeOfSomethingElse() {
        eligibleIn("US-MN");
        proposed("EVALUATION").statusCode(422).body("code", equalTo("notice.misplaced"));
        paper.priorNotice(world.today).statusCode(201).body("proposes", nullValue());
        paper.post(
                        "notices",
                        paper.safeguardsBody(world.today).replaceFirst("\\{", "{\"proposes\": \"REEVALUATION\", "))
                .statusCode(422)
                .body("code", equalTo("notice.misplaced"));

        none();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-AZ", "US-CA", "US-MA"})
    void startsNoneWhereLawHasNone(String state) {
        eligibleIn(state);
        proposed("REEVALUATION").statusCode(201);

        none();
    }

    @Test
    void endsAClockThatAnEarlierTextOfTheLawStarted() throws SQLException {
        eligibleIn("US-MN");
        proposed("REEVALUATION").statusCode(201);
        execute(
                "UPDATE case_deadline SET start_event = 'OFFER_NOTICE_RECEIVED' WHERE step = 'ANSWER_TO_PLAN' AND case_id = ");
        workOff();
        deadlines()
                .body(ANSWER + "status", equalTo("OPEN"))
                .body(ANSWER + "startEvent", equalTo("REEVALUATION_NOTICE_GIVEN"));

        execute(
                "UPDATE case_deadline SET start_event = 'OFFER_NOTICE_RECEIVED' WHERE step = 'ANSWER_TO_PLAN' AND case_id = ");
        execute("UPDATE case_happening SET law_events = '{}' WHERE kind = 'REEVALUATION_PROPOSED' AND case_id = ");
        workOff();

        deadlines()
                .body(ANSWER + "status", equalTo("ENDED"))
                .body(ANSWER + "endedBy", equalTo("LAW_CHANGED"))
                .body(ANSWER + "endedOn", equalTo(world.today.toString()))
                .body(ANSWER + "dueOn", nullValue())
                .body("items.findAll { it.endedBy == 'LAW_CHANGED' }.step", equalTo(List.of("ANSWER_TO_PLAN")));
        steps.get("/deadline-moves").body("items[0].details", containsString("no such date is recorded"));
    }

    private void openIn(String state) {
        world = World.in(state, students);
        caseId = world.openCase();
        steps = new Evaluating(world, caseId);
        paper = new Paperwork(world, caseId);
    }

    private void eligibleIn(String state) {
        openIn(state);
        steps.eligible();
    }

    private ValidatableResponse proposed(String what) {
        return paper.post(
                "notices",
                paper.noticeBody(world.today).replaceFirst("\\{", "{\"proposes\": \"%s\", ".formatted(what)));
    }

    private ValidatableResponse deadlines() {
        return steps.get("/deadlines").statusCode(200);
    }

    private void none() {
        deadlines().body("items.step", not(hasItem("ANSWER_TO_PLAN")));
    }

    private void workOff() {
        world.as(world.caseManagerToken())
                .header("If-Match", "*")
                .body("{\"dates\": [], \"absences\": 0, \"extensionDays\": 0, \"circumstances\": []}")
                .put("/v1/cases/{id}/deadline-facts", caseId)
                .then()
                .statusCode(200);
        job.workOff(() -> List.of(world.district.id()));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql + "'" + caseId + "'");
        }
    }
}
