package org.schoolcase.cases.caseload.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class TodayResourceTest {

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
    void saysInOneCallWhatThereIsToDo() {
        var late = work.taskOf(caseId, world.caseManager, world.today);
        var soon = work.taskOf(caseId, world.caseManager, world.today.plusDays(14));
        work.taskOf(caseId, world.caseManager, world.today.plusDays(15));
        makeOverdue(late);
        meeting(7);
        var request = Ids.next();
        note(Kind.CONSENT_REQUESTED, request);

        today(world.caseManagerToken())
                .body("today", equalTo(world.today.toString()))
                .body("overdue.items.subjectId", contains(late))
                .body("overdue.items[0].kind", equalTo("TASK"))
                .body("overdue.items[0].familyName", equalTo("Quintero"))
                .body("overdue.items[0].href", equalTo("/v1/tasks/" + late))
                .body("overdue.more", nullValue())
                .body("dueSoon.items.subjectId", contains(soon))
                .body("meetings.items.on", contains(world.today.plusDays(7).toString()))
                .body("unanswered.items.kind", contains("CONSENT_REQUEST"))
                .body("unanswered.items.subjectId", contains(request.toString()))
                .body("new.items.kind", hasItems("CASE", "HAPPENING"));
        await().untilAsserted(
                        () -> assertThat(AuditProbe.actions(world.district)).contains("caseload.overdue"));
    }

    @Test
    void countsDeadlinesOfLawAlso() {
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today.minusDays(3))
                .statusCode(201);
        var due = world.today.plusDays(10);
        tenants.runInDistrict(
                world.district.id(),
                () -> rows.write(
                        "UPDATE case_deadline SET status = 'OPEN', due_on = ? WHERE case_id = ? AND step = 'INITIAL_EVALUATION'",
                        due,
                        caseId));

        today(world.caseManagerToken())
                .body("dueSoon.items.kind", containsInAnyOrder("DEADLINE", "TASK"))
                .body("dueSoon.items.on", everyItem(equalTo(due.toString())))
                .body("unanswered.items", hasSize(0));
    }

    @Test
    void aReferralWaitsUntilSomebodyDecides() {
        today(world.caseManagerToken())
                .body("unanswered.items.kind", contains("REFERRAL_DECISION"))
                .body("unanswered.items.subjectId", contains(caseId.toString()));

        note(Kind.CONSENT_REQUESTED, Ids.next());

        today(world.caseManagerToken()).body("unanswered.items.kind", contains("CONSENT_REQUEST"));
    }

    @Test
    void listsTheDraftsThatWaitForTheCaller() {
        var provider = staff.atTheSchool();
        work.join(caseId, provider, "SERVICE_PROVIDER", world.today.minusDays(5))
                .statusCode(201);
        var own = draft(world.caseManager, 1);
        var ofNobodyHere = draft(Ids.next(), 3);
        var theirs = draft(provider, 2);

        today(world.caseManagerToken())
                .body("drafts.items.subjectId", contains(ofNobodyHere, own))
                .body("drafts.items.kind", everyItem(equalTo("DRAFT")))
                .body("drafts.items[1].code", equalTo("schoolcase.student-interview"))
                .body("drafts.items[1].on", equalTo(world.today.minusDays(1).toString()))
                .body("drafts.items[1].href", equalTo("/v1/cases/%s/assessments/%s".formatted(caseId, own)));
        today(staff.token(provider, Role.SERVICE_PROVIDER)).body("drafts.items.subjectId", contains(theirs));
        var first = world.as(world.caseManagerToken())
                .get("/v1/caseload/today/drafts?limit=1")
                .then()
                .statusCode(200)
                .body("items.subjectId", contains(ofNobodyHere));
        world.as(world.caseManagerToken())
                .queryParam("limit", 1)
                .queryParam("cursor", first.extract().<String>path("next"))
                .get("/v1/caseload/today/drafts")
                .then()
                .statusCode(200)
                .body("items.subjectId", contains(own))
                .body("next", nullValue());

        var successor = staff.atTheSchool();
        work.handOver(world.caseManagerToken(), caseId, provider, successor).statusCode(201);
        today(staff.token(provider, Role.SERVICE_PROVIDER)).body("drafts.items", hasSize(0));
        today(staff.token(successor, Role.SERVICE_PROVIDER)).body("drafts.items.subjectId", contains(theirs));
        world.as(world.caseManagerToken())
                .header("If-Match", "*")
                .delete("/v1/cases/{id}/assessments/{draft}", caseId, own)
                .then()
                .statusCode(204);
        today(world.caseManagerToken()).body("drafts.items.subjectId", contains(ofNobodyHere));
    }

    @Test
    void whatWasSeenIsNoLongerNew() {
        String asOf = today(world.caseManagerToken())
                .body("seenAt", nullValue())
                .body("new.items.kind", hasItem("CASE"))
                .extract()
                .path("asOf");
        assertThat(Instant.parse(asOf)).isBefore(Instant.now());
        today(world.caseManagerToken()).body("new.items.kind", hasItem("CASE"));

        seen(Instant.now()).statusCode(200);
        today(world.caseManagerToken()).body("new.items", hasSize(0));
        note(Kind.CONSENT_REFUSED, Ids.next());
        today(world.caseManagerToken()).body("new.items.code", contains("CONSENT_REFUSED"));

        seen(Instant.parse(asOf)).statusCode(200);
        today(world.caseManagerToken()).body("new.items", hasSize(1));
        seen(Instant.now().plusSeconds(90)).statusCode(422).body("code", equalTo("seen.in-future"));
    }

    @Test
    void ownDoingsAreNotNewAndASealStays() {
        seen(Instant.now()).statusCode(200);
        work.taskOf(caseId, world.caseManager, null);
        today(world.caseManagerToken()).body("new.items", hasSize(0));

        tenants.runInDistrict(
                world.district.id(),
                () -> happenings.noteSealed(
                        database.find(CaseFile.class, caseId), Kind.CONSENT_REVOKED, world.today, Ids.next()));
        today(world.caseManagerToken()).body("new.items.code", contains("SEALED"));
    }

    @Test
    void showsTheRestOfAPartPageByPage() {
        var all = new ArrayList<String>();
        for (int day = 1; day <= 5; day++) {
            all.add(work.taskOf(caseId, world.caseManager, world.today.plusDays(day)));
        }
        var token = world.caseManagerToken();

        var found = new ArrayList<String>();
        var part = world.as(token)
                .get("/v1/caseload/today?limit=2")
                .then()
                .statusCode(200)
                .extract();
        found.addAll(part.path("dueSoon.items.subjectId"));
        String more = part.path("dueSoon.more");
        @Nullable String cursor = more.substring(more.indexOf("cursor=") + 7);
        assertThat(more).startsWith("/v1/caseload/today/due-soon?");
        while (cursor != null) {
            var page = world.as(token)
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get("/v1/caseload/today/due-soon")
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(page.path("items.subjectId"));
            cursor = page.path("next");
        }

        assertThat(found).isEqualTo(all);
    }

    @Test
    void pagesWhatIsNewTheNewestFirst() {
        var kinds = List.of(Kind.CONSENT_REQUESTED, Kind.CONSENT_REFUSED, Kind.CONSENT_REVOKED);
        kinds.forEach(kind -> note(kind, Ids.next()));
        var token = world.caseManagerToken();

        var first = world.as(token)
                .get("/v1/caseload/today/new?limit=2")
                .then()
                .statusCode(200)
                .body("items.code", contains("CONSENT_REVOKED", "CONSENT_REFUSED"));
        world.as(token)
                .queryParam("limit", 2)
                .queryParam("cursor", first.extract().<String>path("next"))
                .get("/v1/caseload/today/new")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("CONSENT_REQUESTED"))
                .body("items.code", not(hasItem("CONSENT_REFUSED")));
    }

    @Test
    void isEverybodysOwn() {
        work.taskOf(caseId, world.caseManager, world.today.plusDays(1));
        for (var token : List.of(
                world.coordinatorToken(),
                staff.token(staff.atTheSchool()),
                World.create(students).caseManagerToken())) {
            today(token)
                    .body("dueSoon.items", hasSize(0))
                    .body("unanswered.items", hasSize(0))
                    .body("new.items", hasSize(0));
        }
        world.as(world.district.token(Role.CASE_MANAGER).sign())
                .get("/v1/caseload/today")
                .then()
                .statusCode(403)
                .body("code", equalTo("staff-id.missing"));
    }

    @Test
    void whatWasHandedOverIsOnTheOthersPageOnly() {
        var task = work.taskOf(caseId, world.caseManager, world.today.plusDays(1));
        var successor = staff.atTheSchool();
        work.handOver(world.coordinatorToken(), caseId, world.caseManager, successor)
                .statusCode(201);

        today(world.caseManagerToken()).body("dueSoon.items", hasSize(0)).body("unanswered.items", hasSize(0));
        today(staff.token(successor))
                .body("dueSoon.items.subjectId", contains(task))
                .body("unanswered.items", hasSize(1))
                .body("new.items.code", hasItems("CASE_MANAGER", "CASE_HANDED_OVER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"today?days=0", "today?limit=101", "today/gossip", "today/new?cursor=x"})
    void refusesBadInput(String path) {
        world.as(world.caseManagerToken()).get("/v1/caseload/" + path).then().statusCode(400);
    }

    private ValidatableResponse today(String token) {
        return world.as(token).get("/v1/caseload/today").then().statusCode(200);
    }

    private String draft(UUID assessor, int daysAgo) {
        return world.as(world.caseManagerToken())
                .body("""
                        {"kind": "INTERVIEW", "instrument": {"key": "schoolcase.student-interview", "version": 1},
                         "purpose": "INTAKE", "administeredOn": "%s", "language": "es", "assessor": {"staffId": "%s"},
                         "answers": {}, "scores": [], "attachments": []}""".formatted(world.today.minusDays(daysAgo), assessor))
                .post("/v1/cases/{id}/assessments", caseId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse seen(Instant upTo) {
        return world.as(world.caseManagerToken())
                .body("{\"upTo\": \"%s\"}".formatted(upTo))
                .post("/v1/caseload/seen")
                .then();
    }

    private void note(Kind kind, UUID subject) {
        tenants.runInDistrict(
                world.district.id(),
                () -> happenings.note(database.find(CaseFile.class, caseId), kind, world.today, subject));
    }

    private void makeOverdue(String task) {
        tenants.runInDistrict(
                world.district.id(),
                () -> rows.write(
                        "UPDATE case_task SET due_on = ? WHERE id = ?",
                        world.today.minusDays(1),
                        UUID.fromString(task)));
    }

    private void meeting(int days) {
        world.as(world.caseManagerToken())
                .header("If-Match", "\"v0\"")
                .body("""
                        {"dates": [{"event": "IEP_MEETING_SCHEDULED", "on": "%s"}], "absences": 0,
                         "extensionDays": 0, "circumstances": []}""".formatted(world.today.plusDays(days)))
                .put("/v1/cases/{id}/deadline-facts", caseId)
                .then()
                .statusCode(200);
    }
}
