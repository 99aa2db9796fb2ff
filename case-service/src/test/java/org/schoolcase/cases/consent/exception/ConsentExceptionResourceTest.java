package org.schoolcase.cases.consent.exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Gates;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.consent.EvaluationConsent;
import org.schoolcase.cases.consent.ServicesConsent;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Paperwork;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;

/** When an evaluation may go on without consent, and that it may not otherwise. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ConsentExceptionResourceTest {

    @Inject
    StudentStateConsumer students;

    @Inject
    Tenants tenants;

    @Inject
    Gates gates;

    @Inject
    EntityManager database;

    private World world;
    private UUID caseId;
    private Paperwork paper;
    private LocalDate day;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
        paper = new Paperwork(world, caseId);
        day = world.today.minusDays(10);
    }

    @Test
    void opensTheGateForAWardOfTheState() {
        assertShut("34 CFR 300.300(a)");

        record("EVALUATION", "WARD_RIGHTS_ENDED", "").statusCode(422).body("code", equalTo("consent.document-missing"));
        record("EVALUATION", "WARD_RIGHTS_ENDED", ", \"documentReference\": \"Order 7\"")
                .statusCode(201)
                .body("citation", equalTo("34 CFR 300.300(a)(2)(ii)"));

        assertThat(evaluation()).isInstanceOf(Gate.Open.class);
        record("EVALUATION", "WARD_PARENT_NOT_FOUND", "")
                .statusCode(409)
                .body("code", equalTo("consent.exception-in-force"));
        paper.get("deadlines").body("items.find { it.step == 'INITIAL_EVALUATION' }", nullValue());
        assertThat(AuditProbe.actions(world.district)).contains("consent.exception");
    }

    @Test
    void opensTheGateForAReevaluationAfterDocumentedEfforts() {
        paper.priorNotice(day).statusCode(201);
        String request =
                paper.ask("REEVALUATION", day).statusCode(201).extract().path("id");
        var named = ", \"requestId\": \"" + request + "\"";

        record("REEVALUATION", "NO_RESPONSE", "").statusCode(422).body("code", equalTo("consent.efforts-undocumented"));
        record("REEVALUATION", "NO_RESPONSE", named)
                .statusCode(422)
                .body("citation", equalTo("34 CFR 300.300(c)(2)(i), (d)(5), 300.322(d)"));
        paper.attempt(request, day.plusDays(3)).statusCode(201);
        record("EVALUATION", "NO_RESPONSE", named).statusCode(422).body("code", equalTo("consent.ground-not-for-kind"));
        assertShut("34 CFR 300.300(a)");
        record("REEVALUATION", "NO_RESPONSE", named).statusCode(201);

        assertThat(evaluation()).isInstanceOf(Gate.Open.class);
    }

    @Test
    void endsWhenARightsHolderAnswersAfterAll() {
        record("EVALUATION", "WARD_PARENT_NOT_FOUND", "").statusCode(201);
        world.consent(caseId, "EVALUATION", "REFUSED", world.guardian, world.today)
                .statusCode(201);

        assertShut("34 CFR 300.300(a)");
        paper.get("consent-exceptions")
                .body("items[0].endedOn", equalTo(world.today.toString()))
                .body("items[0].endedBecause", equalTo("ANSWERED"));
        record("EVALUATION", "OVERRIDE_DECIDED", ", \"documentReference\": \"Decision 12\"")
                .statusCode(201);
        assertThat(evaluation()).isInstanceOf(Gate.Open.class);
        world.consent(caseId, "EVALUATION", "REFUSED", world.guardian, world.today)
                .statusCode(201);
        assertThat(evaluation()).isInstanceOf(Gate.Open.class);
    }

    @Test
    void holdsNoMoreOnceItIsWithdrawnAndStaysReadable() {
        String wrong = record("EVALUATION", "WARD_PARENT_NOT_FOUND", "")
                .statusCode(201)
                .extract()
                .path("id");

        withdraw(java.util.UUID.randomUUID().toString(), "Of nothing").statusCode(404);
        withdraw(wrong, " ").statusCode(400);
        withdraw(wrong, "The address was an old one")
                .statusCode(201)
                .body("endedOn", equalTo(world.today.toString()))
                .body("endedBecause", equalTo("WITHDRAWN"))
                .body("withdrawalReason", equalTo("The address was an old one"));

        assertShut("34 CFR 300.300(a)");
        withdraw(wrong, "Again").statusCode(409).body("code", equalTo("consent.exception-not-in-force"));
        record("EVALUATION", "OVERRIDE_DECIDED", ", \"documentReference\": \"Decision 12\"")
                .statusCode(201);
        withdraw(wrong, "Again").statusCode(409).body("code", equalTo("consent.exception-not-in-force"));
        assertThat(evaluation()).isInstanceOf(Gate.Open.class);
        paper.get("consent-exceptions")
                .body("items.endedBecause", org.hamcrest.Matchers.contains(nullValue(), equalTo("WITHDRAWN")));
        assertThat(AuditProbe.actions(world.district)).contains("consent-exception.withdraw");
    }

    @Test
    void movesNoDeadlineWhenItIsWithdrawn() {
        String wrong = record("EVALUATION", "WARD_PARENT_NOT_FOUND", "")
                .statusCode(201)
                .extract()
                .path("id");

        withdraw(wrong, "The address was an old one").statusCode(201);

        var marks = "SELECT count(*) FROM deadline_dirty WHERE case_id = ?1";
        assertThat(tenants.<Object>inDistrict(world.district.id(), () -> database.createNativeQuery(marks)
                        .setParameter(1, caseId)
                        .getSingleResult()))
                .isEqualTo(0L);
    }

    private ValidatableResponse withdraw(String id, String reason) {
        return paper.post("consent-exceptions/" + id + "/withdrawal", "{\"reason\": \"%s\"}".formatted(reason));
    }

    @Test
    void opensWithConsentAndShutsWithItsRevocation() {
        String consent = world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, day)
                .extract()
                .path("id");
        assertThat(evaluation()).isInstanceOf(Gate.Open.class);

        paper.revoke(consent, world.today, "").statusCode(201);

        assertShut("34 CFR 300.300(a)");
    }

    @ParameterizedTest
    @CsvSource({"SERVICES,34 CFR 300.300(b)", "PUBLIC_INSURANCE,34 CFR 300.154(d)(2)(iv)"})
    void knowsNoneForServices(String kind, String citation) {
        record(kind, "OVERRIDE_DECIDED", ", \"documentReference\": \"Decision 12\"")
                .statusCode(409)
                .body("code", equalTo("consent.no-exception"))
                .body("citation", equalTo(citation));
        assertThat(gate(ServicesConsent::gate)).isInstanceOf(Gate.Shut.class);
    }

    @Test
    void refusesDatesOutOfOrder() {
        paper.post("consent-exceptions", body("EVALUATION", "WARD_PARENT_NOT_FOUND", "", world.today.plusDays(1)))
                .statusCode(422)
                .body("code", equalTo("consent.dates-out-of-order"));
        paper.post("consent-exceptions", body("EVALUATION", "WARD_PARENT_NOT_FOUND", "", world.today.minusDays(21)))
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({"EVALUATION,DREAMS", "WARD_PARENT_NOT_FOUND,BORED", "decidedOn,decidedAt", "explanation,why"})
    void refusesBadInput(String good, String bad) {
        paper.post(
                        "consent-exceptions",
                        body("EVALUATION", "WARD_PARENT_NOT_FOUND", "", world.today)
                                .replace(good, bad))
                .statusCode(400);
    }

    private ValidatableResponse record(String kind, String ground, String more) {
        return paper.post("consent-exceptions", body(kind, ground, more, world.today));
    }

    private static String body(String kind, String ground, String more, LocalDate on) {
        return """
                {"kind": "%s", "ground": "%s", "explanation": "What was done and found", "decidedOn": "%s"%s}
                """.formatted(kind, ground, on, more);
    }

    private void assertShut(String citation) {
        assertThat(evaluation()).isInstanceOfSatisfying(Gate.Shut.class, shut -> {
            assertThat(shut.code()).isEqualTo("consent.missing");
            assertThat(shut.citation()).isEqualTo(citation);
        });
    }

    private Gate evaluation() {
        return gate(EvaluationConsent::gate);
    }

    private Gate gate(java.util.function.Function<Standing, Gate> rule) {
        return tenants.inDistrict(
                world.district.id(),
                () -> rule.apply(gates.require(new Anything(), database.find(CaseFile.class, caseId))));
    }

    /** An action that nothing stands in the way of. */
    record Anything() implements CaseAction {

        @Override
        public String name() {
            return "anything";
        }

        @Override
        public Link link(UUID caseId) {
            return new Link("POST", "/");
        }

        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public Gate gate(Standing standing) {
            return Gate.open();
        }
    }
}
