package org.schoolcase.referrals.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
class DisclosureConsentResourceTest {

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
    void recordsWhatAGuardianSigned() {
        record(Map.of())
                .statusCode(201)
                .body("inForce", equalTo(true))
                .body("fields", equalTo(FIELDS))
                .body("decision", equalTo("GIVEN"));

        var told = OutboxProbe.of(world.district).getLast();
        assertThat(told.topic()).isEqualTo("schoolcase.referral.events");
        assertThat(told.type()).isEqualTo("org.schoolcase.referral.disclosure-consent-recorded.v1");
        var data = Objects.requireNonNull(told.data());
        assertThat(data.properties()).hasSize(5);
        assertThat(data.get("decision").asText()).isEqualTo("GIVEN");
        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("disclosure-consent.recorded");
            assertThat(entry.studentId()).isEqualTo(world.student);
        });
    }

    @Test
    void asksForASignerWithEducationalRights() {
        record(Map.of("guardianId", world.guardianWithoutRights))
                .statusCode(422)
                .body("code", equalTo("consent.signer-without-rights"))
                .body("citation", equalTo("34 CFR 99.30"));
        record(Map.of("guardianId", UUID.randomUUID())).statusCode(422).body("code", equalTo("consent.signer-unknown"));
        assertThat(OutboxProbe.of(world.district)).isEmpty();
    }

    @Test
    void refusesWhatIsNoConsent() {
        record(Map.of("agencyId", UUID.randomUUID())).statusCode(422).body("code", equalTo("consent.agency-unknown"));
        record(Map.of("signedOn", "2999-01-01")).statusCode(422).body("code", equalTo("consent.signed-in-future"));
        record(Map.of("signedOn", "2020-01-01", "validUntil", "2020-06-01"))
                .statusCode(422)
                .body("code", equalTo("consent.expired"));
        record(Map.of("fields", List.of())).statusCode(422).body("code", equalTo("consent.fields-required"));
        record(Map.of("fields", List.of("SHOE_SIZE"))).statusCode(400).body("code", equalTo("json.type"));
        record(Map.of("purpose", " ")).statusCode(400).body("errors[0].pointer", equalTo("/purpose"));
        record(Map.of("signedOn", "yesterday")).statusCode(400);
        record(Map.of("colour", "red")).statusCode(400).body("code", equalTo("json.unknown-field"));
    }

    @Test
    void aLaterRefusalEndsWhatTheSameGuardianGave() {
        record(Map.of()).statusCode(201);
        record(Map.of("decision", "REFUSED")).statusCode(201).body("inForce", equalTo(false));

        list(world.managerToken()).statusCode(200).body("items", hasSize(2)).body("items[0].inForce", equalTo(false));
    }

    @Test
    void revokesOnceAndStaysRevoked() {
        var consent = world.consent(FIELDS);
        var path = "/v1/disclosure-consents/" + consent + "/revocation";

        World.post(world.managerToken(), path).statusCode(200).body("inForce", equalTo(false));
        World.post(world.managerToken(), path).statusCode(200);

        assertThat(OutboxProbe.of(world.district).stream()
                        .filter(sent -> sent.data() != null
                                && sent.data().path("decision").asText().equals("REVOKED")))
                .hasSize(1);
    }

    @Test
    void aRefusalCannotBeRevoked() {
        var refused =
                record(Map.of("decision", "REFUSED")).statusCode(201).extract().<String>path("id");

        World.post(world.managerToken(), "/v1/disclosure-consents/" + refused + "/revocation")
                .statusCode(409)
                .body("code", equalTo("consent.never-given"));
    }

    @Test
    void doesNotExistForOthers() {
        var consent = world.consent(FIELDS);
        var otherSchool = world.district
                .token(Role.CASE_MANAGER)
                .staff(UUID.randomUUID())
                .schools(UUID.randomUUID())
                .sign();
        var otherDistrict = TestDistrict.create().token(Role.COORDINATOR).sign();
        var unknown = World.post(otherDistrict, "/v1/disclosure-consents/" + UUID.randomUUID() + "/revocation")
                .statusCode(404)
                .extract()
                .asString();

        for (var token : List.of(otherSchool, otherDistrict)) {
            assertThat(World.post(token, "/v1/disclosure-consents/" + consent + "/revocation")
                            .statusCode(404)
                            .extract()
                            .asString())
                    .isEqualTo(unknown);
            list(token).statusCode(404);
            World.post(token, "/v1/disclosure-consents", world.consentBody(FIELDS, "GIVEN"))
                    .statusCode(404);
        }
        await().untilAsserted(() -> assertThat(AuditProbe.of(world.district))
                .anySatisfy(entry -> assertThat(entry.outcome()).isEqualTo("DENIED")));
    }

    private ValidatableResponse record(Map<String, Object> other) {
        var body = new HashMap<>(world.consentBody(FIELDS, "GIVEN"));
        body.putAll(other);
        return World.post(world.managerToken(), "/v1/disclosure-consents", body);
    }

    private ValidatableResponse list(String token) {
        return World.get(token, "/v1/disclosure-consents?studentId=" + world.student);
    }
}
