package org.schoolcase.cases.casedeadline.recalculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.calendar.CalendarStateConsumer;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Calendars;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.http.PeopleAsking;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

/** Calendars, facts, local rules and law that change, over HTTP with the real database. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class RecalculationTest {

    private static final String MOVED = "org.schoolcase.case.deadline-moved.v1";

    @Inject
    StudentStateConsumer students;

    @Inject
    CalendarStateConsumer calendars;

    @Inject
    RecalculationJob job;

    @Inject
    RecalculateDeadlines recalculate;

    @Inject
    Tenants tenants;

    @Inject
    PeopleAsking people;

    private World world;
    private LocalDate received;
    private final UUID calendar = Ids.next();

    @BeforeEach
    void makeAWorldInTexas() {
        world = World.in("US-TX", students);
        received = world.today.minusDays(5);
    }

    @Test
    void givesADateWhenTheCalendarComesAndMovesItForASnowDay() {
        var caseId = caseWithConsent();
        deadlines(caseId)
                .body("items[0].status", equalTo("NO_COMPUTED_DEADLINE"))
                .body("items[0].explanation", containsString("45 school days"));

        hears(1, List.of());
        workOff();
        deadlines(caseId).body("items[0].status", equalTo("OPEN")).body("items[0].dueOn", equalTo(due(45).toString()));

        var snow = Calendars.weekday(world.today, 3);
        hears(2, List.of(snow));
        workOff();
        deadlines(caseId).body("items[0].dueOn", equalTo(due(46).toString()));
        moves(caseId)
                .body("items", hasSize(2))
                .body("items[0].fromOn", equalTo(due(45).toString()))
                .body("items[0].toOn", equalTo(due(46).toString()))
                .body("items[0].because", equalTo("CALENDAR"))
                .body("items[0].details", containsString("now left out: " + snow))
                .body("items[1].fromOn", nullValue());
        assertThat(OutboxProbe.of(world.district))
                .filteredOn(sent -> sent.type().equals(MOVED))
                .hasSize(2)
                .last()
                .satisfies(sent -> assertThat(
                                Objects.requireNonNull(sent.data()).path("toOn").asText())
                        .isEqualTo(due(46).toString()));
        assertThat(OutboxProbe.of(world.district))
                .anySatisfy(sent -> assertThat(sent.type()).isEqualTo("org.schoolcase.case.deadline-set.v1"));
    }

    @Test
    void goesByTheCalendarOfTheSchoolToWhichTheStudentMoved() {
        var caseId = caseWithConsent();
        hears(1, List.of());
        var school = Ids.next();
        var other = Ids.next();
        var closed = List.of(Calendars.weekday(world.today, 4), Calendars.weekday(world.today, 5));
        calendars.on(Records.batch(
                Calendars.TOPIC,
                world.district.id(),
                Calendars.PROFILE,
                other,
                Calendars.profile(other, 1, world.today, closed, List.of(school))));
        workOff();
        deadlines(caseId).body("items[0].dueOn", equalTo(due(45).toString()));

        var moved = new HashMap<>(world.profile(world.student, 2));
        moved.put("schoolIds", List.of(school));
        students.on(Records.batch(World.TOPIC, world.district.id(), World.PROFILE, world.student, moved));
        workOff();

        deadlines(caseId).body("items[0].dueOn", equalTo(due(47).toString()));
        moves(caseId).body("items[0].because", equalTo("SCHOOL"));
    }

    @Test
    void ignoresACalendarOlderThanTheStoredOne() {
        var caseId = caseWithConsent();
        hears(5, List.of());
        workOff();
        hears(4, List.of(Calendars.weekday(world.today, 3)));
        workOff();

        deadlines(caseId).body("items[0].dueOn", equalTo(due(45).toString()));
        moves(caseId).body("items", hasSize(1));
    }

    @Test
    void addsAbsencesThatAreEntered() {
        var caseId = caseWithConsent();
        hears(1, List.of());
        workOff();

        enter(caseId, "\"v0\"", 4).statusCode(200).body("version", equalTo(1));
        workOff();

        deadlines(caseId)
                .body("items[0].dueOn", equalTo(due(49).toString()))
                .body("items[0].notes[0]", containsString("4 days absent"));
        moves(caseId).body("items[0].because", equalTo("FACT"));
        enter(caseId, "\"v0\"", 5).statusCode(412);
        enter(caseId, null, 5).statusCode(428);
        enter(caseId, "\"v1\"", 900).statusCode(400);
        world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/deadline-facts", caseId)
                .then()
                .body("absences", equalTo(4));
        assertThat(AuditProbe.of(world.district))
                .anySatisfy(entry -> assertThat(entry.action()).isEqualTo("deadline-facts.enter"));
    }

    @Test
    void followsALocalRuleAndRefusesAWrongOne() {
        var caseId = caseWithConsent();
        hears(1, List.of());
        workOff();

        setRule("30", null).statusCode(201);
        workOff();
        deadlines(caseId)
                .body("items[0].dueOn", equalTo(due(30).toString()))
                .body("items[0].citation", equalTo("Board policy IHBA-R"));
        moves(caseId)
                .body("items[0].because", equalTo("RULE"))
                .body("items[0].details", containsString("rule local.evaluation instead of us-tx.initial-evaluation"));

        setRule("thirty", "\"v1\"")
                .statusCode(422)
                .body("code", equalTo("rule.invalid"))
                .body("detail", containsString("local.evaluation:4: 'amount'"));
        setRule("20", null).statusCode(428);
        world.as(world.caseManagerToken())
                .body(rule("20"))
                .put("/v1/deadline-rules/local.evaluation")
                .then()
                .statusCode(403);
        world.as(World.create(students).district.token(Role.DISTRICT_ADMIN).sign())
                .get("/v1/deadline-rules/local.evaluation")
                .then()
                .statusCode(404);
    }

    @Test
    void marksADistrictOnceWhenTheLawIsAnother() {
        caseWithConsent();

        assertThat(tenants.<Boolean>inDistrict(world.district.id(), recalculate::markIfLawChanged))
                .isTrue();
        assertThat(tenants.<Boolean>inDistrict(world.district.id(), recalculate::markIfLawChanged))
                .isFalse();
    }

    @Test
    void keepsTheMarkWhenABatchFails() {
        var caseId = caseWithConsent();
        hears(1, List.of());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tenants.inDistrict(world.district.id(), () -> {
                    recalculate.nextBatch(Pace.LARGE);
                    throw new IllegalStateException("the process dies before the commit");
                }));
        deadlines(caseId).body("items[0].status", equalTo("NO_COMPUTED_DEADLINE"));

        workOff();
        deadlines(caseId).body("items[0].status", equalTo("OPEN"));
    }

    @Test
    void seesThatPeopleAsk() {
        world.as(world.coordinatorToken()).get("/v1/cases").then().statusCode(200);

        assertThat(people.isQuiet()).isFalse();
    }

    @Test
    void showsTheReportToTheDistrictAndNobodyElse() {
        var caseId = caseWithConsent();
        hears(1, List.of());
        workOff();

        world.as(world.coordinatorToken()).get("/v1/deadline-moves").then().body("items", hasSize(1));
        world.as(world.caseManagerToken()).get("/v1/deadline-moves").then().statusCode(403);
        world.as(World.create(students).coordinatorToken())
                .get("/v1/cases/{id}/deadline-moves", caseId)
                .then()
                .statusCode(404);
    }

    @Test
    void asksWhatIfAndWritesNothing() {
        var caseId = caseWithConsent();
        hears(1, List.of());
        workOff();
        var before = OutboxProbe.of(world.district).size();

        whatIf("{\"caseId\": \"%s\", \"absences\": 4, \"steps\": [\"INITIAL_EVALUATION\"]}".formatted(caseId))
                .statusCode(200)
                .body("steps[0].now.dueOn", equalTo(due(45).toString()))
                .body("steps[0].then.dueOn", equalTo(due(49).toString()))
                .body("steps[0].moves", equalTo(true));
        whatIf("{\"caseId\": \"%s\", \"jurisdiction\": \"US-AZ\", \"steps\": [\"INITIAL_EVALUATION\"]}"
                        .formatted(caseId))
                .body("steps[0].then.dueOn", equalTo(received.plusDays(60).toString()))
                .body("steps[0].then.citation", equalTo("A.R.S. 15-766"));
        whatIf("{\"jurisdiction\": \"US-CA\", \"steps\": [\"INITIAL_EVALUATION\"], \"dates\": "
                        + "[{\"event\": \"CONSENT_RECEIVED\", \"on\": \"2026-11-20\"}], \"calendar\": "
                        + "[{\"firstDay\": \"2026-09-01\", \"lastDay\": \"2027-06-11\", \"noSchool\": [{\"from\": \"2026-12-21\", "
                        + "\"to\": \"2027-01-01\", \"kind\": \"BREAK\", \"name\": \"winter break\"}]}]}")
                .body("steps[0].then.dueOn", equalTo("2027-02-02"))
                .body("steps[0].now", nullValue());
        whatIf("{\"jurisdiction\": \"US-ZZ\"}").statusCode(422).body("code", equalTo("jurisdiction.unknown"));
        whatIf("{\"caseId\": \"%s\"}".formatted(Ids.next())).statusCode(404);

        assertThat(OutboxProbe.of(world.district)).hasSize(before);
        deadlines(caseId).body("items[0].dueOn", equalTo(due(45).toString()));
    }

    private String caseWithConsent() {
        var caseId = world.openCase();
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, received).statusCode(201);
        return caseId.toString();
    }

    private void hears(long version, List<LocalDate> closed) {
        calendars.on(Records.batch(
                Calendars.TOPIC,
                world.district.id(),
                Calendars.PROFILE,
                calendar,
                Calendars.profile(calendar, version, world.today, closed)));
    }

    private void workOff() {
        job.workOff(() -> List.of(world.district.id()));
    }

    private LocalDate due(int schoolDays) {
        return Calendars.weekday(received, schoolDays);
    }

    private ValidatableResponse deadlines(String caseId) {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/deadlines", caseId)
                .then();
    }

    private ValidatableResponse moves(String caseId) {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/deadline-moves", caseId)
                .then();
    }

    private ValidatableResponse enter(String caseId, @Nullable String version, int absences) {
        var request = world.as(world.caseManagerToken())
                .body("{\"dates\": [], \"absences\": %d, \"extensionDays\": 0, \"circumstances\": []}"
                        .formatted(absences));
        if (version != null) {
            request.header("If-Match", version);
        }
        return request.put("/v1/cases/{id}/deadline-facts", caseId).then();
    }

    private ValidatableResponse setRule(String amount, @Nullable String version) {
        var request = world.as(world.district
                        .token(Role.DISTRICT_ADMIN)
                        .staff(Ids.next())
                        .sign())
                .body(rule(amount));
        if (version != null) {
            request.header("If-Match", version);
        }
        return request.put("/v1/deadline-rules/local.evaluation").then();
    }

    private static String rule(String amount) {
        return """
                {"mode": "SHORTENS", "reason": "Board policy of August", "active": true, "rule":
                 "step: INITIAL_EVALUATION\\nstartEvent: CONSENT_RECEIVED\\ncompletionEvent: EVALUATION_COMPLETED\\namount: %s\\nunit: SCHOOL\\ncitation: Board policy IHBA-R\\nconfidence: HIGH\\nsourceDate: 2026-08-01\\n"}
                """.formatted(amount);
    }

    private ValidatableResponse whatIf(String body) {
        return world.as(world.caseManagerToken())
                .body(body)
                .post("/v1/deadlines/what-if")
                .then();
    }
}
