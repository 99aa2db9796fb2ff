package org.schoolcase.cases.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ReferralDecisionResourceTest {

    private static final String RESPONSE = "items.find { it.step == 'RESPONSE_TO_REFERRAL' }.";
    private static final String NOTICE = "items.find { it.step == 'PRIOR_WRITTEN_NOTICE' }.";

    @Inject
    StudentStateConsumer students;

    @Inject
    CalendarStateConsumer calendars;

    private World world;
    private UUID caseId;
    private Paperwork paper;
    private LocalDate received;

    @BeforeEach
    void makeAReferralByAParent() {
        inWorld(World.create(students), "PARENT");
    }

    @Test
    void endsTheAnswerToTheParentAndStartsTheDutyOfNotice() {
        var day = received.plusDays(5);
        deadlines().body(RESPONSE + "status", equalTo("NO_NUMERIC_DEADLINE"));

        String id = paper.decide("EVALUATE", day)
                .statusCode(201)
                .body("inForce", equalTo(true))
                .body("decidedBy", equalTo(world.caseManager.toString()))
                .extract()
                .path("id");

        deadlines()
                .body(RESPONSE + "status", equalTo("ENDED"))
                .body(RESPONSE + "endedOn", equalTo(day.toString()))
                .body(NOTICE + "status", equalTo("NO_NUMERIC_DEADLINE"))
                .body(NOTICE + "startedOn", equalTo(day.toString()))
                .body(NOTICE + "subjectId", equalTo(id));
        var sent = OutboxProbe.of(world.district).getLast();
        assertThat(sent.type()).isEqualTo("org.schoolcase.case.referral-decided.v1");
        assertThat(String.valueOf(sent.data()))
                .contains(id, "EVALUATE", day.toString())
                .doesNotContain("Words-of");
        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("referral.decide");
            assertThat(entry.studentId()).isEqualTo(world.student);
        });
        paper.priorNotice(day.plusDays(1)).statusCode(201);
        deadlines().body(NOTICE + "status", equalTo("ENDED"));
    }

    @Test
    void owesNoticeOfSupportInPlaceOfAnEvaluationThatWasAskedFor() {
        paper.decide("SUPPORT", received).statusCode(201);
        deadlines().body("items.step", hasItem("PRIOR_WRITTEN_NOTICE"));

        inWorld(World.create(students), "STAFF");
        paper.decide("SUPPORT", received).statusCode(201);
        deadlines().body("items.step", not(hasItem("PRIOR_WRITTEN_NOTICE")));
    }

    @Test
    void isNotChangedButSupersededWithAReason() {
        paper.decide("REFUSE", received.plusDays(2)).statusCode(201);

        paper.decide("EVALUATE", received.plusDays(3))
                .statusCode(422)
                .body("code", equalTo("referral.supersedes-reason-missing"))
                .body("errors[0].pointer", equalTo("/supersedesReason"));
        again("EVALUATE", received.plusDays(1)).statusCode(422).body("code", equalTo("referral.decision-out-of-order"));
        again("EVALUATE", received.plusDays(3)).statusCode(201);

        paper.get("referral-decision")
                .statusCode(200)
                .body("items.decision", contains("EVALUATE", "REFUSE"))
                .body("items.inForce", contains(true, false))
                .body("items[0].supersedesReason", equalTo("New data"))
                .body("items[1].supersedes", nullValue());
    }

    @Test
    void refusesAReasonToSupersedeWhereNothingIsDecided() {
        again("EVALUATE", received).statusCode(422).body("code", equalTo("referral.nothing-to-supersede"));
    }

    @Test
    void refusesDatesOutOfOrder() {
        for (var day : List.of(received.minusDays(1), world.today.plusDays(1))) {
            paper.decide("EVALUATE", day)
                    .statusCode(422)
                    .body("code", equalTo("referral.decision-out-of-order"))
                    .body("errors[0].pointer", equalTo("/decidedOn"));
        }
        paper.get("referral-decision").body("items", empty());
    }

    @Test
    void answersTheSameKeyWithTheSameDecision() {
        var body = paper.decisionBody("EVALUATE", received);
        var token = world.caseManagerToken();
        for (int time = 0; time < 2; time++) {
            world.as(token)
                    .header("Idempotency-Key", "once-" + caseId)
                    .body(body)
                    .post("/v1/cases/{id}/referral-decision", caseId)
                    .then()
                    .statusCode(201);
        }
        paper.get("referral-decision").body("items", hasSize(1));
    }

    @Test
    void isOpenOnlyToTheManagerOfTheCase() {
        var body = paper.decisionBody("EVALUATE", received);
        var stranger = world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
        for (var token : List.of(stranger, World.create(students).coordinatorToken())) {
            world.as(token)
                    .body(body)
                    .post("/v1/cases/{id}/referral-decision", caseId)
                    .then()
                    .statusCode(404);
            world.as(token)
                    .get("/v1/cases/{id}/referral-decision", caseId)
                    .then()
                    .statusCode(404);
        }
        world.as(world.district.token(Role.TEACHER).staff(Ids.next()).sign())
                .body(body)
                .post("/v1/cases/{id}/referral-decision", caseId)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"EVALUATE,PERHAPS", "Words-of-the-decision,''", "decidedOn,decidedAt", "reason,raison"})
    void refusesBadInput(String good, String bad) {
        paper.post("referral-decision", paper.decisionBody("EVALUATE", received).replace(good, bad))
                .statusCode(400);

        paper.get("referral-decision").body("items", empty());
    }

    @Test
    void refusesAClosedCase() {
        paper.post("closure", "{\"reason\": \"Moved away\", \"closedOn\": \"%s\"}".formatted(world.today))
                .statusCode(201);

        paper.decide("EVALUATE", received).statusCode(409).body("code", equalTo("case.closed"));
        paper.get("actions").body("items.find { it.name == 'decideReferral' }.code", equalTo("case.closed"));
    }

    @Test
    void countsFifteenSchoolDaysInTexasAndStopsWithTheDecision() {
        inWorld(withCalendar(World.in("US-TX", students)), "PARENT");

        deadlines()
                .body(RESPONSE + "status", equalTo("OPEN"))
                .body(RESPONSE + "ruleId", equalTo("us-tx.response-to-referral"))
                .body(RESPONSE + "citation", equalTo("19 TAC 89.1011(b)"))
                .body(
                        RESPONSE + "dueOn",
                        equalTo(Calendars.weekday(received, 15).toString()));
        paper.decide("EVALUATE", received.plusDays(2)).statusCode(201);
        deadlines().body(RESPONSE + "status", equalTo("ENDED"));
    }

    @Test
    void goesOnWhereTheStateWaitsForTheRequestForConsent() {
        inWorld(withCalendar(World.in("US-MI", students)), "PARENT");

        paper.readyToAsk(received.plusDays(1));
        deadlines().body(RESPONSE + "status", equalTo("OPEN"));
        paper.ask("EVALUATION", received.plusDays(2)).statusCode(201);
        deadlines()
                .body(RESPONSE + "status", equalTo("ENDED"))
                .body(RESPONSE + "endedOn", equalTo(received.plusDays(2).toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-NC", "US-VA", "US-CT"})
    void countsTheEvaluationFromTheReferralOfAnybodyWhereTheStateDoes(String state) {
        inWorld(withCalendar(World.in(state, students)), "STAFF");

        deadlines()
                .body("items.find { it.step == 'INITIAL_EVALUATION' }.status", equalTo("OPEN"))
                .body("items.find { it.step == 'INITIAL_EVALUATION' }.startEvent", equalTo("WRITTEN_REFERRAL_RECEIVED"))
                .body(
                        "items.find { it.step == 'INITIAL_EVALUATION' }.ruleId",
                        startsWith(state.toLowerCase(java.util.Locale.ROOT)))
                .body("items.step", not(hasItem("RESPONSE_TO_REFERRAL")));
    }

    private World withCalendar(World other) {
        var calendar = Ids.next();
        calendars.on(Records.batch(
                Calendars.TOPIC,
                other.district.id(),
                Calendars.PROFILE,
                calendar,
                Calendars.profile(calendar, 1, other.today, List.of())));
        return other;
    }

    private void inWorld(World other, String source) {
        world = other;
        received = world.today.minusDays(20);
        caseId = UUID.fromString(world.as(world.caseManagerToken())
                .body(world.openBody(world.student).replace("STAFF", source))
                .post("/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        paper = new Paperwork(world, caseId);
    }

    private ValidatableResponse again(String decision, LocalDate on) {
        return paper.post(
                "referral-decision",
                paper.decisionBody(decision, on).replace("}", ", \"supersedesReason\": \"New data\"}"));
    }

    private ValidatableResponse deadlines() {
        return paper.get("deadlines").statusCode(200);
    }
}
