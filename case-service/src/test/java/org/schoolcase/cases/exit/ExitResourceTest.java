package org.schoolcase.cases.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ExitResourceTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private Evaluating steps;

    @BeforeEach
    void makeAWorldWithAnEligibleStudent() {
        world = World.create(students);
        steps = new Evaluating(world, world.openCase());
        steps.eligible();
    }

    @Test
    void wantsASummaryOfPerformanceFromWhoeverGraduates() {
        exit("GRADUATED", "")
                .statusCode(422)
                .body("code", equalTo("exit.summary-missing"))
                .body("citation", equalTo("34 CFR 300.305(e)(3)"));

        exit("GRADUATED", """
                , "summary": {"academicAchievement": "Reads well", "functionalPerformance": "Takes the bus",
                  "recommendations": "Ask for more time", "givenOn": "%s"}""".formatted(world.today)).statusCode(201).body("exitCode", equalTo("GHS"));

        steps.stage().body("stage", equalTo("EXITED"));
        steps.get("/deadlines")
                .body(
                        "items.findAll { it.step in ['REEVALUATION', 'INITIAL_IEP_MEETING'] && it.status != 'ENDED' }",
                        hasSize(0));
        steps.get("/disability-profile")
                .body("eligible", equalTo(false))
                .body("endedOn", equalTo(world.today.toString()));
        var last = OutboxProbe.of(world.district).getLast();
        assertThat(last.type()).isEqualTo("org.schoolcase.case.exited.v1");
        assertThat(String.valueOf(last.data())).doesNotContain("GHS", "GRADUATED");
        assertThat(AuditProbe.actions(world.district)).contains("special-education.exit");
        exit("MOVED", "").statusCode(409).body("code", equalTo("exit.nothing-to-end"));
        steps.get("/exits").body("items", hasSize(1));
    }

    @Test
    void evaluatesBeforeItEndsEligibility() {
        exit("NO_LONGER_ELIGIBLE", "")
                .statusCode(422)
                .body("code", equalTo("exit.not-evaluated"))
                .body("citation", equalTo("34 CFR 300.305(e)(1)"));
        steps.on(world.today);
        String evaluation = steps.post("/evaluations", steps.noMoreDataBody(steps.agreement()))
                .extract()
                .path("id");
        steps.report(evaluation).statusCode(201);
        steps.determine(steps.notEligibleBody()).statusCode(201);

        exit("NO_LONGER_ELIGIBLE", "").statusCode(201).body("exitCode", equalTo("TRAN"));
    }

    @Test
    void endsUponRevokedConsentToServicesWithoutAnEvaluation() {
        exit("CONSENT_REVOKED", "").statusCode(422).body("code", equalTo("exit.consent-not-revoked"));
        String consent = steps.consent("SERVICES").extract().path("id");
        steps.post(
                        "/consents/" + consent + "/revocation",
                        "{\"guardianId\": \"%s\", \"revokedOn\": \"%s\", \"method\": \"PAPER\"}"
                                .formatted(world.guardian, world.today))
                .statusCode(201);

        exit("CONSENT_REVOKED", "").statusCode(201).body("exitCode", equalTo("TRAN"));
    }

    @Test
    void isNotBeforeTheDetermination() {
        steps.post(
                        "/exits",
                        body("MOVED", "")
                                .replace(
                                        world.today.toString(),
                                        steps.decided.minusDays(1).toString()))
                .statusCode(422)
                .body("code", equalTo("dates.out-of-order"));
    }

    private ValidatableResponse exit(String basis, String more) {
        return steps.post("/exits", body(basis, more));
    }

    private String body(String basis, String more) {
        return "{\"basis\": \"%s\", \"exitedOn\": \"%s\", \"explanation\": \"As told\"%s}"
                .formatted(basis, world.today, more);
    }
}
