package org.schoolcase.cases.caseload.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
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
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class CaseloadResourceTest {

    private static final String POLICY = """
            {"base": 1, "barriers": {"HEALTH": 0.5}, "stages": {"INTAKE": 2}, "serviceLevels": {"RESOURCE": 4},
             "caps": [{"role": "CASE_MANAGER", "measure": "WEIGHT", "most": 7, "citation": "Agreement, article 12"}]}""";

    @Inject
    StudentStateConsumer students;

    @Inject
    StaffStateConsumer staffState;

    private World world;
    private Staff staff;
    private UUID caseId;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        staff = Staff.of(world, staffState);
        caseId = world.openCase();
    }

    @Test
    void hasNoNumberUntilTheDistrictSetsOne() {
        world.as(admin())
                .get("/v1/caseload-policy")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v0\""))
                .body("policy.base", nullValue())
                .body("policy.caps", nullValue());
        caseloads()
                .body("items", hasSize(1))
                .body("items[0].cases", equalTo(1))
                .body("items[0].weight", nullValue())
                .body("items[0].caps", hasSize(0));
    }

    @Test
    void weighsCasesAsTheDistrictSays() {
        set("\"v0\"", POLICY).statusCode(200).header("ETag", equalTo("\"v1\""));
        caseloads()
                .body("items[0].staffId", equalTo(world.caseManager.toString()))
                .body("items[0].familyName", equalTo("Quill"))
                .body("items[0].weight", equalTo(3.5f))
                .body("items[0].caps[0].over", equalTo(false))
                .body("items[0].caps[0].citation", equalTo("Agreement, article 12"));

        level("\"v0\"", "RESOURCE").statusCode(200).body("level", equalTo("RESOURCE"));
        caseloads().body("items[0].weight", equalTo(7.5f)).body("items[0].caps[0].over", equalTo(true));
        assertThat(AuditProbe.actions(world.district)).contains("caseload-policy.set", "service-level.set");
    }

    @Test
    void refusesAStaleOrMissingVersion() {
        set(null, POLICY).statusCode(428);
        set("\"v0\"", POLICY).statusCode(200);
        set("\"v0\"", POLICY.replace("\"base\": 1", "\"base\": 2"))
                .statusCode(412)
                .body("code", equalTo("version.stale"))
                .body("currentVersion", equalTo("\"v1\""))
                .body("differences.field", hasItem("/base"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"base\": 1 | \"base\": -1",
                "HEALTH | HAIR",
                "\"INTAKE\": 2 | \"INTAKE\": 1001",
                "RESOURCE | resource room",
                "\"measure\": \"WEIGHT\" | \"measure\": null",
                "Agreement, article 12 | ' '",
            })
    void refusesAPolicyThatIsNone(String good, String bad) {
        set("\"v0\"", POLICY.replace(good, bad)).statusCode(400);
    }

    @Test
    void refusesALevelThatThePolicyDoesNotHave() {
        level("\"v0\"", "RESOURCE").statusCode(422).body("code", equalTo("service-level.unknown"));
        set("\"v0\"", POLICY).statusCode(200);
        level(null, "RESOURCE").statusCode(428);
        level("\"v0\"", "RESOURCE").statusCode(200);
        level("\"v0\"", "RESOURCE").statusCode(412);
        world.as(World.create(students).coordinatorToken())
                .header("If-Match", "\"v1\"")
                .body("{\"level\": \"RESOURCE\"}")
                .put("/v1/cases/{id}/service-level", caseId)
                .then()
                .statusCode(404);
    }

    @Test
    void listsTheHeaviestFirstPageByPage() {
        var second = Ids.next();
        world.hears(second);
        world.open(world.caseManagerToken(), second).statusCode(201);
        var other = staff.atTheSchool();
        var third = Ids.next();
        world.hears(third);
        world.open(staff.token(other), third).statusCode(201);

        var page = world.as(world.coordinatorToken())
                .get("/v1/caseloads?limit=1")
                .then()
                .statusCode(200);
        page.body("items.staffId", contains(world.caseManager.toString())).body("items[0].cases", equalTo(2));
        world.as(world.coordinatorToken())
                .queryParam("cursor", page.extract().<String>path("next"))
                .get("/v1/caseloads?limit=1")
                .then()
                .statusCode(200)
                .body("items.staffId", contains(other.toString()))
                .body("next", nullValue());
    }

    @Test
    void suggestsAFairerShareAndMovesNothing() {
        for (int i = 0; i < 3; i++) {
            var more = Ids.next();
            world.hears(more);
            world.open(world.caseManagerToken(), more).statusCode(201);
        }
        var free = staff.atTheSchool();
        var own = Ids.next();
        world.hears(own);
        world.open(staff.token(free), own).statusCode(201);

        world.as(world.coordinatorToken())
                .get("/v1/caseloads/balance")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].fromStaffId", equalTo(world.caseManager.toString()))
                .body("items[0].toStaffId", equalTo(free.toString()))
                .body("items[0].fromLoad", equalTo(3))
                .body("items[0].toLoad", equalTo(2))
                .body("items[0].reasons.code", contains("CARRIES_MORE", "SAME_SCHOOL", "NOTHING_DUE_SOON"));
        caseloads().body("items.cases", contains(4, 1));
    }

    @Test
    void showsAHandOverAtOnce() {
        var successor = staff.atTheSchool();
        new Casework(world)
                .handOver(world.coordinatorToken(), caseId, world.caseManager, successor)
                .statusCode(201);

        caseloads().body("items.staffId", contains(successor.toString()));
    }

    private String admin() {
        return world.district.token(Role.DISTRICT_ADMIN).sign();
    }

    private ValidatableResponse caseloads() {
        return world.as(world.coordinatorToken()).get("/v1/caseloads").then().statusCode(200);
    }

    private ValidatableResponse set(@Nullable String ifMatch, String body) {
        var request = world.as(admin()).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/caseload-policy").then();
    }

    private ValidatableResponse level(@Nullable String ifMatch, String level) {
        var request = world.as(world.caseManagerToken()).body("{\"level\": \"%s\"}".formatted(level));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/cases/{id}/service-level", caseId).then();
    }
}
