package org.schoolcase.cases.assessment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.cases.staffprofile.StaffStateConsumer;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Casework;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.Forms;
import org.schoolcase.cases.testing.Staff;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.PostgresResource;

/** Who is to assess by the plan begins, fills in and finishes his own assessments, and touches nobody else's. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class AssessorFilingTest {

    private static final String WHOLE = "{\"agreedToTalk\": true, \"likesAtSchool\": \"Art.\"}";

    @Inject
    StudentStateConsumer students;

    @Inject
    StaffStateConsumer staffState;

    private World world;
    private Staff staff;
    private Casework work;
    private UUID caseId;
    private Evaluating steps;
    private UUID me;
    private UUID other;
    private String evaluation;

    @BeforeEach
    void makeAnEvaluationWithoutPlan() {
        world = World.create(students);
        staff = Staff.of(world, staffState);
        work = new Casework(world);
        caseId = world.openCase();
        steps = new Evaluating(world, caseId);
        me = staff.atTheSchool();
        other = staff.atTheSchool();
        evaluation = steps.begun();
        steps.consent("EVALUATION").statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.SERVICE_PROVIDER, Role.TEACHER})
    void filesHisOwnFromTheDraftToTheResultOfHisArea(String role) {
        var token = staff.token(me, role);
        start(token, me).statusCode(404);
        join(me);
        start(token, me).statusCode(404);
        offered(token).body("code", hasItem("not-found"));
        plan();

        offered(token).body("findAll { it.open }.variant", hasItem("INTAKE"));
        String id = start(token, me).statusCode(201).extract().path("id");
        section(token, id, 0).statusCode(200);
        fillIn(token, me, id);
        complete(token, id).statusCode(201).body("status", equalTo("FINAL"));

        steps.token = token;
        result("ACADEMIC", me).statusCode(201);
        result("COMMUNICATION", me).statusCode(422).body("code", equalTo("evaluation.area-of-another"));
        steps.get("/assessments").statusCode(200).body("items.id", contains(id));
        steps.get("/evaluations/" + evaluation).statusCode(200);
        steps.get("/stage").statusCode(200).body("stage", equalTo("EVALUATING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.SERVICE_PROVIDER, Role.TEACHER, Role.CASE_MANAGER})
    void touchesNothingOfAnotherAssessor(String role) {
        join(me);
        join(other);
        plan();
        var token = staff.token(me, role);
        var others = staff.token(other, Role.SERVICE_PROVIDER);
        String draft = start(others, other).statusCode(201).extract().path("id");
        String done = start(others, other).statusCode(201).extract().path("id");
        fillIn(others, other, done);
        complete(others, done).statusCode(201);

        read(token, draft).statusCode(404);
        read(token, done).statusCode(200);
        section(token, draft, 0).statusCode(404);
        complete(token, draft).statusCode(404);
        replace(token, other, draft).statusCode(404);
        world.as(token)
                .header("If-Match", "\"v0\"")
                .delete("/v1/cases/{case}/assessments/{id}", caseId, draft)
                .then()
                .statusCode(404);
        world.as(token)
                .get("/v1/cases/{id}/assessments", caseId)
                .then()
                .statusCode(200)
                .body("items.id", contains(done));
        start(token, other).statusCode(422).body("code", equalTo("assessment.not-own"));
        correct(token, me, done).statusCode(422).body("code", equalTo("assessment.not-correctable"));
        read(others, draft).statusCode(200);
        read(world.caseManagerToken(), draft).statusCode(200);
    }

    @Test
    void givesNoDraftOfHisAwayAndNoneOfAnotherToHimself() {
        join(me);
        join(other);
        plan();
        var token = staff.token(me, Role.SERVICE_PROVIDER);
        String mine = start(token, me).statusCode(201).extract().path("id");
        String theirs = start(staff.token(other, Role.TEACHER), other)
                .statusCode(201)
                .extract()
                .path("id");

        notOwn(replace(token, other, mine));
        handOver(other, me);
        notOwn(replace(token, me, theirs));
        replace(token, other, theirs).statusCode(200).body("assessor.staffId", equalTo(other.toString()));
        replace(token, other, theirs).statusCode(200);
    }

    @Test
    void correctsWhatHeTookOverInTheNameOfWhoGaveIt() {
        join(me);
        join(other);
        plan();
        var mine = staff.token(me, Role.SERVICE_PROVIDER);
        String theirs = start(staff.token(other, Role.TEACHER), other)
                .statusCode(201)
                .extract()
                .path("id");
        handOver(other, me);
        fillIn(mine, other, theirs);
        complete(mine, theirs).statusCode(201);

        notOwn(correct(mine, me, theirs));
        String again = correct(mine, other, theirs).statusCode(201).extract().path("id");
        section(mine, again, 0).statusCode(200).body("assessor.staffId", equalTo(other.toString()));
    }

    @Test
    void endsWithTheMembershipAndWithTheReport() {
        join(me);
        steps.plan(evaluation, steps.planBody().replace(steps.assessor.toString(), me.toString()), "*")
                .statusCode(200);
        var token = staff.token(me, Role.SERVICE_PROVIDER);
        String draft = start(token, me).statusCode(201).extract().path("id");
        result("ACADEMIC", me).statusCode(201);
        result("COMMUNICATION", me).statusCode(201);
        steps.report(evaluation).statusCode(201);

        start(token, me).statusCode(404);
        section(token, draft, 0).statusCode(200);
        String member = world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/team", caseId)
                .then()
                .extract()
                .path("items.find { it.staffId == '%s' }.id".formatted(me));
        world.as(world.caseManagerToken())
                .body("{\"lastDay\": \"%s\"}".formatted(world.today.minusDays(1)))
                .post("/v1/cases/{id}/team/{member}/ending", caseId, member)
                .then()
                .statusCode(201);

        section(token, draft, 1).statusCode(404);
        read(token, draft).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.TEACHER, Role.CASE_MANAGER})
    void keepsTheAnswersToASecretTestWithWhoGaveIt(String role) {
        join(me);
        join(other);
        plan();
        var secret = secretTest();
        var mine = staff.token(me, Role.SERVICE_PROVIDER);
        String id = world.as(mine)
                .body(secret)
                .post("/v1/cases/{id}/assessments", caseId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        complete(mine, id).statusCode(201);

        read(mine, id).body("answers.second", equalTo("Nine-marker"));
        read(staff.token(other, role), id)
                .statusCode(200)
                .body("answers", nullValue())
                .body("withheld", not(nullValue()));
    }

    @Test
    void showsTheAnswersToASecretTestToWhoGaveItAndToWhoTookItOver() {
        join(me);
        plan();
        String id = world.as(staff.token(me, Role.TEACHER))
                .body(secretTest())
                .post("/v1/cases/{id}/assessments", caseId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        handOver(me, other);
        var others = staff.token(other, Role.TEACHER);
        complete(others, id).statusCode(201);
        work.join(caseId, me, "MEMBER", world.today).statusCode(201);

        read(staff.token(me, Role.TEACHER), id).statusCode(200).body("answers.second", equalTo("Nine-marker"));
        read(others, id).statusCode(200).body("answers.second", equalTo("Nine-marker"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.TEACHER, Role.SERVICE_PROVIDER})
    void readsNothingMoreAsAnAdministratorOfAnotherSchool(String role) {
        join(me);
        join(other);
        plan();
        var others = staff.token(other, Role.TEACHER);
        var secret = secretTest().replace(me.toString(), other.toString());
        String id = world.as(others)
                .body(secret)
                .post("/v1/cases/{id}/assessments", caseId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var elsewhere = world.district
                .token(role, Role.SCHOOL_ADMIN)
                .staff(me)
                .schools(Ids.next())
                .sign();
        var here = staff.token(me, role, Role.SCHOOL_ADMIN);

        read(elsewhere, id).statusCode(404);
        read(here, id).statusCode(200);
        complete(others, id).statusCode(201);

        read(elsewhere, id).statusCode(200).body("answers.second", nullValue());
        read(here, id).statusCode(200).body("answers.second", equalTo("Nine-marker"));
    }

    @Test
    void opensTheFormOfASecretTestToTheTeacherWhoFillsItInOnly() {
        join(me);
        join(other);
        plan();
        var secret = secretTest();
        var mine = staff.token(me, Role.TEACHER);
        var others = staff.token(other, Role.TEACHER);
        form(mine).statusCode(404);
        String id = world.as(mine)
                .body(secret)
                .post("/v1/cases/{id}/assessments", caseId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        form(mine).statusCode(200).body("definition.schema.properties.second.maxLength", equalTo(50));
        form(others).statusCode(404);
        world.as(mine).get("/v1/instruments/number-test").then().statusCode(404);

        handOver(me, other);
        form(mine).statusCode(404);
        form(others).statusCode(200);
        complete(others, id).statusCode(201);
        form(others).statusCode(404);
    }

    private ValidatableResponse form(String token) {
        return world.as(token).get("/v1/instruments/number-test/versions/1").then();
    }

    private String secretTest() {
        var admin = world.district.token(Role.DISTRICT_ADMIN).sign();
        world.as(admin)
                .body("{\"key\": \"number-test\", \"definition\": " + Forms.secretTest() + "}")
                .post("/v1/instruments")
                .then()
                .statusCode(201);
        world.as(admin)
                .header("If-Match", "\"v0\"")
                .post("/v1/instruments/number-test/versions/1/publication")
                .then()
                .statusCode(201);
        return new Filing(world, caseId)
                .evaluation("number-test", world.today, "{\"first\": 9, \"second\": \"Nine-marker\"}")
                .replace(world.caseManager.toString(), me.toString());
    }

    private void join(UUID person) {
        work.join(caseId, person, "SPEECH_THERAPIST", world.today.minusDays(5)).statusCode(201);
    }

    private void plan() {
        var body = steps.planBody()
                .replaceFirst(steps.assessor.toString(), me.toString())
                .replaceFirst(steps.assessor.toString(), other.toString());
        steps.plan(evaluation, body, "*").statusCode(200);
    }

    private ValidatableResponse offered(String token) {
        return world.as(token)
                .get("/v1/cases/{id}/actions", caseId)
                .then()
                .statusCode(200)
                .rootPath("items.findAll { it.name == 'startAssessment' }");
    }

    private String interview(UUID assessor) {
        return """
                {"kind": "INTERVIEW", "instrument": {"key": "schoolcase.student-interview", "version": 1},
                 "purpose": "INTAKE", "administeredOn": "%s", "language": "es", "assessor": {"staffId": "%s"},
                 "answers": {}, "scores": [], "attachments": []}""".formatted(world.today, assessor);
    }

    private String change(UUID assessor) {
        return """
                {"administeredOn": "%s", "language": "en", "assessor": {"staffId": "%s"}, "answers": %s, "scores": [],
                 "attachments": []}""".formatted(world.today, assessor, WHOLE);
    }

    private ValidatableResponse start(String token, UUID assessor) {
        return world.as(token)
                .body(interview(assessor))
                .post("/v1/cases/{id}/assessments", caseId)
                .then();
    }

    private ValidatableResponse correct(String token, UUID assessor, String done) {
        return world.as(token)
                .body(interview(assessor)
                        .replace(
                                "\"purpose\"",
                                "\"supersedes\": {\"assessmentId\": \"%s\", \"reason\": \"x\"}, \"purpose\""
                                        .formatted(done)))
                .post("/v1/cases/{id}/assessments", caseId)
                .then();
    }

    private void handOver(UUID from, UUID to) {
        work.handOver(world.caseManagerToken(), caseId, from, to).statusCode(201);
    }

    private ValidatableResponse section(String token, String id, int version) {
        return world.as(token)
                .header("If-Match", "\"v%d\"".formatted(version))
                .body("{\"answers\": {\"likesAtSchool\": \"Art.\"}}")
                .put("/v1/cases/{case}/assessments/{id}/sections/school", caseId, id)
                .then();
    }

    private void fillIn(String token, UUID assessor, String id) {
        replace(token, assessor, id).statusCode(200);
    }

    private ValidatableResponse replace(String token, UUID assessor, String id) {
        return world.as(token)
                .header("If-Match", "*")
                .body(change(assessor))
                .put("/v1/cases/{case}/assessments/{id}", caseId, id)
                .then();
    }

    private static void notOwn(ValidatableResponse answer) {
        answer.statusCode(422)
                .body("code", equalTo("assessment.not-own"))
                .body("errors[0].pointer", equalTo("/assessor/staffId"));
    }

    private ValidatableResponse complete(String token, String id) {
        return world.as(token)
                .header("If-Match", "*")
                .body("{\"completedOn\": \"%s\"}".formatted(world.today))
                .post("/v1/cases/{case}/assessments/{id}/completion", caseId, id)
                .then();
    }

    private ValidatableResponse read(String token, String id) {
        return world.as(token)
                .get("/v1/cases/{case}/assessments/{id}", caseId, id)
                .then();
    }

    private ValidatableResponse result(String area, UUID assessedBy) {
        return steps.post("/evaluations/" + evaluation + "/area-results", """
                {"area": "%s", "completedOn": "%s", "assessedBy": "%s", "assessmentIds": ["%s"], "summary": "Below age"}
                """.formatted(
                        area, steps.assessed, assessedBy, Ids.next()));
    }
}
