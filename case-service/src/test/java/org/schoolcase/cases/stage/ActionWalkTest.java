package org.schoolcase.cases.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.PostgresResource;

/**
 * The property of the state machine: what the list of actions offers works, and what it does not offer is refused with the code
 * that it gives. Held against random walks; a walk that fails is walked again with {@code -Dschoolcase.walk.seed}.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ActionWalkTest {

    private static final int WALKS = 4;
    private static final int STEPS = 45;

    @Inject
    StudentStateConsumer students;

    private World world;
    private UUID caseId;

    static List<Long> seeds() {
        var given = Long.getLong("schoolcase.walk.seed");
        if (given != null) {
            return List.of(given);
        }
        return new Random().longs(WALKS).boxed().toList();
    }

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
    }

    @Test
    void knowsEveryAction() {
        var moves = new Moves(world, caseId, new Random(0));
        assertThat(actions(world.caseManagerToken()))
                .extracting(ActionWalkTest::key)
                .filteredOn(key -> !moves.knows(key))
                .as("teach Moves how to do these")
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsOfferedWorksAndWhatIsNotIsRefusedWithTheSameCode(long seed) {
        var random = new Random(seed);
        var moves = new Moves(world, caseId, random);
        var stages = new TreeSet<String>();
        for (int step = 0; step < STEPS; step++) {
            refusals(moves, world.caseManagerToken(), "seed %d, step %d".formatted(seed, step));
            if (step % 9 == 0) {
                refusals(moves, schoolAdmin(), "school admin, seed %d, step %d".formatted(seed, step));
                seesNothing(moves, stranger());
            }
            stages.add(stage());
            consentNowAndThen(random);
            move(moves, random, step > STEPS - 9, "seed %d, step %d".formatted(seed, step));
        }
        assertThat(stages).as("stages seen with seed %d", seed).hasSizeGreaterThan(1);
    }

    private void move(Moves moves, Random random, boolean nearTheEnd, String where) {
        var token = random.nextBoolean() ? world.caseManagerToken() : world.coordinatorToken();
        var open = new ArrayList<>(actions(token).stream()
                .filter(it -> Boolean.TRUE.equals(it.get("open")))
                .map(ActionWalkTest::key)
                .filter(moves::knows)
                .toList());
        if (!nearTheEnd || random.nextInt(6) > 0) {
            open.remove("closeCase");
        }
        if (!open.isEmpty()) {
            var name = open.get(random.nextInt(open.size()));
            var answer = moves.send(token, moves.of(name)).extract();
            assertThat(answer.statusCode())
                    .as("%s: %s is offered and answers %s", where, name, answer.asString())
                    .isIn(200, 201);
        }
    }

    private void refusals(Moves moves, String token, String where) {
        for (var action : actions(token)) {
            var name = key(action);
            if (Boolean.FALSE.equals(action.get("open")) && moves.knows(name)) {
                var code = String.valueOf(action.get("code"));
                var answer = moves.send(token, moves.of(name)).extract();
                assertThat(answer.statusCode())
                        .as("%s: %s is not offered, %s, and answers %s", where, name, code, answer.asString())
                        .isEqualTo(status(code));
                assertThat(answer.<String>path("code"))
                        .as("%s: %s", where, name)
                        .isEqualTo(code);
                if (status(code) == 409) {
                    assertThat(answer.<String>path("citation"))
                            .as("%s: %s", where, name)
                            .isEqualTo(action.get("citation"));
                }
            }
        }
    }

    private static String key(Map<String, Object> action) {
        return action.get("variant") == null
                ? String.valueOf(action.get("name"))
                : action.get("name") + "/" + action.get("variant");
    }

    private static int status(String code) {
        return switch (code) {
            case "role.missing" -> 403;
            case "not-found" -> 404;
            default -> 409;
        };
    }

    private void seesNothing(Moves moves, String token) {
        world.as(token).get("/v1/cases/{id}/actions", caseId).then().statusCode(404);
        moves.send(token, moves.of("beginEvaluation")).statusCode(404);
    }

    private void consentNowAndThen(Random random) {
        var kinds = List.of("EVALUATION", "REEVALUATION", "SERVICES");
        if (random.nextInt(3) == 0) {
            world.consent(caseId, kinds.get(random.nextInt(3)), "GIVEN", world.guardian, world.today);
        } else if (random.nextInt(20) == 0) {
            List<Map<String, Object>> inForce = world.as(world.caseManagerToken())
                    .get("/v1/cases/{id}/consents", caseId)
                    .then()
                    .extract()
                    .path("items.findAll { it.inForce }");
            inForce.stream().findFirst().ifPresent(it -> revoke(String.valueOf(it.get("id"))));
        }
    }

    private void revoke(String consent) {
        world.as(world.caseManagerToken())
                .body("{\"guardianId\": \"%s\", \"revokedOn\": \"%s\"}".formatted(world.guardian, world.today))
                .post("/v1/cases/{id}/consents/{consent}/revocation", caseId, consent);
    }

    private String stage() {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/stage", caseId)
                .then()
                .statusCode(200)
                .extract()
                .path("stage");
    }

    private List<Map<String, Object>> actions(String token) {
        return world.as(token)
                .get("/v1/cases/{id}/actions", caseId)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private String schoolAdmin() {
        return world.district
                .token(Role.SCHOOL_ADMIN)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
    }

    private String stranger() {
        return world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
    }
}
