package org.schoolcase.cases.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.staffprofile.StaffStateConsumer;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Casework;
import org.schoolcase.cases.testing.Staff;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class TeamResourceTest {

    @Inject
    StudentStateConsumer students;

    @Inject
    StaffStateConsumer staffState;

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
    void putsAMemberOnTheTeamWhoThenSeesTheCase() {
        var therapist = staff.atTheSchool();
        var token = staff.token(therapist, Role.SERVICE_PROVIDER);
        world.as(token).get("/v1/cases/{id}", caseId).then().statusCode(404);

        work.join(caseId, therapist, "SPEECH_THERAPIST")
                .statusCode(201)
                .body("staffId", equalTo(therapist.toString()))
                .body("familyName", equalTo("Quill"))
                .body("current", equalTo(true));

        world.as(token).get("/v1/cases/{id}", caseId).then().statusCode(200);
        team(token)
                .body("items.role", contains("CASE_MANAGER", "SPEECH_THERAPIST"))
                .body("items.staffId", containsInAnyOrder(world.caseManager.toString(), therapist.toString()));
        var sent = OutboxProbe.of(world.district).getLast();
        assertThat(sent.type()).isEqualTo("org.schoolcase.case.team-changed.v1");
        assertThat(sent.key()).isEqualTo(caseId.toString());
        assertThat(Casework.said(sent, "staffId")).isEqualTo(therapist.toString());
        assertThat(Casework.said(sent, "toOn")).isEmpty();
        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("team.add");
            assertThat(entry.studentId()).isEqualTo(world.student);
        });
    }

    @Test
    void refusesWhomTheDistrictDoesNotKnow() {
        var gone = Ids.next();
        staff.hears(gone, List.of(world.school), false, 1);

        for (var stranger : List.of(Ids.next(), gone)) {
            work.join(caseId, stranger, "NURSE")
                    .statusCode(422)
                    .body("code", equalTo("team.staff-unknown"))
                    .body("errors[0].pointer", equalTo("/staffId"));
        }
    }

    @Test
    void refusesAMemberWithoutTheRelation() {
        work.join(caseId, staff.elsewhere(), "PSYCHOLOGIST")
                .statusCode(422)
                .body("code", equalTo("team.staff-without-relation"))
                .body("citation", equalTo("34 CFR 99.31(a)(1)"));
        team(world.caseManagerToken()).body("items", hasSize(1));
        assertThat(OutboxProbe.of(world.district)).hasSize(1);

        work.join(caseId, staff.ofTheDistrict(), "PSYCHOLOGIST").statusCode(201);
    }

    @Test
    void keepsOneCaseManager() {
        var other = staff.atTheSchool();

        work.join(caseId, other, "CASE_MANAGER").statusCode(409).body("code", equalTo("team.case-manager-there"));
        end(memberOf(world.caseManager), world.today).statusCode(409).body("code", equalTo("team.case-manager-needed"));
    }

    @Test
    void refusesTheSameMembershipTwiceAlsoAtOnce() {
        var nurse = staff.atTheSchool();

        var codes = Stream.of(1, 2, 3)
                .map(_ -> CompletableFuture.supplyAsync(
                        () -> work.join(caseId, nurse, "NURSE").extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(codes).containsExactlyInAnyOrder(201, 409, 409);
        work.join(caseId, nurse, "TEACHER").statusCode(201);
    }

    @Test
    void endsAMembershipAndWithItTheAccess() {
        var provider = staff.atTheSchool();
        var token = staff.token(provider, Role.SERVICE_PROVIDER);
        work.join(caseId, provider, "SERVICE_PROVIDER", world.today.minusDays(3))
                .statusCode(201);

        end(memberOf(provider), world.today.minusDays(1)).statusCode(201).body("current", equalTo(false));

        world.as(token).get("/v1/cases/{id}", caseId).then().statusCode(404);
        end(memberOf(provider), world.today).statusCode(409).body("code", equalTo("team.ended-already"));
        assertThat(Casework.said(OutboxProbe.of(world.district).getLast(), "toOn"))
                .isEqualTo(world.today.minusDays(1).toString());
        work.join(caseId, provider, "SERVICE_PROVIDER").statusCode(201);
    }

    @Test
    void letsNobodyLeaveWithOpenTasks() {
        var provider = staff.atTheSchool();
        work.join(caseId, provider, "SERVICE_PROVIDER").statusCode(201);
        var task = work.taskOf(caseId, provider, world.today.plusDays(5));

        end(memberOf(provider), world.today)
                .statusCode(409)
                .body("code", equalTo("team.open-tasks"))
                .body("tasks", contains(task));
    }

    @ParameterizedTest
    @CsvSource({"-21,", "400,", "0,-1"})
    void refusesDaysOutOfOrder(int from, @Nullable Integer to) {
        var last = to == null ? "null" : "\"" + world.today.plusDays(to) + "\"";
        world.as(world.caseManagerToken())
                .body("{\"staffId\": \"%s\", \"role\": \"NURSE\", \"from\": \"%s\", \"to\": %s}"
                        .formatted(staff.atTheSchool(), world.today.plusDays(from), last))
                .post("/v1/cases/{id}/team", caseId)
                .then()
                .statusCode(422)
                .body("code", equalTo("team.dates-out-of-order"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"NURSE | KING", "\"role\" | \"rolle\"", "\"from\": \"2 | \"from\": \"x2"})
    void refusesBadInput(String good, String bad) {
        var body = "{\"staffId\": \"%s\", \"role\": \"NURSE\", \"from\": \"%s\"}"
                .formatted(staff.atTheSchool(), world.today);
        world.as(world.caseManagerToken())
                .body(body.replace(good, bad))
                .post("/v1/cases/{id}/team", caseId)
                .then()
                .statusCode(400);
    }

    @Test
    void isClosedToWhoeverDoesNotManageTheCase() {
        var nurse = staff.atTheSchool();
        var body = "{\"staffId\": \"%s\", \"role\": \"NURSE\", \"from\": \"%s\"}".formatted(nurse, world.today);
        for (var token : List.of(staff.token(nurse), World.create(students).coordinatorToken())) {
            world.as(token)
                    .body(body)
                    .post("/v1/cases/{id}/team", caseId)
                    .then()
                    .statusCode(404);
            world.as(token).get("/v1/cases/{id}/team", caseId).then().statusCode(404);
        }
        world.as(world.coordinatorToken())
                .body(body)
                .post("/v1/cases/{id}/team", caseId)
                .then()
                .statusCode(201);
    }

    @Test
    void changesNoTeamOfAClosedCase() {
        world.as(world.caseManagerToken())
                .body("{\"reason\": \"Done\", \"closedOn\": \"%s\"}".formatted(world.today))
                .post("/v1/cases/{id}/closure", caseId)
                .then()
                .statusCode(201);

        work.join(caseId, staff.atTheSchool(), "NURSE").statusCode(409).body("code", equalTo("case.closed"));
    }

    @Test
    void givesTheFirstAnswerAgain() {
        var body = "{\"staffId\": \"%s\", \"role\": \"NURSE\", \"from\": \"%s\"}"
                .formatted(staff.atTheSchool(), world.today);
        var key = UUID.randomUUID().toString();
        var token = world.caseManagerToken();
        for (int i = 0; i < 2; i++) {
            world.as(token)
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/v1/cases/{id}/team", caseId)
                    .then()
                    .statusCode(201);
        }
        team(world.caseManagerToken()).body("items", hasSize(2));
    }

    private ValidatableResponse team(String token) {
        return world.as(token).get("/v1/cases/{id}/team", caseId).then().statusCode(200);
    }

    private String memberOf(UUID person) {
        return team(world.caseManagerToken()).extract().path("items.find { it.staffId == '%s' }.id".formatted(person));
    }

    private ValidatableResponse end(String member, LocalDate lastDay) {
        return world.as(world.caseManagerToken())
                .body("{\"lastDay\": \"%s\"}".formatted(lastDay))
                .post("/v1/cases/{id}/team/{member}/ending", caseId, member)
                .then();
    }
}
