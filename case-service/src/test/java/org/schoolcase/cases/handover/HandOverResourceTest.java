package org.schoolcase.cases.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
import org.schoolcase.cases.testing.Paperwork;
import org.schoolcase.cases.testing.Staff;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class HandOverResourceTest {

    private static final String HANDED_OVER = "org.schoolcase.case.handed-over.v1";

    @Inject
    StudentStateConsumer students;

    @Inject
    StaffStateConsumer staffState;

    @Inject
    DraftDuties drafts;

    @Inject
    Happenings happenings;

    @Inject
    EntityManager database;

    @Inject
    Tenants tenants;

    private World world;
    private Staff staff;
    private Casework work;
    private UUID caseId;
    private UUID successor;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        staff = Staff.of(world, staffState);
        work = new Casework(world);
        caseId = world.openCase();
        successor = staff.atTheSchool();
    }

    @Test
    void movesOneDutyOfEachKindAndDropsNone() {
        var undecided = openOneDutyOfEachKind();
        var coordinator = world.coordinatorToken();
        var before = preview(coordinator, world.caseManager).statusCode(200).body("cases", hasSize(2));
        List<String> kinds = before.extract().path("cases.duties.flatten().kind");
        assertThat(kinds).contains("TASK", "DEADLINE", "MEETING", "CONSENT_REQUEST", "REFERRAL_DECISION", "DRAFT");
        List<String> subjects = before.extract().path("cases.duties.flatten().subjectId");

        handOverAll(coordinator, successor, before.extract().path("fingerprint"))
                .statusCode(201)
                .body("handOvers", hasSize(2))
                .body("handOvers.caseId", containsInAnyOrder(caseId.toString(), undecided.toString()))
                .body("handOvers.duties.flatten().subjectId", containsInAnyOrder(subjects.toArray()));

        preview(coordinator, world.caseManager).body("cases", hasSize(0));
        preview(coordinator, successor)
                .body("cases.duties.flatten().subjectId", containsInAnyOrder(subjects.toArray()))
                .body("cases.roles.flatten()", everyItem(equalTo("CASE_MANAGER")));
        world.as(world.caseManagerToken()).get("/v1/cases/{id}", caseId).then().statusCode(404);
        world.as(staff.token(successor)).get("/v1/cases/{id}", caseId).then().statusCode(200);
        world.as(staff.token(successor))
                .get("/v1/cases/{id}/hand-overs", caseId)
                .then()
                .statusCode(200)
                .body("items[0].duties.kind", hasItem("CONSENT_REQUEST"));
    }

    @Test
    void handsOverNothingWhenADutyWouldStayBehind() {
        drafts.begin(caseId, world.caseManager);
        drafts.stick(caseId);
        var task = work.taskOf(caseId, world.caseManager, null);

        work.handOver(world.coordinatorToken(), caseId, world.caseManager, successor)
                .statusCode(409)
                .body("code", equalTo("hand-over.would-drop"))
                .body("duties.kind", contains("DRAFT"));

        world.as(world.caseManagerToken())
                .get("/v1/tasks/{id}", task)
                .then()
                .statusCode(200)
                .body("ownerId", equalTo(world.caseManager.toString()));
        world.as(staff.token(successor)).get("/v1/cases/{id}", caseId).then().statusCode(404);
        assertThat(OutboxProbe.types(world.district)).doesNotContain(HANDED_OVER);
    }

    @Test
    void tellsTheOthersAndTheAudit() {
        var task = work.taskOf(caseId, world.caseManager, null);

        work.handOver(world.caseManagerToken(), caseId, world.caseManager, successor)
                .statusCode(201)
                .body("roles", contains("CASE_MANAGER"))
                .body("handedOn", equalTo(world.today.toString()))
                .body("duties.subjectId", hasItem(task));

        var sent = OutboxProbe.of(world.district);
        assertThat(sent).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo(HANDED_OVER);
            assertThat(Casework.said(event, "toStaffId")).isEqualTo(successor.toString());
            assertThat(Casework.said(event, "reason")).isEmpty();
        });
        assertThat(sent).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("org.schoolcase.case.task-assigned.v1");
            assertThat(Casework.said(event, "taskId")).isEqualTo(task);
            assertThat(Casework.said(event, "ownerId")).isEqualTo(successor.toString());
        });
        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("case.hand-over");
            assertThat(entry.studentId()).isEqualTo(world.student);
        });
    }

    @Test
    void letsOneOfTwoThatComeAtOnceHaveTheCase() {
        var people = List.of(successor, staff.atTheSchool(), staff.ofTheDistrict());
        var token = world.coordinatorToken();

        var codes = people.stream()
                .map(person ->
                        CompletableFuture.supplyAsync(() -> work.handOver(token, caseId, world.caseManager, person)
                                .extract()
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(codes).containsExactlyInAnyOrder(201, 409, 409);
        List<String> managers = world.as(token)
                .get("/v1/cases/{id}/team?current=true", caseId)
                .then()
                .extract()
                .path("items.findAll { it.role == 'CASE_MANAGER' }.staffId");
        assertThat(managers).hasSize(1);
        assertThat(OutboxProbe.types(world.district)).containsOnlyOnce(HANDED_OVER);
    }

    @Test
    void losesNoTaskThatIsMadeMeanwhile() {
        var token = world.coordinatorToken();

        var codes = Stream.of(0, 1, 2, 3)
                .map(i -> CompletableFuture.supplyAsync(() -> i == 0
                        ? work.handOver(token, caseId, world.caseManager, successor)
                                .extract()
                                .statusCode()
                        : work.task(caseId, world.caseManager, null).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(codes.getFirst()).isEqualTo(201);
        world.as(token)
                .get("/v1/cases/{id}/tasks", caseId)
                .then()
                .body("items.ownerId", everyItem(equalTo(successor.toString())));
    }

    @Test
    void refusesWhoHasNoRelationOrIsNotKnown() {
        refused(staff.elsewhere(), "team.staff-without-relation");
        refused(Ids.next(), "team.staff-unknown");
        refused(world.caseManager, "hand-over.same-person");
        assertThat(OutboxProbe.types(world.district)).doesNotContain(HANDED_OVER);
    }

    @Test
    void refusesWhatIsOtherThanWasSeen() {
        String fingerprint = world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/hand-over", caseId)
                .then()
                .statusCode(200)
                .body("cases[0].duties.kind", contains("REFERRAL_DECISION"))
                .extract()
                .path("fingerprint");
        work.taskOf(caseId, world.caseManager, null);

        world.as(world.caseManagerToken())
                .body(Casework.handOverBody(world.caseManager, successor)
                        .replace("\"reason\"", "\"fingerprint\": \"%s\", \"reason\"".formatted(fingerprint)))
                .post("/v1/cases/{id}/hand-over", caseId)
                .then()
                .statusCode(409)
                .body("code", equalTo("hand-over.changed"));
    }

    @Test
    void handsOverAProvidersPlaceWithoutTheManagersDuties() {
        var provider = staff.atTheSchool();
        work.join(caseId, provider, "SERVICE_PROVIDER").statusCode(201);
        var task = work.taskOf(caseId, provider, null);

        work.handOver(world.caseManagerToken(), caseId, provider, successor)
                .statusCode(201)
                .body("roles", contains("SERVICE_PROVIDER"))
                .body("duties.subjectId", contains(task));
        world.as(world.caseManagerToken()).get("/v1/cases/{id}", caseId).then().statusCode(200);
    }

    @Test
    void movesTheDraftsOfWhoHandsOverAndThoseThatNobodyElseFillsIn() {
        var own = draft(world.caseManager);
        var ofNobodyHere = draft(Ids.next());

        preview(world.coordinatorToken(), world.caseManager)
                .body(
                        "cases.duties.flatten().findAll { it.kind == 'DRAFT' }.subjectId",
                        containsInAnyOrder(own, ofNobodyHere));
        work.handOver(world.caseManagerToken(), caseId, world.caseManager, successor)
                .statusCode(201)
                .body("duties.findAll { it.kind == 'DRAFT' }.subjectId", containsInAnyOrder(own, ofNobodyHere));

        preview(world.coordinatorToken(), successor)
                .body(
                        "cases.duties.flatten().findAll { it.kind == 'DRAFT' }.subjectId",
                        containsInAnyOrder(own, ofNobodyHere));
        world.as(staff.token(successor))
                .get("/v1/cases/{id}/assessments/{draft}", caseId, own)
                .then()
                .statusCode(200)
                .body("assessor.staffId", equalTo(world.caseManager.toString()));
    }

    @Test
    void movesAnAssessorsDraftWithHisPlaceOnTheTeam() {
        var provider = staff.atTheSchool();
        work.join(caseId, provider, "SERVICE_PROVIDER").statusCode(201);
        var draft = draft(provider);
        preview(world.coordinatorToken(), world.caseManager)
                .body("cases.duties.flatten().kind", org.hamcrest.Matchers.not(hasItem("DRAFT")));
        fillIn(provider, draft, 0).statusCode(200);

        work.handOver(world.caseManagerToken(), caseId, provider, successor)
                .statusCode(201)
                .body("duties.subjectId", contains(draft));

        fillIn(provider, draft, 2).statusCode(404);
        fillIn(successor, draft, 2).statusCode(200).body("assessor.staffId", equalTo(provider.toString()));
    }

    @Test
    void letsOneRequestBeAnsweredAndTheOtherOfItsKindStay() {
        var paper = new Paperwork(world, caseId).readyToAsk(world.today.minusDays(5));
        String answered =
                paper.ask("EVALUATION", world.today.minusDays(4)).extract().path("id");
        String open =
                paper.ask("EVALUATION", world.today.minusDays(3)).extract().path("id");
        var answer = world.consentBody("EVALUATION", "REFUSED", world.guardian, world.today, world.today)
                .replace("\"scope\"", "\"requestId\": \"%s\", \"scope\"".formatted(answered));
        paper.post("consents", answer).statusCode(201).body("requestId", equalTo(answered));

        preview(world.coordinatorToken(), world.caseManager)
                .body("cases.duties.flatten().findAll { it.kind == 'CONSENT_REQUEST' }.subjectId", contains(open));
    }

    private String draft(UUID assessor) {
        return world.as(world.caseManagerToken())
                .body("""
                        {"kind": "INTERVIEW", "instrument": {"key": "schoolcase.student-interview", "version": 1},
                         "purpose": "INTAKE", "administeredOn": "%s", "language": "es", "assessor": {"staffId": "%s"},
                         "answers": {}, "scores": [], "attachments": []}""".formatted(world.today, assessor))
                .post("/v1/cases/{id}/assessments", caseId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse fillIn(UUID who, String draft, int version) {
        return world.as(staff.token(who, Role.SERVICE_PROVIDER))
                .header("If-Match", "\"v%d\"".formatted(version))
                .body("{\"answers\": {\"agreedToTalk\": true}}")
                .put("/v1/cases/{id}/assessments/{draft}/sections/before", caseId, draft)
                .then();
    }

    @Test
    void goesBackOnTheSameDay() {
        work.handOver(world.coordinatorToken(), caseId, world.caseManager, successor)
                .statusCode(201);
        work.handOver(world.coordinatorToken(), caseId, successor, world.caseManager)
                .statusCode(201);
        work.handOver(world.coordinatorToken(), caseId, successor, world.caseManager)
                .statusCode(409)
                .body("code", equalTo("hand-over.not-on-team"));

        world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/team?current=true", caseId)
                .then()
                .statusCode(200)
                .body("items.staffId", contains(world.caseManager.toString()))
                .body("items.to", contains(nullValue()));
    }

    @Test
    void refusesACaseloadWithACaseThatIsNotThere() {
        world.as(world.coordinatorToken())
                .body(Casework.handOverBody(world.caseManager, successor)
                        .replace(
                                "\"reason\"",
                                "\"caseIds\": [\"%s\", \"%s\"], \"reason\"".formatted(caseId, Ids.next())))
                .post("/v1/caseload/hand-overs")
                .then()
                .statusCode(404);
        handOverAll(World.create(students).coordinatorToken(), successor, null).statusCode(404);
        assertThat(OutboxProbe.types(world.district)).doesNotContain(HANDED_OVER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On leave until spring | ' '",
                "\"toStaffId\" | \"to\"",
                "\"reason\" | \"fingerprint\": \"1\", \"reason\""
            })
    void refusesBadInput(String good, String bad) {
        world.as(world.caseManagerToken())
                .body(Casework.handOverBody(world.caseManager, successor).replace(good, bad))
                .post("/v1/cases/{id}/hand-over", caseId)
                .then()
                .statusCode(400);
    }

    @Test
    void isClosedToWhoeverDoesNotManageTheCase() {
        for (var token : List.of(staff.token(successor), World.create(students).coordinatorToken())) {
            work.handOver(token, caseId, world.caseManager, successor).statusCode(404);
            world.as(token).get("/v1/cases/{id}/hand-over", caseId).then().statusCode(404);
        }
        var caseManager = world.district.token(Role.CASE_MANAGER).staff(world.caseManager);
        preview(caseManager.sign(), world.caseManager).statusCode(403);
    }

    /** In two cases; answers the one whose referral nobody decided on yet. */
    private UUID openOneDutyOfEachKind() {
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today.minusDays(3))
                .statusCode(201);
        work.taskOf(caseId, world.caseManager, world.today.plusDays(2));
        world.as(world.caseManagerToken())
                .header("If-Match", "\"v0\"")
                .body("""
                        {"dates": [{"event": "IEP_MEETING_SCHEDULED", "on": "%s"}], "absences": 0,
                         "extensionDays": 0, "circumstances": []}""".formatted(world.today.plusDays(7)))
                .put("/v1/cases/{id}/deadline-facts", caseId)
                .then()
                .statusCode(200);
        tenants.runInDistrict(
                world.district.id(),
                () -> happenings.note(
                        database.find(CaseFile.class, caseId), Kind.CONSENT_REQUESTED, world.today, Ids.next()));
        drafts.begin(caseId, world.caseManager);
        var other = Ids.next();
        world.hears(other);
        return UUID.fromString(world.open(world.caseManagerToken(), other)
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private void refused(UUID to, String code) {
        work.handOver(world.caseManagerToken(), caseId, world.caseManager, to)
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo("/toStaffId"));
    }

    private ValidatableResponse preview(String token, UUID from) {
        return world.as(token)
                .queryParam("fromStaffId", from)
                .get("/v1/caseload/hand-overs")
                .then();
    }

    private ValidatableResponse handOverAll(String token, UUID to, @Nullable String fingerprint) {
        var body = Casework.handOverBody(world.caseManager, to);
        return world.as(token)
                .body(
                        fingerprint == null
                                ? body
                                : body.replace(
                                        "\"reason\"", "\"fingerprint\": \"%s\", \"reason\"".formatted(fingerprint)))
                .post("/v1/caseload/hand-overs")
                .then();
    }
}
