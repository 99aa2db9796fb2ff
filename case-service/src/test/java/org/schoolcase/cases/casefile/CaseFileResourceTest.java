package org.schoolcase.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class CaseFileResourceTest {

    @Inject
    StudentStateConsumer students;

    private World world;

    @BeforeEach
    void makeAWorld() {
        world = World.create(students);
    }

    @Test
    void opensACaseAndTellsTheOthers() {
        var answer = world.open(world.caseManagerToken(), world.student)
                .statusCode(201)
                .header("ETag", "\"v0\"")
                .body("status", equalTo("OPEN"))
                .body("studentId", equalTo(world.student.toString()))
                .body("barriers", contains("ACADEMIC", "HEALTH"))
                .body("openedOn", equalTo(world.today.toString()))
                .body("team", hasSize(1))
                .body("team[0].staffId", equalTo(world.caseManager.toString()))
                .body("team[0].role", equalTo("CASE_MANAGER"));
        String id = answer.extract().path("id");
        answer.header("Location", endsWith("/v1/cases/" + id));

        var sent = OutboxProbe.of(world.district);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().type()).isEqualTo("org.schoolcase.case.opened.v1");
        assertThat(sent.getFirst().topic()).isEqualTo("schoolcase.case.events");
        assertThat(sent.getFirst().key()).isEqualTo(id);
        assertThat(sent.getFirst().data())
                .hasToString("{\"caseId\":\"%s\",\"openedOn\":\"%s\",\"studentId\":\"%s\",\"caseManagerId\":\"%s\"}"
                        .formatted(id, world.today, world.student, world.caseManager));
        assertThat(AuditProbe.of(world.district)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("case.open");
            assertThat(entry.studentId()).isEqualTo(world.student);
            assertThat(entry.fields()).doesNotContain("Words-of-the-referral");
        });
    }

    @Test
    void refusesASecondOpenCase() {
        world.openCase();

        world.open(world.caseManagerToken(), world.student).statusCode(409).body("code", equalTo("case.already-open"));

        assertThat(OutboxProbe.of(world.district)).hasSize(1);
    }

    @Test
    void letsOneOfTwoThatComeAtOnceOpenTheCase() {
        var token = world.caseManagerToken();

        var codes = Stream.of(1, 2)
                .map(_ -> CompletableFuture.supplyAsync(
                        () -> world.open(token, world.student).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(codes).containsExactlyInAnyOrder(201, 409);
        assertThat(OutboxProbe.of(world.district)).hasSize(1);
    }

    @Test
    void opensAnotherCaseOnceTheFirstIsClosed() {
        var id = world.openCase();
        world.as(world.caseManagerToken())
                .body("{\"reason\": \"Done\", \"closedOn\": \"%s\"}".formatted(world.today))
                .post("/v1/cases/{id}/closure", id)
                .then()
                .statusCode(201);

        world.open(world.caseManagerToken(), world.student).statusCode(201);
    }

    @Test
    void knowsNoStudentOfAnotherSchoolAndNoUnknownOne() {
        var stranger = world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(Ids.next())
                .sign();

        var other =
                world.open(stranger, world.student).statusCode(404).extract().asString();
        var unknown = world.open(stranger, Ids.next()).statusCode(404).extract().asString();

        assertThat(other).isEqualTo(unknown);
        assertThat(OutboxProbe.of(world.district)).isEmpty();
    }

    @Test
    void letsACoordinatorOpenForAnySchool() {
        world.open(world.coordinatorToken(), world.student).statusCode(201);
    }

    @Test
    void refusesACallerWhoIsNoStaffMember() {
        var token =
                world.district.token(Role.CASE_MANAGER).schools(world.school).sign();

        world.open(token, world.student).statusCode(403).body("code", equalTo("staff-id.missing"));
    }

    @Test
    void refusesAReferralOfTomorrow() {
        var body = world.openBody(world.student)
                .replace(
                        world.today.minusDays(20).toString(),
                        world.today.plusDays(1).toString());

        world.as(world.caseManagerToken())
                .body(body)
                .post("/v1/cases")
                .then()
                .statusCode(422)
                .body("code", equalTo("case.received-in-future"))
                .body("errors[0].pointer", equalTo("/receivedOn"));
    }

    @Test
    void givesTheFirstAnswerAgain() {
        var key = UUID.randomUUID().toString();
        var token = world.district
                .token(Role.CASE_MANAGER)
                .staff(world.caseManager)
                .schools(world.school)
                .sign();

        var first = keyed(token, key, world.student);
        var second = keyed(token, key, world.student);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(OutboxProbe.of(world.district)).hasSize(1);
        assertThat(keyed(token, key, Ids.next()).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"source\": \"STAFF\" | \"source\": \"NOBODY\"",
                "\"source\": \"STAFF\" | \"source\": null",
                "\"ACADEMIC\" | \"HAIR\"",
                "\"ACADEMIC\" | null",
                "\"barriers\" | \"barrierz\"",
                "Words-of-the-referral about reading | ' '",
                "Words-of-the-referral | \\u0000",
                "\"reason\": \" | \"reason\": 7, \"x\": \"",
                "\"receivedOn\": \" | \"receivedOn\": \"31/12/",
            })
    void refusesBadInput(String good, String bad) {
        var body = world.openBody(world.student).replace(good, bad);

        world.as(world.caseManagerToken())
                .body(body)
                .post("/v1/cases")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", notNullValue());

        assertThat(OutboxProbe.of(world.district)).isEmpty();
    }

    @Test
    void refusesAReasonWithoutEnd() {
        var body = world.openBody(world.student).replace("Words-of-the-referral", "x".repeat(4001));

        world.as(world.caseManagerToken()).body(body).post("/v1/cases").then().statusCode(400);
    }

    @Test
    void showsACaseToThoseWithARelation() {
        var id = world.openCase();

        for (var token : List.of(
                world.caseManagerToken(),
                world.coordinatorToken(),
                world.district.token(Role.DISTRICT_ADMIN).sign(),
                world.district.token(Role.AUDITOR).sign(),
                world.district.token(Role.SCHOOL_ADMIN).schools(world.school).sign(),
                world.district.token(Role.GUARDIAN).guardian(world.guardian).sign())) {
            world.as(token)
                    .get("/v1/cases/{id}", id)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"v0\"")
                    .body("reason", equalTo("Words-of-the-referral about reading"))
                    .body("barriers", contains("ACADEMIC", "HEALTH"))
                    .body("team[0].to", nullValue());
        }
        await().untilAsserted(() -> assertThat(AuditProbe.actions(world.district))
                .filteredOn("case.read"::equals)
                .hasSize(6));
    }

    @Test
    void hidesACaseFromEverybodyElse() {
        var id = world.openCase();
        var elsewhere = World.create(students);
        var unknown = world.as(world.caseManagerToken())
                .get("/v1/cases/{id}", Ids.next())
                .then()
                .statusCode(404)
                .extract()
                .asString();

        for (var token : List.of(
                world.district
                        .token(Role.CASE_MANAGER)
                        .staff(Ids.next())
                        .schools(world.school)
                        .sign(),
                world.district.token(Role.SCHOOL_ADMIN).schools(Ids.next()).sign(),
                world.district
                        .token(Role.GUARDIAN)
                        .guardian(world.guardianWithoutRights)
                        .sign(),
                elsewhere.coordinatorToken())) {
            var answer = world.as(token)
                    .get("/v1/cases/{id}", id)
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString();
            assertThat(answer).isEqualTo(unknown);
        }
        await().untilAsserted(() -> assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.outcome()).isEqualTo("DENIED");
            assertThat(entry.entityId()).isEqualTo(id);
        }));
    }

    @Test
    void hidesFromTeachersBesideTheTeamAndAsksForARoleAndAToken() {
        var id = world.openCase();

        world.as(world.district.token(Role.TEACHER).staff(Ids.next()).sign())
                .get("/v1/cases/{id}", id)
                .then()
                .statusCode(404);
        world.as(world.district.token(Role.SIS_SYNC).sign())
                .get("/v1/cases/{id}", id)
                .then()
                .statusCode(403);
        io.restassured.RestAssured.get("/v1/cases/{id}", id).then().statusCode(401);
    }

    @Test
    void listsTheCallersCasesPageByPage() {
        var more = List.of(Ids.next(), Ids.next());
        more.forEach(world::hears);
        var first = world.openCase().toString();
        var others = more.stream()
                .map(student ->
                        world.open(world.caseManagerToken(), student).extract().<String>path("id"))
                .toList();
        var token = world.caseManagerToken();

        var page =
                world.as(token).queryParam("limit", 2).get("/v1/cases").then().statusCode(200);
        page.body("items.id", contains(others.get(1), others.get(0)));
        String next = page.extract().path("next");
        world.as(token)
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/v1/cases")
                .then()
                .statusCode(200)
                .body("items.id", contains(first))
                .body("next", nullValue());

        world.as(token)
                .queryParam("cursor", next)
                .queryParam("status", "OPEN")
                .get("/v1/cases")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
        world.as(token)
                .queryParam("studentId", world.student)
                .queryParam("status", "OPEN")
                .get("/v1/cases")
                .then()
                .body("items.id", contains(first));
        world.as(token).queryParam("status", "CLOSED").get("/v1/cases").then().body("items", hasSize(0));
    }

    @Test
    void listsForEachRoleWhatIsOpenToIt() {
        var id = world.openCase().toString();

        assertThat(listed(world.coordinatorToken())).containsExactly(id);
        assertThat(listed(world.district
                        .token(Role.GUARDIAN)
                        .guardian(world.guardian)
                        .sign()))
                .containsExactly(id);
        assertThat(listed(world.district
                        .token(Role.SCHOOL_ADMIN)
                        .schools(world.school)
                        .sign()))
                .containsExactly(id);
        assertThat(listed(world.district
                        .token(Role.GUARDIAN)
                        .guardian(world.guardianWithoutRights)
                        .sign()))
                .isEmpty();
        assertThat(listed(world.district
                        .token(Role.CASE_MANAGER)
                        .staff(Ids.next())
                        .sign()))
                .isEmpty();
        assertThat(listed(World.create(students).coordinatorToken())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,201", "status,SLEEPING", "studentId,7"})
    void refusesWrongFilters(String name, String value) {
        world.as(world.caseManagerToken())
                .queryParam(name, value)
                .get("/v1/cases")
                .then()
                .statusCode(400)
                .body("code", notNullValue())
                .body("errors.detail", everyItem(notNullValue()));
    }

    @Test
    void refusesAnIdOfTheWrongForm() {
        world.as(world.caseManagerToken())
                .get("/v1/cases/{id}", "1; drop table case_file")
                .then()
                .statusCode(400);
    }

    private List<String> listed(String token) {
        return world.as(token).get("/v1/cases").then().statusCode(200).extract().path("items.id");
    }

    private io.restassured.response.Response keyed(String token, String key, UUID student) {
        return world.as(token)
                .header("Idempotency-Key", key)
                .body(world.openBody(student))
                .post("/v1/cases");
    }
}
