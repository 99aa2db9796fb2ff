package org.schoolcase.cases.reevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ReevaluationResourceTest {

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
    void saysWhenTheNextOneIsDueAtTheEarliestAndTheLatest() {
        steps.get("/reevaluation")
                .statusCode(200)
                .body("notBefore", nullValue())
                .body("latest", nullValue());
        steps.eligible();

        steps.get("/reevaluation")
                .body("notBefore", equalTo(steps.reported.plusYears(1).toString()))
                .body("notBeforeCitation", equalTo("34 CFR 300.303(b)(1)"))
                .body("latest.dueOn", equalTo(steps.reported.plusYears(3).toString()))
                .body("latest.citation", equalTo("34 CFR 300.303(b)(2)"));
    }

    @Test
    void evaluatesAgainWithinAYearOnlyByAgreementAndWithItsOwnConsent() {
        steps.eligible();
        steps.post("/reevaluation-requests", request("PARENT", world.guardian.toString()))
                .statusCode(201);
        steps.on(world.today);

        steps.begin()
                .statusCode(422)
                .body("code", equalTo("reevaluation.within-a-year"))
                .body("citation", equalTo("34 CFR 300.303(b)(1)"));
        String evaluation = steps.post(
                        "/evaluations", steps.reviewBody().strip().replaceAll("}$", "") + steps.agreement() + "}")
                .statusCode(201)
                .body("cycle", equalTo("REEVALUATION"))
                .extract()
                .path("id");
        steps.plan(evaluation)
                .statusCode(409)
                .body("code", equalTo("consent.missing"))
                .body("citation", equalTo("34 CFR 300.300(c)"));
        steps.consent("REEVALUATION").statusCode(201);
        steps.plan(evaluation).statusCode(200);
        steps.result(evaluation, "ACADEMIC").statusCode(201);
        steps.result(evaluation, "COMMUNICATION").statusCode(201);
        steps.stage().body("stage", equalTo("ELIGIBLE")).body("reevaluating", equalTo(true));
        steps.report(evaluation).statusCode(201);
        steps.determine(steps.eligibleBody()).statusCode(201);

        steps.get("/reevaluation")
                .body("latest.dueOn", equalTo(world.today.plusYears(3).toString()));
        steps.get("/deadlines")
                .body("items.findAll { it.step == 'REEVALUATION' }", hasSize(2))
                .body("items.findAll { it.step == 'INITIAL_IEP_MEETING' }", hasSize(1));
    }

    @Test
    void needsNoConsentWhenExistingDataAreEnough() {
        steps.eligible();
        steps.on(world.today);
        String evaluation = steps.post("/evaluations", steps.noMoreDataBody(steps.agreement()))
                .statusCode(201)
                .extract()
                .path("id");

        steps.report(evaluation).statusCode(201);
        steps.determine(steps.notEligibleBody()).statusCode(201);

        steps.stage().body("stage", equalTo("NOT_ELIGIBLE"));
        steps.get("/reevaluation").body("latest", nullValue());
    }

    @Test
    void countsAnewFromAWaiver() {
        steps.post("/reevaluation-waivers", waiver(world.guardian.toString()))
                .statusCode(409)
                .body("code", equalTo("eligibility.not-in-force"));
        steps.eligible();

        steps.post("/reevaluation-waivers", waiver(world.guardianWithoutRights.toString()))
                .statusCode(422)
                .body("code", equalTo("parent.without-rights"));
        steps.post("/reevaluation-waivers", waiver(world.guardian.toString())).statusCode(201);

        steps.get("/reevaluation")
                .body("latest.dueOn", equalTo(world.today.plusYears(3).toString()))
                .body("waivers", hasSize(1));
        assertThat(AuditProbe.actions(world.district)).contains("reevaluation.waive");
    }

    @Test
    void refusesARequestWithoutRelationOrOutOfPlace() {
        steps.post("/reevaluation-requests", request("PARENT", world.guardian.toString()))
                .statusCode(409)
                .body("code", equalTo("eligibility.not-in-force"));
        steps.eligible();
        steps.post("/reevaluation-requests", request("PARENT", world.guardianWithoutRights.toString()))
                .statusCode(422);
        steps.post("/reevaluation-requests", request("TEACHER", steps.assessor.toString()))
                .statusCode(201);
        steps.get("/reevaluation").body("requests", hasSize(1)).body("requests[0].requestedBy", equalTo("TEACHER"));
    }

    private String request(String by, String person) {
        return """
                {"requestedBy": "%s", "personId": "%s", "requestedOn": "%s", "reason": "Is the category still right?"}
                """.formatted(by, person, world.today);
    }

    private String waiver(String guardian) {
        return """
                {"guardianId": "%s", "staffId": "%s", "agreedOn": "%s", "reason": "Nothing has changed"}
                """.formatted(guardian, steps.assessor, world.today);
    }
}
