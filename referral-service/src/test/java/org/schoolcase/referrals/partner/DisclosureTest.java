package org.schoolcase.referrals.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.referrals.World;
import org.schoolcase.referrals.casefile.CaseFeed;
import org.schoolcase.referrals.student.StudentFeed;

/** What leaves the house, and what is written down about it. */
@QuarkusTest
class DisclosureTest {

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
    void showsTheAgreedFieldsAndNoOther() {
        var referral = world.sent(List.of("NAME", "GRADE"));

        var view = world.readAsAgency(referral)
                .statusCode(200)
                .body("student.name.familyName", equalTo("Quillfeather"))
                .body("student.grade", equalTo("06"))
                .body("agreedFields", contains("NAME", "GRADE"))
                .body("withheld", nullValue())
                .extract();

        assertThat(view.<Map<String, Object>>path("student")).containsOnlyKeys("name", "grade");
        assertThat(view.<Map<String, Object>>path("$"))
                .containsOnlyKeys(
                        "id",
                        "district",
                        "serviceId",
                        "urgency",
                        "state",
                        "sentAt",
                        "agreedFields",
                        "student",
                        "notice",
                        "version");
        assertThat(view.asString())
                .doesNotContain(world.student.toString())
                .doesNotContain(world.caseId.toString())
                .doesNotContain("Ramona")
                .doesNotContain("2014-04-02")
                .doesNotContain("Withdrawn");
    }

    @Test
    void showsEachFieldThatCanBeAgreed() {
        var referral = world.sent(World.ALL_FIELDS);

        var view = world.readAsAgency(referral)
                .body("student.birthDate", equalTo("2014-04-02"))
                .body("student.schoolIds", contains(world.school.toString()))
                .body("student.language", equalTo("es"))
                .body("student.guardianContacts.givenName", contains("Ramona"))
                .body("student.reason", equalTo("Withdrawn since the move"))
                .extract()
                .asString();

        assertThat(view).doesNotContain("Ulrich");
    }

    @Test
    void logsEachReadWithItsFieldsAndItsConsent() {
        var consent = world.consent(List.of("NAME", "GRADE"));
        var referral = world.draft(List.of("NAME", "GRADE"));
        world.send(referral).statusCode(200);

        world.readAsAgency(referral).statusCode(200);
        world.readAsAgency(referral).statusCode(200);

        assertThat(disclosures()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("referral.disclosed");
            assertThat(entry.entityId()).isEqualTo(referral);
            assertThat(entry.studentId()).isEqualTo(world.student);
            assertThat(entry.actor()).endsWith("agency-" + world.agency);
            assertThat(entry.fields()).isEqualTo("NAME,GRADE");
            assertThat(entry.basis()).isEqualTo("consent:" + consent);
        });
    }

    @Test
    void aRevocationStopsTheNextRead() {
        var consent = world.consent(World.ALL_FIELDS);
        var referral = world.draft(World.ALL_FIELDS);
        world.send(referral).statusCode(200);
        world.readAsAgency(referral).body("student.grade", equalTo("06"));

        World.post(world.managerToken(), "/v1/disclosure-consents/" + consent + "/revocation")
                .statusCode(200);

        var view = world.readAsAgency(referral)
                .statusCode(200)
                .body("student", nullValue())
                .body("withheld.code", equalTo("disclosure.consent-revoked"))
                .extract()
                .asString();
        assertThat(view).doesNotContain("Quillfeather");
        assertThat(disclosures()).hasSize(1);
        world.accept(referral).statusCode(200);
    }

    @Test
    void showsWhatIsTrueNow() {
        var referral = world.sent(List.of("NAME", "GRADE"));
        var later = new HashMap<>(
                StudentFeed.profile(world.student, world.school, world.guardian, world.guardianWithoutRights));
        later.put("version", 2);
        later.put("grade", "07");

        students.tell(world.district, world.student, later);

        world.readAsAgency(referral).body("student.grade", equalTo("07"));
    }

    @Test
    void showsNothingOfARecordThatWasDestroyed() {
        var referral = world.sent(List.of("NAME"));

        students.destroy(world.district, world.student);

        world.readAsAgency(referral)
                .body("student", nullValue())
                .body("withheld.code", equalTo("disclosure.record-gone"));
    }

    @Test
    void endsWithThePurpose() {
        var referral = world.sent(List.of("NAME"));
        World.post(
                        world.agencyToken(),
                        "/v1/agency/referrals/" + referral + "/decline",
                        Map.of("reasonCode", "NOT_ELIGIBLE"))
                .statusCode(200);

        world.readAsAgency(referral)
                .statusCode(200)
                .body("student", nullValue())
                .body("withheld.code", equalTo("disclosure.purpose-ended"));
    }

    @Test
    void readsNothingInTheWrongDistrict() {
        var other = World.sharing(world.agency, world.service, students, cases);
        var here = world.sent(List.of("NAME"));
        var there = other.sent(List.of("NAME"));

        world.readAsAgency(here).body("district.id", equalTo(world.district.id().toString()));
        world.readAsAgency(there)
                .body("district.id", equalTo(other.district.id().toString()));

        assertThat(disclosures()).extracting(AuditProbe.Entry::entityId).containsExactly(here);
        assertThat(UUID.fromString(world.readAsAgency(here).extract().path("id")))
                .isEqualTo(here);
    }

    private List<AuditProbe.Entry> disclosures() {
        return AuditProbe.of(world.district).stream()
                .filter(entry -> entry.outcome().equals("DISCLOSED"))
                .toList();
    }
}
