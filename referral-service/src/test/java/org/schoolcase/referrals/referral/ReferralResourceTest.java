package org.schoolcase.referrals.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.referrals.World;
import org.schoolcase.referrals.casefile.CaseFeed;
import org.schoolcase.referrals.student.StudentFeed;

@QuarkusTest
class ReferralResourceTest {

    private static final List<String> FIELDS = List.of("NAME", "GRADE");

    @Inject
    StudentFeed students;

    @Inject
    CaseFeed cases;

    private World world;

    @BeforeEach
    void aWorld() {
        world = World.create(students, cases);
    }

    @Test
    void draftsForTheManagerOfTheCaseAndTellsNobody() {
        var referral = world.draft(FIELDS);

        World.get(world.managerToken(), "/v1/referrals/" + referral)
                .statusCode(200)
                .header("ETag", equalTo("\"v0\""))
                .body("state", equalTo("DRAFT"))
                .body("studentId", equalTo(world.student.toString()))
                .body("agencyId", equalTo(world.agency.toString()))
                .body("steps", hasSize(1));
        assertThat(OutboxProbe.of(world.district)).isEmpty();
        assertThat(AuditProbe.actions(world.district)).contains("referral.draft");
        world.readAsAgency(referral).statusCode(404);
    }

    @Test
    void doesNotSendWithoutAConsentThatCoversTheFields() {
        var referral = world.draft(FIELDS);

        world.send(referral)
                .statusCode(422)
                .body("code", equalTo("disclosure.consent-missing"))
                .body("citation", equalTo("34 CFR 99.30"));
        world.consent(List.of("NAME"));
        world.send(referral).statusCode(422);
        World.get(world.managerToken(), "/v1/referrals/" + referral).body("state", equalTo("DRAFT"));

        var consent = world.consent(FIELDS);
        world.send(referral)
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body("consentId", equalTo(consent.toString()))
                .body("sentAt", notNullValue());
    }

    @Test
    void aRevokedConsentSendsNothing() {
        var consent = world.consent(FIELDS);
        var referral = world.draft(FIELDS);
        World.post(world.managerToken(), "/v1/disclosure-consents/" + consent + "/revocation")
                .statusCode(200);

        world.send(referral).statusCode(422).body("code", equalTo("disclosure.consent-missing"));
    }

    @Test
    void tellsTheOthersWithIdsOnly() {
        var referral = world.sent(World.ALL_FIELDS);

        var told = OutboxProbe.of(world.district).getLast();
        assertThat(told.type()).isEqualTo("org.schoolcase.referral.sent.v1");
        assertThat(told.key()).isEqualTo(referral.toString());
        var data = Objects.requireNonNull(told.data());
        assertThat(data.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "referralId", "caseId", "studentId", "agencyId", "serviceId", "requestedBy", "at");
        assertThat(data.get("requestedBy").asText()).isEqualTo(world.manager.toString());
        assertThat(AuditProbe.actions(world.district)).contains("referral.sent");
    }

    @Test
    void takesBackAloneWhatIsUnanswered() {
        var referral = world.sent(FIELDS);

        world.cancel(referral)
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("steps.to", contains("DRAFT", "SENT", "CANCELLED"))
                .body("steps[2].reasonCode", equalTo("FAMILY_DECLINED"));
        world.accept(referral)
                .statusCode(409)
                .body("code", equalTo("referral.state"))
                .body("state", equalTo("CANCELLED"));
    }

    @Test
    void onlyAsksForTheEndOfWhatIsAccepted() {
        var referral = world.sent(FIELDS);
        world.accept(referral).statusCode(200);

        world.cancel(referral).statusCode(200).body("state", equalTo("CANCEL_REQUESTED"));
        world.cancel(referral)
                .statusCode(409)
                .body("state", equalTo("CANCEL_REQUESTED"))
                .body("allowed", hasSize(0));
        assertThat(OutboxProbe.types(world.district))
                .endsWith("org.schoolcase.referral.accepted.v1", "org.schoolcase.referral.cancellation-requested.v1");
    }

    @Test
    void givesTheFirstAnswerAgain() {
        var key = UUID.randomUUID().toString();
        var token = world.managerToken();
        var first = draftWith(token, key);
        var again = draftWith(token, key);

        assertThat(again).isEqualTo(first);
        World.get(world.managerToken(), "/v1/referrals").body("items", hasSize(1));
    }

