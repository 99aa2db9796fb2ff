package org.schoolcase.cases.casedeadline.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.PostgresResource;

/** Two people change the same facts: nobody overwrites unseen, and who is late is told what differs. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ConcurrentFactsTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private UUID caseId;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
    }

    @Test
    void tellsTheLaterOneWhatDiffersFieldByField() {
        put(world.caseManagerToken(), "\"v0\"", body(4, "null")).statusCode(200).header("ETag", "\"v1\"");

        put(world.coordinatorToken(), "\"v0\"", body(6, "\"2026-10-01\""))
                .statusCode(412)
                .body("code", equalTo("version.stale"))
                .body("currentVersion", equalTo("\"v1\""))
                .body("differences.field", contains("/absences", "/agreedOn"))
                .body("differences[0].yours", equalTo(6))
                .body("differences[0].current", equalTo(4))
                .body("differences[1].yours", equalTo("2026-10-01"))
                .body("differences[1].current", nullValue());

        stored().body("absences", equalTo(4)).body("version", equalTo(1));
        put(world.coordinatorToken(), "\"v1\"", body(6, "\"2026-10-01\"")).statusCode(200);
        stored().body("absences", equalTo(6)).body("version", equalTo(2));
    }

    @Test
    void hasNothingToTellWhereBothWantTheSame() {
        put(world.caseManagerToken(), "\"v0\"", body(4, "null")).statusCode(200);

        put(world.coordinatorToken(), "\"v0\"", body(4, "null")).statusCode(412).body("differences", hasSize(0));
    }

    @Test
    void comparesAListAsAWhole() {
        put(world.caseManagerToken(), "\"v0\"", body(0, "null")).statusCode(200);
        var dated = body(0, "null")
                .replace("\"dates\": []", "\"dates\": [{\"event\": \"EVALUATION_REPORTED\", \"on\": \"2026-11-02\"}]");

        put(world.coordinatorToken(), "\"v0\"", dated)
                .statusCode(412)
                .body("differences.field", contains("/dates"))
                .body("differences[0].yours[0].on", equalTo("2026-11-02"))
                .body("differences[0].current", hasSize(0));
    }

    @Test
    void letsOneOfManyThrough() throws Exception {
        var manager = world.caseManagerToken();
        var tasks = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i ->
                        () -> put(manager, "\"v0\"", body(i, "null")).extract().statusCode())
                .toList();
        var statuses = new ArrayList<Integer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : pool.invokeAll(tasks)) {
                statuses.add(done.get());
            }
        }

        assertThat(statuses.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .isEqualTo(Map.of(200, 1L, 412, 7L));
        stored().body("version", equalTo(1));
    }

    @Test
    void tellsNothingToWhoeverHasNoRelation() {
        put(world.caseManagerToken(), "\"v0\"", body(4, "null")).statusCode(200);
        var stranger = world.district.token(Role.CASE_MANAGER).staff(Ids.next()).sign();

        put(stranger, "\"v0\"", body(6, "null")).statusCode(404).body("differences", nullValue());
        put(World.create(students).coordinatorToken(), "\"v0\"", body(6, "null"))
                .statusCode(404);
    }

    @Test
    void wantsTheVersionNamed() {
        world.as(world.caseManagerToken())
                .body(body(1, "null"))
                .put("/v1/cases/{id}/deadline-facts", caseId)
                .then()
                .statusCode(428)
                .body("code", equalTo("if-match.missing"));
        put(world.caseManagerToken(), "\"v7\", \"v0\"", body(1, "null")).statusCode(200);
        put(world.caseManagerToken(), "*", body(2, "null")).statusCode(200);
        put(world.caseManagerToken(), "v2", body(3, "null")).statusCode(412);
    }

    private static String body(int absences, String agreedOn) {
        return "{\"dates\": [], \"absences\": %d, \"agreedOn\": %s, \"extensionDays\": 0, \"circumstances\": []}"
                .formatted(absences, agreedOn);
    }

    private ValidatableResponse put(String token, String ifMatch, String body) {
        return world.as(token)
                .header("If-Match", ifMatch)
                .body(body)
                .put("/v1/cases/{id}/deadline-facts", caseId)
                .then();
    }

    private ValidatableResponse stored() {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/deadline-facts", caseId)
                .then()
                .statusCode(200);
    }
}
