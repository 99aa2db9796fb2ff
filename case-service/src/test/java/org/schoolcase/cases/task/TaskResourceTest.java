package org.schoolcase.cases.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.cases.staffprofile.StaffStateConsumer;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Casework;
import org.schoolcase.cases.testing.Staff;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class TaskResourceTest {

    @Inject
    StudentStateConsumer students;

    @Inject
    StaffStateConsumer staffState;

    @Inject
    Happenings happenings;

    @Inject
    EntityManager database;

    @Inject
    Rows rows;

    @Inject
    Tenants tenants;

    private World world;
    private Staff staff;
    private Casework work;
    private UUID caseId;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        staff = Staff.of(world, staffState);
        work = new Casework(world);
        caseId = world.openCase();
    }

    @Test
    void givesSomebodyOnTheTeamATask() {
        var due = world.today.plusDays(3);
        work.task(caseId, world.caseManager, due)
                .statusCode(201)
                .header("ETag", equalTo("\"v0\""))
                .body("state", equalTo("OPEN"))
                .body("dueOn", equalTo(due.toString()))
                .body("links", contains("/v1/cases"))
                .body("flowRule", nullValue());

        var sent = OutboxProbe.of(world.district).getLast();
        assertThat(sent.type()).isEqualTo("org.schoolcase.case.task-assigned.v1");
        assertThat(Casework.said(sent, "ownerId")).isEqualTo(world.caseManager.toString());
        assertThat(Casework.said(sent, "dueOn")).isEqualTo(due.toString());
        assertThat(Casework.said(sent, "text")).isEmpty();
        assertThat(AuditProbe.actions(world.district)).contains("task.add");
    }

    @Test
    void refusesAnOwnerWhoIsNotOnTheTeamUntilThen() {
        var nurse = staff.atTheSchool();
        work.task(caseId, nurse, null)
                .statusCode(422)
                .body("code", equalTo("task.owner-not-on-team"))
                .body("errors[0].pointer", equalTo("/ownerId"));

        world.as(world.caseManagerToken())
                .body("{\"staffId\": \"%s\", \"role\": \"NURSE\", \"from\": \"%s\", \"to\": \"%s\"}"
                        .formatted(nurse, world.today, world.today.plusDays(10)))
                .post("/v1/cases/{id}/team", caseId)
                .then()
                .statusCode(201);
        work.task(caseId, nurse, null).statusCode(422);
        work.task(caseId, nurse, world.today.plusDays(11)).statusCode(422);
        work.task(caseId, nurse, world.today.plusDays(10)).statusCode(201);
    }

    @Test
    void refusesATaskOfYesterday() {
        work.task(caseId, world.caseManager, world.today.minusDays(1))
                .statusCode(422)
                .body("code", equalTo("task.due-in-past"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONTACT_FAMILY | DANCE",
                "Ask which afternoons suit | ' '",
                "/v1/cases | javascript:alert(1)",
                "\"dueOn\": null | \"dueOn\": \"soon\"",
                "\"ownerId\" | \"owner\"",
            })
    void refusesBadInput(String good, String bad) {
        var body = Casework.taskBody(world.caseManager, null).replace(good, bad);
        world.as(world.caseManagerToken())
                .body(body)
                .post("/v1/cases/{id}/tasks", caseId)
                .then()
                .statusCode(400);
    }

    @Test
    void listsTheCallersOwnTheEarliestDueFirst() {
        var without = work.taskOf(caseId, world.caseManager, null);
        var later = work.taskOf(caseId, world.caseManager, world.today.plusDays(9));
        var sooner = work.taskOf(caseId, world.caseManager, world.today.plusDays(2));
        var nurse = staff.atTheSchool();
        work.join(caseId, nurse, "NURSE").statusCode(201);
        var ofNurse = work.taskOf(caseId, nurse, world.today);

        var page = mine("?limit=2");
        page.body("items.id", contains(sooner, later));
        mine("?limit=2&cursor=" + page.extract().path("next"))
                .body("items.id", contains(without))
                .body("next", nullValue());
        mine("?dueBefore=" + world.today.plusDays(9)).body("items.id", contains(sooner));
        mine("?mine=false&dueBefore=" + world.today.plusDays(3)).body("items.id", contains(ofNurse, sooner));
        mine("?state=DONE").body("items", hasSize(0));
        world.as(staff.token(nurse, Role.TEACHER))
                .get("/v1/tasks")
                .then()
                .statusCode(200)
                .body("items.id", contains(ofNurse));
        world.as(world.caseManagerToken())
                .get("/v1/tasks?dueBefore=soon")
                .then()
                .statusCode(400)
                .body("code", equalTo("date.malformed"));
    }

    @Test
    void isDoneByItsOwnerOnceWithTheVersionHeKnows() {
        var nurse = staff.atTheSchool();
        work.join(caseId, nurse, "NURSE").statusCode(201);
        var task = work.taskOf(caseId, nurse, null);
        var token = staff.token(nurse, Role.TEACHER);

        change(token, task, "completion", null, "{}").statusCode(428);
        change(token, task, "completion", "\"v7\"", "{}").statusCode(412).body("code", equalTo("version.stale"));
        change(token, task, "completion", "\"v0\"", "{\"result\": \"Tuesdays\"}")
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""))
                .body("state", equalTo("DONE"))
                .body("reason", equalTo("Tuesdays"))
                .body("closedBy", equalTo(nurse.toString()));
        change(token, task, "completion", "\"v1\"", "{}").statusCode(409).body("code", equalTo("task.closed"));

        assertThat(OutboxProbe.of(world.district).getLast().type()).isEqualTo("org.schoolcase.case.task-done.v1");
        assertThat(AuditProbe.actions(world.district)).contains("task.done");
    }

    @Test
    void isGivenToAnotherOrCancelledByWhoManagesTheCaseOnly() {
        var nurse = staff.atTheSchool();
        work.join(caseId, nurse, "NURSE").statusCode(201);
        var task = work.taskOf(caseId, nurse, null);
        var asNurse = staff.token(nurse, Role.CASE_MANAGER);
        var toManager = "{\"ownerId\": \"%s\"}".formatted(world.caseManager);

        change(asNurse, task, "reassignment", "\"v0\"", toManager).statusCode(404);
        change(asNurse, task, "cancellation", "\"v0\"", "{\"reason\": \"No\"}").statusCode(404);
        change(world.caseManagerToken(), task, "reassignment", "\"v0\"", toManager)
                .statusCode(200)
                .body("ownerId", equalTo(world.caseManager.toString()));
        change(world.caseManagerToken(), task, "reassignment", "\"v1\"", "{\"ownerId\": \"%s\"}".formatted(caseId))
                .statusCode(422)
                .body("code", equalTo("task.owner-not-on-team"));
        change(world.caseManagerToken(), task, "cancellation", "\"v1\"", "{\"reason\": \" \"}")
                .statusCode(400);
        change(world.caseManagerToken(), task, "cancellation", "\"v1\"", "{\"reason\": \"Needless\"}")
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        assertThat(Casework.said(OutboxProbe.of(world.district).getLast(), "outcome"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void isHiddenFromStrangers() {
        var task = work.taskOf(caseId, world.caseManager, null);
        for (var token :
                List.of(staff.token(staff.atTheSchool()), World.create(students).coordinatorToken())) {
            world.as(token).get("/v1/tasks/{id}", task).then().statusCode(404);
            change(token, task, "completion", "\"v0\"", "{}").statusCode(404);
            world.as(token).get("/v1/cases/{id}/tasks", caseId).then().statusCode(404);
        }
        world.as(world.caseManagerToken()).get("/v1/tasks/{id}", task).then().statusCode(200);
    }

    @Test
    void theFlowMakesATaskThatFollowsItsDeadlineAndReplacesNone() {
        var day = world.today.minusDays(3);
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, day).statusCode(201);

        ofCase("OPEN")
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("PLAN_EVALUATION"))
                .body("items[0].flowRule", equalTo("plan-evaluation"))
                .body("items[0].ownerId", equalTo(world.caseManager.toString()))
                .body("items[0].deadlineId", notNullValue());
        String task = ofCase("OPEN").extract().path("items[0].id");
        var moved = world.today.plusDays(33);
        tenants.runInDistrict(
                world.district.id(),
                () -> rows.write("UPDATE case_deadline SET due_on = ? WHERE case_id = ?", moved, caseId));
        ofCase("OPEN").body("items[0].dueOn", equalTo(moved.toString()));
        var deadlines = running();
        change(world.caseManagerToken(), task, "completion", "\"v0\"", "{}").statusCode(412);
        change(world.caseManagerToken(), task, "completion", "\"v1\"", "{}").statusCode(200);
        assertThat(running()).isEqualTo(deadlines);
    }

    @Test
    void theFlowClosesItsTaskAndMakesNoSecondOne() {
        note(Kind.CONSENT_REQUESTED);
        note(Kind.CONSENT_REQUESTED);
        ofCase("OPEN").body("items.flowRule", contains("follow-up-consent"));

        note(Kind.CONSENT_REFUSED);

        ofCase("OPEN").body("items", hasSize(0));
        ofCase("DONE").body("items.flowRule", contains("follow-up-consent")).body("items[0].closedBy", nullValue());
        assertThat(OutboxProbe.types(world.district))
                .endsWith("org.schoolcase.case.task-assigned.v1", "org.schoolcase.case.task-done.v1");
    }

    @Test
    void aClosedCaseHasNoOpenTask() {
        var task = work.taskOf(caseId, world.caseManager, null);
        world.as(world.caseManagerToken())
                .body("{\"reason\": \"Done\", \"closedOn\": \"%s\"}".formatted(world.today))
                .post("/v1/cases/{id}/closure", caseId)
                .then()
                .statusCode(201);

        ofCase("OPEN").body("items", hasSize(0));
        ofCase("CANCELLED").body("items.id", contains(task)).body("items[0].reason", equalTo("The case was closed."));
        change(world.caseManagerToken(), task, "completion", "\"v1\"", "{}").statusCode(409);
        work.task(caseId, world.caseManager, null).statusCode(409).body("code", equalTo("case.closed"));
        assertThat(OutboxProbe.types(world.district)).contains("org.schoolcase.case.task-done.v1");
    }

    private void note(Kind kind) {
        tenants.runInDistrict(
                world.district.id(),
                () -> happenings.note(database.find(CaseFile.class, caseId), kind, world.today, Ids.next()));
    }

    private List<String> running() {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/deadlines", caseId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.status");
    }

    private ValidatableResponse ofCase(String state) {
        return world.as(world.caseManagerToken())
                .queryParam("state", state)
                .get("/v1/cases/{id}/tasks", caseId)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse mine(String query) {
        return world.as(world.caseManagerToken())
                .get("/v1/tasks" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse change(String token, String task, String how, @Nullable String ifMatch, String body) {
        var request = world.as(token).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/v1/tasks/{id}/" + how, task).then();
    }
}
