package org.schoolcase.students.privacy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.students.SchoolFixture;
import org.schoolcase.students.privacy.PrivacyConsumer;
import org.schoolcase.students.privacy.PrivacyWorld;

@QuarkusTest
@NullMarked
class DisclosureResourceTest {

    private static final String TOPIC = "schoolcase.referral.events";
    private static final UUID NOWHERE = new UUID(0, 0);

    @Inject
    SchoolFixture fixture;

    @Inject
    PrivacyConsumer referrals;

    @Inject
    AgencyNameConsumer agencies;

    private PrivacyWorld world;
    private final UUID agency = UUID.randomUUID();

    @BeforeEach
    void aWorld() {
        world = new PrivacyWorld(fixture);
    }

    @Test
    void showsTheFamilyWhichAgencyReadWhat() {
        agencyIsCalled("Harbor Family Counseling", 1);
        var consent = UUID.randomUUID();
        disclosed(UUID.randomUUID(), consent, "2026-10-05T17:20:00Z");

        world.get(world.mother(), "disclosures")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].recipientId", equalTo(agency.toString()))
                .body("items[0].recipientName", equalTo("Harbor Family Counseling"))
                .body("items[0].disclosedAt", equalTo("2026-10-05T17:20:00Z"))
                .body("items[0].fields", contains("GRADE", "SCHOOL"))
                .body("items[0].purpose", equalTo("SERVICE_REFERRAL"))
                .body("items[0].basis", equalTo("CONSENT"))
                .body("items[0].citation", equalTo("34 CFR 99.30"))
                .body("items[0].consentId", equalTo(consent.toString()))
                .body("items[0].source", equalTo("referral-service"));
        await().untilAsserted(
                        () -> assertThat(AuditProbe.actions(world.district)).contains("disclosure.list"));
    }

    @Test
    void logsAnEventOnceAndBeforeTheAgencyIsKnown() {
        var id = UUID.randomUUID();
        var batch = Records.of(Records.one(
                TOPIC,
                UUID.randomUUID(),
                world.district.id(),
                ReferralDisclosureConsumer.TYPE,
                id,
                fact(id, id, "2026-10-05T17:20:00Z")));
        referrals.onReferral(batch);
        referrals.onReferral(batch);
        disclosed(id, id, "2026-10-05T17:20:00Z");

        world.get(world.admin(), "disclosures").body("items", hasSize(1)).body("items[0].recipientName", nullValue());
    }

    @Test
    void keepsTheNewestNameOfAnAgency() {
        agencyIsCalled("New name", 3);
        agencyIsCalled("Old name", 2);
        disclosed(UUID.randomUUID(), UUID.randomUUID(), "2026-10-05T17:20:00Z");

        world.get(world.auditor(), "disclosures").body("items[0].recipientName", equalTo("New name"));
    }

    @Test
    void isReadByThoseWithRightsAndNoOther() {
        disclosed(UUID.randomUUID(), UUID.randomUUID(), "2026-10-05T17:20:00Z");

        world.get(world.mother(), "disclosures").statusCode(200);
        world.get(world.himself(), "disclosures").statusCode(404);
        world.get(world.uncle(), "disclosures").statusCode(404).body("code", equalTo("not-found"));
        world.get(world.district.token(Role.STUDENT).student(UUID.randomUUID()).sign(), "disclosures")
                .statusCode(404);
        world.get(PrivacyWorld.stranger(), "disclosures").statusCode(404);
        world.get(world.schoolAdmin(), "disclosures").statusCode(403);
        var mixed = world.district
                .token(Role.GUARDIAN, Role.SCHOOL_ADMIN)
                .guardian(world.uncle)
                .schools(world.school)
                .sign();
        world.get(mixed, "disclosures").statusCode(404);
    }

    @Test
    void isReadByTheStudentOnceTheRightsPassedToHim() {
        world.comesOfAge();

        world.get(world.himself(), "disclosures").statusCode(200);
        world.get(world.mother(), "disclosures").statusCode(404);
    }

    @Test
    void pagesNewestFirst() {
        for (int day = 1; day <= 3; day++) {
            disclosed(UUID.randomUUID(), UUID.randomUUID(), "2026-10-0%dT08:00:00Z".formatted(day));
        }

        String next = world.get(world.mother(), "disclosures?limit=2")
                .body("items.disclosedAt", contains("2026-10-03T08:00:00Z", "2026-10-02T08:00:00Z"))
                .extract()
                .path("next");
        world.get(world.mother(), "disclosures?limit=2&cursor=" + next)
                .body("items.disclosedAt", contains("2026-10-01T08:00:00Z"))
                .body("next", nullValue());
        world.get(world.mother(), "disclosures?cursor=AAAA").statusCode(400).body("code", equalTo("cursor.invalid"));
    }

    @Test
    void recordsADisclosureMadeOutsideAndAuditsIt() {
        world.post(world.schoolAdmin(), "disclosures", body("COURT_ORDER", ""))
                .statusCode(201)
                .body("id", notNullValue())
                .body("citation", equalTo("34 CFR 99.31(a)(9)"))
                .body("recipientName", equalTo("Superior Court"));

        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.outcome()).isEqualTo("DISCLOSED");
            assertThat(entry.studentId()).isEqualTo(world.student);
            assertThat(entry.fields()).isEqualTo("attendance");
            assertThat(entry.basis()).isEqualTo("34 CFR 99.31(a)(9)");
        });
        world.get(world.mother(), "disclosures").body("items", hasSize(1));
    }

    @Test
    void asksForTheThreatOfAnEmergencyAndTheConsentOfAConsentedOne() {
        refused(body("HEALTH_OR_SAFETY", ""), "disclosure.threat-missing", "34 CFR 99.32(a)(5)");
        refused(body("CONSENT", ""), "disclosure.consent-missing", "34 CFR 99.30");
        world.post(world.admin(), "disclosures", body("HEALTH_OR_SAFETY", ", \"threat\": \"Voiced a plan\""))
                .statusCode(201)
                .body("threat", equalTo("Voiced a plan"));
    }

    @Test
    void refusesDirectoryInformationWhileTheFamilyHasOptedOut() {
        world.post(world.admin(), "disclosures", body("DIRECTORY_INFORMATION", ""))
                .statusCode(201);
        world.post(world.mother(), "directory-choices", """
                {"optedOut": true, "fromOn": "%s", "receivedOn": "%s", "method": "WRITTEN"}""".formatted(world.today, world.today))
                .statusCode(201);

        refused(body("DIRECTORY_INFORMATION", ""), "disclosure.directory-opt-out", "34 CFR 99.37");
    }

    @Test
    void refusesStrangersAndBadInput() {
        world.post(world.otherSchoolAdmin(), "disclosures", body("COURT_ORDER", ""))
                .statusCode(404);
        world.post(PrivacyWorld.stranger(), "disclosures", body("COURT_ORDER", ""))
                .statusCode(404);
        world.post(world.mother(), "disclosures", body("COURT_ORDER", "")).statusCode(403);
        world.post(world.admin(), "disclosures", body("BECAUSE", "")).statusCode(400);
        world.post(world.admin(), "disclosures", body("COURT_ORDER", "").replace("[\"attendance\"]", "[]"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fields"));
        world.post(world.admin(), "disclosures", body("COURT_ORDER", "").replace("2026-10-05", "2999-10-05"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/disclosedAt"));
    }

    private void refused(String body, String code, String citation) {
        world.post(world.admin(), "disclosures", body)
                .statusCode(422)
                .body("code", equalTo(code))
                .body("citation", equalTo(citation));
    }

    private static String body(String basis, String more) {
        return """
                {"disclosedAt": "2026-10-05T17:20:00Z", "recipientKind": "ORGANISATION", "recipientName": "Superior Court",
                 "fields": ["attendance"], "purpose": "Subpoena JV-2210", "basis": "%s"%s}""".formatted(basis, more);
    }

    private void agencyIsCalled(String name, long version) {
        agencies.on(Records.batch(
                "schoolcase.agency.state",
                NOWHERE,
                AgencyNameConsumer.TYPE,
                agency,
                Map.of("agencyId", agency, "version", version, "name", name, "language", "en", "active", true)));
    }

    private void disclosed(UUID id, UUID consent, String at) {
        referrals.onReferral(
                Records.batch(TOPIC, world.district.id(), ReferralDisclosureConsumer.TYPE, id, fact(id, consent, at)));
    }

    private Map<String, Object> fact(UUID id, UUID consent, String at) {
        return Map.of(
                "disclosureId",
                id,
                "referralId",
                UUID.randomUUID(),
                "studentId",
                world.student,
                "agencyId",
                agency,
                "consentId",
                consent,
                "fields",
                List.of("GRADE", "SCHOOL"),
                "purpose",
                "SERVICE_REFERRAL",
                "basis",
                "34 CFR 99.30",
                "at",
                Instant.parse(at));
    }
}
