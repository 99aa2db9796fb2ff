package org.schoolcase.cases.assessmentplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.cases.calendar.CalendarStateConsumer;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Calendars;
import org.schoolcase.cases.testing.Paperwork;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

/** The plan that California's parents get with the request for consent, and the clocks that end and start with it. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class AssessmentPlanResourceTest {

    private static final String RESPONSE = "items.find { it.step == 'RESPONSE_TO_REFERRAL' }.";
    private static final String ANSWER = "items.find { it.step == 'ANSWER_TO_PLAN' }.";

    @Inject
    StudentStateConsumer students;

    @Inject
    CalendarStateConsumer calendars;

    private World world;
    private UUID caseId;
    private Paperwork paper;
    private LocalDate received;

    @Test
    void californiaCountsToThePlanAndFromIt() {
        inState("US-CA");
        deadlines()
                .body(RESPONSE + "status", equalTo("OPEN"))
                .body(RESPONSE + "dueOn", equalTo(received.plusDays(15).toString()));
        paper.readyToAsk(received.plusDays(2));
        deadlines().body(RESPONSE + "status", equalTo("OPEN")).body("items.step", not(hasItem("ANSWER_TO_PLAN")));

        var on = received.plusDays(4);
        String id = paper.assessmentPlan(on).statusCode(201).extract().path("id");

        deadlines()
                .body(RESPONSE + "status", equalTo("ENDED"))
                .body(RESPONSE + "endedOn", equalTo(on.toString()))
                .body(ANSWER + "status", equalTo("OPEN"))
                .body(ANSWER + "subjectId", equalTo(id))
                .body(ANSWER + "citation", equalTo("Cal. Ed. Code 56321"))
                .body(ANSWER + "dueOn", equalTo(on.plusDays(15).toString()));

        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, on.plusDays(3))
                .statusCode(201);
        deadlines()
                .body(ANSWER + "endedOn", equalTo(on.plusDays(3).toString()))
                .body(ANSWER + "endedBy", equalTo("COMPLETED"));
    }

    @Test
    void aRefusalAnswersItToo() {
        planned("US-CA");

        world.consent(caseId, "PUBLIC_INSURANCE", "REFUSED", world.guardian, world.today)
                .statusCode(201);
        deadlines().body(ANSWER + "status", equalTo("OPEN"));
        world.consent(caseId, "EVALUATION", "REFUSED", world.guardian, world.today)
                .statusCode(201);
        deadlines().body(ANSWER + "status", equalTo("ENDED")).body(ANSWER + "endedOn", equalTo(world.today.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-AZ", "US-MA", "US-MN"})
    void startsNoClockWhereLawHasNone(String state) {
        planned(state);
        deadlines().body("items.step", not(hasItem("ANSWER_TO_PLAN")));
    }

    @Test
    void isReadByTheFamilyAndStandsInItsTimeline() {
        var id = planned("US-CA");
        var guardian =
                world.district.token(Role.GUARDIAN).guardian(world.guardian).sign();

        world.as(guardian)
                .get("/v1/cases/{id}/assessment-plans", caseId)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].assessments", contains("Words-of-the-plan"))
                .body("items[0].language", equalTo("es"));
        world.as(guardian)
                .get("/v1/cases/{id}/timeline", caseId)
                .then()
                .statusCode(200)
                .body("items.kind", hasItem("ASSESSMENT_PLAN_RECEIVED"));
        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("assessment-plan.give");
            assertThat(entry.entityId()).hasToString(id);
            assertThat(entry.studentId()).isEqualTo(world.student);
        });
        assertThat(OutboxProbe.of(world.district).toString()).doesNotContain("Words-of-the-plan");
    }

    @Test
    void comesAfterTheDecisionAndTheSafeguards() {
        inState("US-CA");
        refused(409, "referral.undecided");
        paper.decide("REFUSE", received).statusCode(201);
        refused(409, "referral.not-for-evaluation");
        paper.post(
                        "referral-decision",
                        paper.decisionBody("EVALUATE", received).replace("}", ", \"supersedesReason\": \"New data\"}"))
                .statusCode(201);
        refused(409, "assessment-plan.safeguards-missing");
        paper.safeguards(received).statusCode(201);
        paper.assessmentPlan(received).statusCode(201);
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today);
        refused(409, "consent.already-in-force");
    }

    @Test
    void refusesWhoHoldsNoRightsAndOtherLanguagesUnexplained() {
        inState("US-CA");
        paper.readyToAsk(received);
        var body = paper.assessmentPlanBody(world.today);

        refused(body.replace(world.guardian.toString(), world.guardianWithoutRights.toString()), 422)
                .body("code", equalTo("assessment-plan.recipient-without-rights"))
                .body("citation", equalTo("Cal. Ed. Code 56321(a); 34 CFR 300.520(a)"))
                .body("errors[0].pointer", equalTo("/guardianIds/0"));
        refused(body.replace("\"" + world.guardian + "\"", ""), 422)
                .body("code", equalTo("assessment-plan.recipient-without-rights"));
        refused(body.replace("\"delivery\"", "\"toStudent\": true, \"delivery\""), 422)
                .body("errors[0].pointer", equalTo("/toStudent"));
        refused(body.replace("\"es\"", "\"en\""), 422)
                .body("code", equalTo("assessment-plan.language-unexplained"))
                .body("citation", equalTo("Cal. Ed. Code 56321(b)(2); 34 CFR 300.503(c)"))
                .body("detail", containsString("how the plan was translated"))
                .body("errors[0].pointer", equalTo("/languageNote"));
        refused(body.replace("[\"Words-of-the-plan\"]", "[]"), 400);
        paper.get("assessment-plans").body("items", empty());
    }

    @Test
    void refusesDatesOutOfOrder() {
        inState("US-CA");
        paper.readyToAsk(received);
        for (var days : List.of(List.of(-1, 0), List.of(2, 1), List.of(0, 400))) {
            var body = paper.assessmentPlanBody(received)
                    .replace("sentOn\": \"" + received, "sentOn\": \"" + received.plusDays(days.get(0)))
                    .replace("receivedOn\": \"" + received, "receivedOn\": \"" + received.plusDays(days.get(1)));
            refused(body, 422).body("code", equalTo("assessment-plan.dates-out-of-order"));
        }
    }

    @Test
    void isOfOneDistrictAndOfTheCaseManager() {
        planned("US-CA");
        var other = World.create(students);
        var body = paper.assessmentPlanBody(world.today);

        other.as(other.coordinatorToken())
                .body(body)
                .post("/v1/cases/{id}/assessment-plans", caseId)
                .then()
                .statusCode(404);
        other.as(other.coordinatorToken())
                .get("/v1/cases/{id}/assessment-plans", caseId)
                .then()
                .statusCode(404);
        var stranger = world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
        world.as(stranger)
                .body(body)
                .post("/v1/cases/{id}/assessment-plans", caseId)
                .then()
                .statusCode(404);
        var teacher = world.district.token(Role.TEACHER).staff(Ids.next()).sign();
        world.as(teacher)
                .body(body)
                .post("/v1/cases/{id}/assessment-plans", caseId)
                .then()
                .statusCode(403);
    }

    @Test
    void newJerseyCountsTheNoticeFromTheMeetingAboutTheReferral() {
        inState("US-NJ");
        var decided = received.plusDays(6);
        deadlines().body(RESPONSE + "status", equalTo("OPEN"));
        paper.post(
                        "referral-decision",
                        paper.decisionBody("EVALUATE", decided)
                                .replace(
                                        "\"decidedOn\"", "\"meetingOn\": \"%s\", \"decidedOn\"".formatted(world.today)))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/meetingOn"));

        var met = received.plusDays(5);
        paper.post(
                        "referral-decision",
                        paper.decisionBody("EVALUATE", decided)
                                .replace("\"decidedOn\"", "\"meetingOn\": \"%s\", \"decidedOn\"".formatted(met)))
                .statusCode(201)
                .body("meetingOn", equalTo(met.toString()));

        deadlines()
                .body(RESPONSE + "status", equalTo("ENDED"))
                .body(RESPONSE + "endedOn", equalTo(met.toString()))
                .body(
                        "items.find { it.step == 'PRIOR_WRITTEN_NOTICE' }.dueOn",
                        equalTo(met.plusDays(15).toString()));
        paper.get("referral-decision").body("items[0].meetingOn", equalTo(met.toString()));
    }

    private String planned(String state) {
        inState(state);
        paper.readyToAsk(received);
        return paper.assessmentPlan(received.plusDays(3))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void inState(String state) {
        world = World.in(state, students);
        var calendar = Ids.next();
        calendars.on(Records.batch(
                Calendars.TOPIC,
                world.district.id(),
                Calendars.PROFILE,
                calendar,
                Calendars.profile(calendar, 1, world.today, List.of())));
        received = world.today.minusDays(20);
        caseId = UUID.fromString(world.as(world.caseManagerToken())
                .body(world.openBody(world.student).replace("STAFF", "PARENT"))
                .post("/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        paper = new Paperwork(world, caseId);
    }

    private void refused(int status, String code) {
        refused(paper.assessmentPlanBody(world.today), status).body("code", equalTo(code));
    }

    private ValidatableResponse refused(String body, int status) {
        return paper.post("assessment-plans", body).statusCode(status);
    }

    private ValidatableResponse deadlines() {
        return paper.get("deadlines").statusCode(200);
    }
}
