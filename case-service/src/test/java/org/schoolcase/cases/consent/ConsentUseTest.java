package org.schoolcase.cases.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.Paperwork;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;

/** Consent to one evaluation is none to the next (34 CFR 300.300(a), (c)). */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ConsentUseTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private Evaluating steps;
    private Paperwork paper;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        steps = new Evaluating(world, world.openCase());
        paper = new Paperwork(world, steps.caseId);
    }

    @Test
    void isUsedUpByTheDecisionAndAskedForAgain() {
        var first = steps.reported("EVALUATION");
        paper.get("consents").body("items[0].inForce", equalTo(true)).body("items[0].usedOn", nullValue());

        steps.determine(steps.notEligibleBody()).statusCode(201);

        paper.get("consents")
                .body("items[0].inForce", equalTo(false))
                .body("items[0].usedOn", equalTo(steps.decided.toString()))
                .body("items[0].usedFor", equalTo(first));
        assertThat(AuditProbe.actions(world.district)).contains("consent.use");
        steps.on(world.today);
        var second = steps.begun();
        steps.plan(second)
                .statusCode(409)
                .body("code", equalTo("consent.used"))
                .body("citation", equalTo("34 CFR 300.300(a)"));
        steps.get("/actions").body("items.find { it.name == 'planEvaluation' }.code", equalTo("consent.used"));
        steps.stage().body("stage", equalTo("TO_BE_EVALUATED"));

        steps.consent("EVALUATION").statusCode(201);

        steps.plan(second).statusCode(200);
        steps.stage().body("stage", equalTo("EVALUATING"));
        paper.get("consents").body("items.inForce", contains(true, false));
    }

    @Test
    void isNotRevokedOnceItIsUsedUp() {
        steps.eligible();
        String used = paper.get("consents").extract().path("items[0].id");

        paper.revoke(used, world.today, "").statusCode(409).body("code", equalTo("consent.not-in-force"));
    }

    @Test
    void ofAReevaluationIsUsedUpByItsOwnDecision() {
        steps.eligible();
        steps.on(world.today);
        reevaluate();
        paper.get("consents").body("items.inForce", contains(true, false));

        steps.determine(steps.eligibleBody()).statusCode(201);

        paper.get("consents").body("items.inForce", contains(false, false));
        var third = begunByAgreement();
        steps.plan(third)
                .statusCode(409)
                .body("code", equalTo("consent.used"))
                .body("citation", equalTo("34 CFR 300.300(c)"));
    }

    @Test
    void isNotUsedUpByACorrectionOfTheDecisionBefore() {
        var decision = steps.eligible();
        world.consent(steps.caseId, "REEVALUATION", "GIVEN", world.guardian, world.today)
                .statusCode(201);

        steps.post(
                        "/eligibility-determinations/" + decision + "/correction",
                        "{\"reason\": \"Entered wrongly\", \"determination\": %s}".formatted(steps.eligibleBody()))
                .statusCode(201);

        paper.get("consents").body("items.find { it.kind == 'REEVALUATION' }.inForce", equalTo(true));
    }

    @Test
    void letsNoAssessmentOfALaterEvaluationBeGivenUnderIt() {
        steps.reported("EVALUATION");
        steps.determine(steps.notEligibleBody()).statusCode(201);

        steps.post("/assessments", """
                {"kind": "INTERVIEW", "instrument": {"key": "schoolcase.student-interview", "version": 1},
                 "purpose": "EVALUATION", "administeredOn": "%s", "language": "es", "assessor": {"staffId": "%s"},
                 "answers": {}, "scores": [], "attachments": []}""".formatted(world.today, world.caseManager))
                .statusCode(409)
                .body("code", equalTo("consent.used"));
    }

    @Test
    void usesUpAnExceptionToo() {
        String exception = paper.post("consent-exceptions", """
                {"kind": "EVALUATION", "ground": "WARD_PARENT_NOT_FOUND", "explanation": "Letters came back",
                 "decidedOn": "%s"}""".formatted(steps.consented))
                .statusCode(201)
                .extract()
                .path("id");
        var first = steps.begun();
        steps.plan(first).statusCode(200);
        steps.result(first, "ACADEMIC").statusCode(201);
        steps.result(first, "COMMUNICATION").statusCode(201);
        steps.report(first).statusCode(201);
        steps.determine(steps.notEligibleBody()).statusCode(201);

        paper.get("consent-exceptions")
                .body("items[0].endedOn", equalTo(steps.decided.toString()))
                .body("items[0].endedBecause", equalTo("USED"));
        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("consent-exception.use");
            assertThat(entry.entityId()).hasToString(exception);
            assertThat(entry.studentId()).isEqualTo(world.student);
        });
        var second = steps.begun();
        steps.plan(second).statusCode(409).body("code", equalTo("consent.used"));
    }

    private void reevaluate() {
        var evaluation = begunByAgreement();
        steps.consent("REEVALUATION").statusCode(201);
        steps.plan(evaluation).statusCode(200);
        steps.result(evaluation, "ACADEMIC").statusCode(201);
        steps.result(evaluation, "COMMUNICATION").statusCode(201);
        steps.report(evaluation).statusCode(201);
    }

    private String begunByAgreement() {
        var body = steps.reviewBody().strip().replaceAll("}$", "") + steps.agreement() + "}";
        return steps.post("/evaluations", body).statusCode(201).extract().path("id");
    }
}