    @Test
    void refusesAStaleVersion() {
        var referral = world.draft(FIELDS);
        world.consent(FIELDS);

        given().auth()
                .oauth2(world.managerToken())
                .header("If-Match", "\"v5\"")
                .post("/v1/referrals/" + referral + "/sending")
                .then()
                .statusCode(412)
                .body("code", equalTo("version.stale"));
    }

    @Test
    void refusesClosedCasesAndUnknownServices() {
        draft("serviceId", UUID.randomUUID()).statusCode(422).body("code", equalTo("service.unknown"));
        draft("caseId", UUID.randomUUID()).statusCode(404);
        draft("urgency", "SOON").statusCode(400).body("code", equalTo("json.type"));
        draft("fields", List.of()).statusCode(400).body("errors[0].pointer", equalTo("/fields"));
        draft("reason", "x".repeat(2001)).statusCode(400).body("errors[0].code", equalTo("size"));
        draft("reason", "a\u0000b").statusCode(400);
        draft("colour", "red").statusCode(400).body("code", equalTo("json.unknown-field"));
        World.get(world.managerToken(), "/v1/referrals/nothing").statusCode(400).body("code", equalTo("id.malformed"));

        cases.closed(world.district, world.caseId, world.student);
        draft("urgency", "URGENT").statusCode(409).body("code", equalTo("case.closed"));
    }

    @Test
    void doesNotExistForOthers() {
        var referral = world.sent(FIELDS);
        var unknown = World.get(world.managerToken(), "/v1/referrals/" + UUID.randomUUID())
                .statusCode(404)
                .extract()
                .asString();
        var others = List.of(
                world.district
                        .token(Role.CASE_MANAGER)
                        .staff(UUID.randomUUID())
                        .schools(world.school)
                        .sign(),
                TestDistrict.create()
                        .token(Role.COORDINATOR)
                        .staff(UUID.randomUUID())
                        .sign());

        for (var other : others) {
            for (var path : List.of("", "/sending", "/cancellation")) {
                var answer = path.isEmpty()
                        ? World.get(other, "/v1/referrals/" + referral)
                        : path.equals("/sending")
                                ? World.post(other, "/v1/referrals/" + referral + path)
                                : World.post(other, "/v1/referrals/" + referral + path, Map.of("reasonCode", "OTHER"));
                assertThat(answer.statusCode(404).extract().asString()).isEqualTo(unknown);
            }
            World.get(other, "/v1/referrals").statusCode(200).body("items", hasSize(0));
        }
    }

    @Test
    void isReadByTheSchoolsAdministrationAndTheAuditor() {
        var referral = world.sent(FIELDS);
        var readers = List.of(
                world.district.token(Role.SCHOOL_ADMIN).schools(world.school).sign(),
                world.district.token(Role.AUDITOR).sign(),
                world.district.token(Role.COORDINATOR).sign());

        for (var reader : readers) {
            World.get(reader, "/v1/referrals/" + referral).statusCode(200);
            World.get(reader, "/v1/referrals?state=SENT&studentId=" + world.student)
                    .statusCode(200)
                    .body("items.id", contains(referral.toString()));
            World.get(reader, "/v1/referrals?state=DRAFT").body("items", hasSize(0));
        }
        World.get(
                        world.district
                                .token(Role.SCHOOL_ADMIN)
                                .schools(UUID.randomUUID())
                                .sign(),
                        "/v1/referrals")
                .body("items", hasSize(0));
        World.get(world.district.token(Role.TEACHER).sign(), "/v1/referrals").statusCode(403);
    }

    @Test
    void pagesNewestFirst() {
        var first = world.draft(FIELDS);
        var second = world.draft(FIELDS);
        var third = world.draft(FIELDS);

        var page = World.get(world.managerToken(), "/v1/referrals?limit=2")
                .body("items.id", contains(third.toString(), second.toString()))
                .extract()
                .<String>path("next");
        World.get(world.managerToken(), "/v1/referrals?limit=2&cursor=" + page)
                .body("items.id", contains(first.toString()));
        World.get(world.managerToken(), "/v1/referrals?state=SENT&cursor=" + page)
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
    }

    private io.restassured.response.ValidatableResponse draft(String field, Object value) {
        var body = new HashMap<>(world.referralBody(FIELDS));
        body.put(field, value);
        return World.post(world.managerToken(), "/v1/referrals", body);
    }

    private String draftWith(String token, String key) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(world.referralBody(FIELDS))
                .post("/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
