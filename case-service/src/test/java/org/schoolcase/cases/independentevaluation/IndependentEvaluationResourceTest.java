package org.schoolcase.cases.independentevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class IndependentEvaluationResourceTest {

    private static final String DUTY = "items.find { it.step == 'INDEPENDENT_EVALUATION' }.";

    @Inject
    StudentStateConsumer students;

    private World world;
    private Evaluating steps;
    private String evaluation;

    @BeforeEach
    void makeAWorldWithAReport() {
        world = World.create(students);
        steps = new Evaluating(world, world.openCase());
        evaluation = steps.reported("EVALUATION");
    }

    @Test
    void runsFromTheRequestToTheConsideration() {
        String id = ask("PUBLIC", world.guardian).statusCode(201).extract().path("id");
        steps.get("/deadlines")
                .body(DUTY + "status", equalTo("NO_NUMERIC_DEADLINE"))
                .body(DUTY + "dueOn", nullValue())
                .body(DUTY + "citation", equalTo("34 CFR 300.502(b)(2)"))
                .body(DUTY + "explanation", containsString("without unnecessary delay"));

        follow(id, "answer", "\"answer\": \"PROVIDED\", \"answeredOn\": \"%s\", \"note\": \"List sent\"")
                .statusCode(201);
        steps.get("/deadlines").body(DUTY + "endedBy", equalTo("COMPLETED"));
        follow(id, "answer", "\"answer\": \"PROVIDED\", \"answeredOn\": \"%s\", \"note\": \"List sent\"")
                .statusCode(409)
                .body("code", equalTo("independent-evaluation.none-waiting"));
        follow(id, "results", "\"receivedOn\": \"%s\", \"evaluator\": \"Private practice\"")
                .statusCode(201);
        steps.determine(steps.eligibleBody())
                .statusCode(409)
                .body("code", equalTo("independent-evaluation.not-considered"))
                .body("citation", equalTo("34 CFR 300.502(c)(1)"));
        follow(id, "consideration", "\"consideredOn\": \"%s\", \"consideration\": \"Adopted in part\"")
                .statusCode(201);
        steps.determine(steps.eligibleBody()).statusCode(201);
        steps.get("/independent-evaluations")
                .body("items", hasSize(1))
                .body("items[0].consideration", equalTo("Adopted in part"));
        assertThat(AuditProbe.actions(world.district))
                .contains(
                        "independent-evaluation.request",
                        "independent-evaluation.answer",
                        "independent-evaluation.receive",
                        "independent-evaluation.consider");
    }

    @Test
    void paysForOneOfEachEvaluation() {
        ask("PUBLIC", world.guardian).statusCode(201);

        ask("PUBLIC", world.guardian)
                .statusCode(422)
                .body("code", equalTo("independent-evaluation.second-at-public-expense"))
                .body("citation", equalTo("34 CFR 300.502(b)(5)"));
        ask("PRIVATE", world.guardian).statusCode(201);
    }

    @Test
    void isForParentsAndForReportsOfTheCase() {
        ask("PUBLIC", world.guardianWithoutRights).statusCode(422).body("code", equalTo("parent.without-rights"));
        evaluation = Ids.next().toString();
        ask("PUBLIC", world.guardian).statusCode(422).body("code", equalTo("independent-evaluation.no-report"));
        var other = new Evaluating(world, steps.caseId);
        other.token = world.coordinatorToken();
        other.get("/independent-evaluations").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void needsNoAnswerAtPrivateExpense() {
        String id = ask("PRIVATE", world.guardian).statusCode(201).extract().path("id");

        follow(id, "answer", "\"answer\": \"PROVIDED\", \"answeredOn\": \"%s\", \"note\": \"x\"")
                .statusCode(409)
                .body("code", equalTo("independent-evaluation.none-waiting"));
        follow(id, "consideration", "\"consideredOn\": \"%s\", \"consideration\": \"x\"")
                .statusCode(409)
                .body("code", equalTo("independent-evaluation.none-received"));
        follow(id, "results", "\"receivedOn\": \"%s\", \"evaluator\": \"x\"").statusCode(201);
    }

    private ValidatableResponse ask(String expense, UUID guardian) {
        return steps.post("/independent-evaluations", """
                {"evaluationId": "%s", "expense": "%s", "guardianId": "%s", "requestedOn": "%s", "disagreement": "In English only"}
                """.formatted(evaluation, expense, guardian, world.today));
    }

    private ValidatableResponse follow(String id, String what, String fields) {
        return steps.post("/independent-evaluations/" + id + "/" + what, "{" + fields.formatted(world.today) + "}");
    }
}
