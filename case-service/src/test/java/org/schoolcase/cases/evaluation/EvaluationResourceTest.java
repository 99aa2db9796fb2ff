package org.schoolcase.cases.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class EvaluationResourceTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private Evaluating steps;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        steps = new Evaluating(world, world.openCase());
    }

    @Test
    void goesFromTheReviewToTheReport() {
        var evaluation = steps.begun();
        steps.consent("EVALUATION").statusCode(201);
        steps.plan(evaluation)
                .statusCode(200)
                .body("areas", hasSize(2))
                .body("areas.completedOn", contains(nullValue(), nullValue()));
        steps.result(evaluation, "ACADEMIC").statusCode(201);
        steps.result(evaluation, "COMMUNICATION").statusCode(201);
        steps.report(evaluation).statusCode(201).body("report.dissents", hasSize(1));
        steps.post(
                        "/evaluations/" + evaluation + "/report/copies",
                        steps.copyBody(world.guardian, steps.reported.plusDays(1)))
                .statusCode(201);

        steps.get("/evaluations/" + evaluation)
                .statusCode(200)
                .body("cycle", equalTo("INITIAL"))
                .body("areas[0].summary", equalTo("Well below age"))
                .body("copies[0].guardianId", equalTo(world.guardian.toString()));
        steps.get("/evaluations")
                .body("items", hasSize(1))
                .body("items[0].reportedOn", equalTo(steps.reported.toString()));
        assertThat(OutboxProbe.types(world.district))
                .containsSubsequence(
                        "org.schoolcase.case.evaluation-planned.v1", "org.schoolcase.case.evaluation-reported.v1");
        var reported = OutboxProbe.of(world.district).stream()
                .filter(sent -> sent.type().equals("org.schoolcase.case.evaluation-reported.v1"))
                .toList();
        assertThat(reported).hasSize(1);
        assertThat(String.valueOf(reported.getFirst().data()))
                .contains(evaluation, steps.reported.toString())
                .doesNotContain("sounds");
        assertThat(AuditProbe.actions(world.district))
                .contains(
                        "evaluation.begin",
                        "evaluation.plan",
                        "evaluation.area-result",
                        "evaluation.report",
                        "evaluation.give-report");
    }

    @Test
    void needsNoConsentForTheReviewAndConsentForEveryStepAfter() {
        var evaluation = steps.begun();

        steps.plan(evaluation)
                .statusCode(409)
                .body("code", equalTo("consent.missing"))
                .body("citation", equalTo("34 CFR 300.300(a)"));
        steps.result(evaluation, "ACADEMIC").statusCode(409).body("code", equalTo("consent.missing"));
        steps.report(evaluation).statusCode(409).body("code", equalTo("consent.missing"));
        steps.determine(steps.eligibleBody()).statusCode(409).body("code", equalTo("consent.missing"));

        String consent = steps.consent("EVALUATION").extract().path("id");
        steps.plan(evaluation).statusCode(200);
        steps.post(
                        "/consents/" + consent + "/revocation",
                        "{\"guardianId\": \"%s\", \"revokedOn\": \"%s\"}".formatted(world.guardian, world.today))
                .statusCode(201);
        steps.result(evaluation, "ACADEMIC").statusCode(409).body("code", equalTo("consent.missing"));
        steps.stage().body("stage", equalTo("TO_BE_EVALUATED"));
    }

    @Test
    void refusesAReportWhileAnAreaIsWithoutResult() {
        var evaluation = steps.begun();
        steps.consent("EVALUATION");
        steps.plan(evaluation);
        steps.result(evaluation, "ACADEMIC").statusCode(201);

        steps.report(evaluation)
                .statusCode(409)
                .body("code", equalTo("evaluation.area-without-result"))
                .body("detail", containsString("COMMUNICATION"))
                .body("citation", equalTo("34 CFR 300.304(c)(4)"));
        steps.get("/actions")
                .body("items.find { it.name == 'reportEvaluation' }.code", equalTo("evaluation.area-without-result"));
        assertThat(OutboxProbe.types(world.district)).doesNotContain("org.schoolcase.case.evaluation-reported.v1");
    }

    @Test
    void refusesDatesOutOfOrder() {
        steps.reviewed = world.today.plusDays(1);
        steps.begin()
                .statusCode(422)
                .body("code", equalTo("dates.out-of-order"))
                .body("errors[0].pointer", equalTo("/reviewedOn"));
        steps.reviewed = world.today.minusDays(19);
        var evaluation = steps.begun();
        steps.consent("EVALUATION");
        steps.planned = steps.consented.minusDays(1);
        steps.plan(evaluation).statusCode(422).body("errors[0].pointer", equalTo("/plannedOn"));
        steps.planned = steps.consented;
        steps.plan(evaluation).statusCode(200);
        steps.assessed = steps.consented.minusDays(1);
        steps.result(evaluation, "ACADEMIC").statusCode(422).body("detail", containsString("consent"));
        steps.assessed = world.today.minusDays(3);
        steps.result(evaluation, "ACADEMIC").statusCode(201);
        steps.result(evaluation, "COMMUNICATION").statusCode(201);
        steps.report(evaluation).statusCode(422).body("errors[0].pointer", equalTo("/reportedOn"));
    }

    @Test
    void holdsAPlanToTheStandardsAndToItsVersion() {
        var evaluation = steps.begun();
        steps.consent("EVALUATION");
        var single = """
                {"plannedOn": "%s", "areas": [{"area": "ACADEMIC", "assessorId": "%s", "language": "en",
                  "instruments": [{"name": "One test", "procedure": "STANDARDIZED_TEST"}]}]}
                """.formatted(steps.planned, steps.assessor);

        steps.plan(evaluation, single, "*").statusCode(422).body("code", equalTo("evaluation.single-measure"));
        steps.plan(evaluation, steps.planBody().replace("COMMUNICATION", "ACADEMIC"), "*")
                .statusCode(422)
                .body("code", equalTo("evaluation.area-twice"));
        steps.plan(evaluation, steps.planBody(), "\"v0\"").statusCode(200).header("ETag", "\"v1\"");
        steps.plan(evaluation, steps.planBody().replace(steps.planned.toString(), world.today.toString()), "\"v0\"")
                .statusCode(412)
                .body("currentVersion", equalTo("\"v1\""))
                .body("differences.field", hasItem("/plannedOn"));
        steps.result(evaluation, "ACADEMIC").statusCode(201);
        steps.result(evaluation, "ACADEMIC").statusCode(422).body("code", equalTo("evaluation.area-has-result"));
        steps.result(evaluation, "MOTOR").statusCode(422).body("code", equalTo("evaluation.area-not-planned"));
        steps.plan(evaluation, steps.planBody().replace("ACADEMIC", "VISION"), "*")
                .statusCode(422)
                .body("code", equalTo("evaluation.area-has-result"));
        steps.plan(evaluation, steps.planBody().replace("COMMUNICATION", "VISION"), "*")
                .statusCode(200)
                .body("areas.area", contains("ACADEMIC", "VISION"))
                .body("areas[0].summary", equalTo("Well below age"));
    }

    @Test
    void tellsTheParentWhenNoMoreDataAreNeeded() {
        steps.post(
                        "/evaluations",
                        steps.reviewBody()
                                .replace("true", "false")
                                .replace("\"questions\": \"Reading and speech\",", ""))
                .statusCode(422)
                .body("code", equalTo("evaluation.no-data-notice-missing"))
                .body("citation", equalTo("34 CFR 300.305(d)(1)"));
        steps.post(
                        "/evaluations",
                        steps.noMoreDataBody("")
                                .replace(world.guardian.toString(), Ids.next().toString()))
                .statusCode(422)
                .body("code", equalTo("parent.without-rights"));
        steps.post(
                        "/evaluations",
                        steps.noMoreDataBody("").replace("\"toldOfRightToAsk\": true", "\"toldOfRightToAsk\": false"))
                .statusCode(400);
        String evaluation = steps.post("/evaluations", steps.noMoreDataBody(""))
                .statusCode(201)
                .extract()
                .path("id");

        steps.report(evaluation).statusCode(409).body("code", equalTo("consent.missing"));
        steps.consent("EVALUATION");
        steps.report(evaluation).statusCode(201);
    }

    @Test
    void hasOneEvaluationUnderWayAndIsOpenToItsOwnPeopleOnly() {
        var evaluation = steps.begun();
        steps.begin().statusCode(409).body("code", equalTo("evaluation.under-way"));
        steps.consent("EVALUATION");
        steps.plan(Ids.next().toString()).statusCode(404);

        var stranger = world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
        for (var token : new String[] {stranger, World.create(students).coordinatorToken()}) {
            steps.token = token;
            steps.get("/evaluations/" + evaluation).statusCode(404);
            steps.plan(evaluation).statusCode(404);
            steps.begin().statusCode(404);
        }
        steps.token = world.district
                .token(Role.SCHOOL_ADMIN)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
        steps.get("/evaluations/" + evaluation).statusCode(200);
        steps.plan(evaluation).statusCode(403);
    }

    @Test
    void doesTheSameRequestOnceWithAKey() {
        var key = UUID.randomUUID().toString();
        var ids = new String[2];
        for (int i = 0; i < 2; i++) {
            ids[i] = world.as(steps.token)
                    .header("Idempotency-Key", key)
                    .body(steps.reviewBody())
                    .post("/v1/cases/{id}/evaluations", steps.caseId)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }
        assertThat(ids[0]).isEqualTo(ids[1]);
        steps.get("/evaluations").body("items", hasSize(1));
    }
}
