package org.schoolcase.cases.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ConsentResourceTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private UUID caseId;
    private LocalDate received;

    @BeforeEach
    void makeAWorldWithACase() {
        inWorld(World.create(students));
    }

    @Test
    void setsTheEvaluationDeadlineInTheSameTransaction() {
        String id = give().statusCode(201)
                .body("inForce", equalTo(true))
                .body("citation", equalTo("34 CFR 300.300(a)"))
                .body("deadline.dueOn", equalTo(received.plusDays(60).toString()))
                .body("deadline.ruleId", equalTo("us-az.initial-evaluation"))
                .body("deadline.citation", equalTo("A.R.S. 15-766"))
                .extract()
                .path("id");

        var sent = OutboxProbe.of(world.district);
        assertThat(sent)
                .extracting(OutboxProbe.Sent::type)
                .containsExactly(
                        "org.schoolcase.case.opened.v1",
                        "org.schoolcase.case.consent-recorded.v1",
                        "org.schoolcase.case.deadline-set.v1",
                        "org.schoolcase.case.task-assigned.v1");
        assertThat(sent).extracting(OutboxProbe.Sent::key).containsOnly(caseId.toString());
        assertThat(String.valueOf(sent.get(1).data()))
                .contains(id, "\"GIVEN\"", "\"EVALUATION\"", received.toString())
                .doesNotContain("Reading and speech", world.guardian.toString());
        assertThat(String.valueOf(sent.get(2).data()))
                .contains(received.plusDays(60).toString(), "us-az.initial-evaluation", world.student.toString());
        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("consent.record");
            assertThat(entry.entityId()).hasToString(id);
            assertThat(entry.studentId()).isEqualTo(world.student);
        });
    }

    @Test
    void showsTheDeadlineWithATraceThatRecounts() {
        give();

        var deadline = world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/deadlines", caseId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("OPEN"))
                .body("items[0].step", equalTo("INITIAL_EVALUATION"))
                .body("items[0].confidence", equalTo("HIGH"))
                .body("items[0].jurisdiction", equalTo("US-AZ"))
                .body("items[0].startedOn", equalTo(received.toString()))
                .body("items[0].trace[0].counted", equalTo(false))
                .body("items[0].trace[0].from", equalTo(received.toString()))
                .body("items[0].trace[1].reason", containsString("300.11(a)"))
                .extract();

        assertThat(deadline.<java.util.List<Integer>>path("items[0].trace.count").stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(60);
        assertThat(deadline.<String>path("items[0].trace[-1].to")).isEqualTo(deadline.path("items[0].dueOn"));
    }

    @Test
    void inventsNoDateWhereTheStateCountsSchoolDays() {
        inWorld(World.in("US-TX", students));

        give().statusCode(201)
                .body("deadline.status", equalTo("NO_COMPUTED_DEADLINE"))
                .body("deadline.dueOn", nullValue())
                .body("deadline.citation", equalTo("TEC 29.004; 19 TAC 89.1011"))
                .body("deadline.explanation", containsString("45 school days"));

        assertThat(OutboxProbe.types(world.district)).doesNotContain("org.schoolcase.case.deadline-set.v1");
    }

    @Test
    void setsNoDeadlineForARefusal() {
        world.consent(caseId, "EVALUATION", "REFUSED", world.guardian, received)
                .statusCode(201)
                .body("inForce", equalTo(false))
                .body("deadline", nullValue());

        assertThat(OutboxProbe.types(world.district))
                .endsWith("org.schoolcase.case.consent-recorded.v1")
                .hasSize(2);
    }

    @Test
    void setsNoDeadlineForConsentToServices() {
        world.consent(caseId, "SERVICES", "GIVEN", world.guardian, received)
                .statusCode(201)
                .body("deadline", nullValue());
    }

    @Test
    void refusesASignerWithoutRights() {
        for (var signer : new UUID[] {world.guardianWithoutRights, Ids.next()}) {
            world.consent(caseId, "EVALUATION", "GIVEN", signer, received)
                    .statusCode(422)
                    .body("code", equalTo("consent.signer-without-rights"))
                    .body("citation", equalTo("34 CFR 300.9, 300.300"))
                    .body("errors[0].pointer", equalTo("/guardianId"));
        }

        assertThat(OutboxProbe.of(world.district)).hasSize(1);
        listed().body("items", hasSize(0));
    }

    @Test
    void refusesDatesOutOfOrder() {
        consent(received, received.minusDays(1)).body("errors[0].pointer", equalTo("/signedOn"));
        consent(received, world.today.plusDays(1)).body("errors[0].pointer", equalTo("/receivedOn"));

        listed().body("items", hasSize(0));
    }

    @Test
    void takesAConsentOfToday() {
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today)
                .statusCode(201);
    }

    @Test
    void refusesASecondConsentWhileOneIsInForce() {
        give().statusCode(201);

        give().statusCode(409).body("code", equalTo("consent.already-in-force"));

        assertThat(OutboxProbe.of(world.district)).hasSize(4);
    }

    @Test
    void endsTheDeadlineWhenTheConsentIsRevokedAndKeepsIt() {
        String id = give().extract().path("id");
        var day = received.plusDays(3);

        revoke(id, world.guardian, day)
                .statusCode(201)
                .body("inForce", equalTo(false))
                .body("revokedOn", equalTo(day.toString()))
                .body("decision", equalTo("GIVEN"));

        world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/deadlines", caseId)
                .then()
                .body("items[0].status", equalTo("ENDED"))
                .body("items[0].endedOn", equalTo(day.toString()))
                .body("items[0].endedBy", equalTo("CONSENT_REVOKED"))
                .body("items[0].dueOn", equalTo(received.plusDays(60).toString()));
        var last = OutboxProbe.of(world.district).getLast();
        assertThat(last.type()).isEqualTo("org.schoolcase.case.consent-recorded.v1");
        assertThat(String.valueOf(last.data())).contains("REVOKED", day.toString());
        assertThat(AuditProbe.actions(world.district)).contains("consent.revoke");

        revoke(id, world.guardian, day).statusCode(409).body("code", equalTo("consent.not-in-force"));
        give().statusCode(201);
        listed().body("items", hasSize(2)).body("items.inForce", contains(true, false));
    }

    @Test
    void refusesARevocationBeforeTheConsentOrAfterToday() {
        String id = give().extract().path("id");

        revoke(id, world.guardian, received.minusDays(1))
                .statusCode(422)
                .body("code", equalTo("consent.dates-out-of-order"));
        revoke(id, world.guardian, world.today.plusDays(1)).statusCode(422);
        revoke(id, world.guardianWithoutRights, received)
                .statusCode(422)
                .body("code", equalTo("consent.signer-without-rights"));
        revoke(Ids.next().toString(), world.guardian, received).statusCode(404);
    }

    @Test
    void refusesAClosedCase() {
        String id = give().extract().path("id");
        world.as(world.caseManagerToken())
                .body("{\"reason\": \"Moved away\", \"closedOn\": \"%s\"}".formatted(world.today))
                .post("/v1/cases/{id}/closure", caseId)
                .then()
                .statusCode(201);

        give().statusCode(409).body("code", equalTo("case.closed"));
        revoke(id, world.guardian, world.today).statusCode(409).body("code", equalTo("case.closed"));
    }

    @Test
    void isOpenOnlyToTheManagerOfTheCase() {
        var stranger = world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
        var body = world.consentBody("EVALUATION", "GIVEN", world.guardian, received, received);

        world.as(stranger)
                .body(body)
                .post("/v1/cases/{id}/consents", caseId)
                .then()
                .statusCode(404);
        world.as(stranger).get("/v1/cases/{id}/consents", caseId).then().statusCode(404);
        world.as(World.create(students).coordinatorToken())
                .body(body)
                .post("/v1/cases/{id}/consents", caseId)
                .then()
                .statusCode(404);
        world.as(world.district.token(Role.GUARDIAN).guardian(world.guardian).sign())
                .body(body)
                .post("/v1/cases/{id}/consents", caseId)
                .then()
                .statusCode(403);
        world.as(world.district
                        .token(Role.GUARDIAN)
                        .guardian(world.guardianWithoutRights)
                        .sign())
                .get("/v1/cases/{id}/consents", caseId)
                .then()
                .statusCode(404);
        world.as(world.coordinatorToken())
                .body(body)
                .post("/v1/cases/{id}/consents", caseId)
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"EVALUATION,DREAMS", "GIVEN,PERHAPS", "PAPER,SMOKE", "\"es\",\"Spanish please\"", "scope,skope"})
    void refusesBadInput(String good, String bad) {
        var body = world.consentBody("EVALUATION", "GIVEN", world.guardian, received, received)
                .replace(good, bad);

        world.as(world.caseManagerToken())
                .body(body)
                .post("/v1/cases/{id}/consents", caseId)
                .then()
                .statusCode(400)
                .body("code", notNullValue());

        listed().body("items", hasSize(0));
    }

    private void inWorld(World other) {
        world = other;
        caseId = world.openCase();
        received = world.today.minusDays(10);
    }

    private ValidatableResponse give() {
        return world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, received);
    }

    private ValidatableResponse consent(LocalDate signedOn, LocalDate receivedOn) {
        return world.as(world.caseManagerToken())
                .body(world.consentBody("EVALUATION", "GIVEN", world.guardian, signedOn, receivedOn))
                .post("/v1/cases/{id}/consents", caseId)
                .then()
                .statusCode(422)
                .body("code", equalTo("consent.dates-out-of-order"));
    }

    private ValidatableResponse revoke(String consentId, UUID signer, LocalDate day) {
        return world.as(world.caseManagerToken())
                .body("{\"guardianId\": \"%s\", \"revokedOn\": \"%s\"}".formatted(signer, day))
                .post("/v1/cases/{id}/consents/{consent}/revocation", caseId, consentId)
                .then();
    }

    private ValidatableResponse listed() {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/consents", caseId)
                .then()
                .statusCode(200);
    }
}
