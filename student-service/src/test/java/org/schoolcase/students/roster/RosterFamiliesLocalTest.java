package org.schoolcase.students.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** What the school recorded of a family, and what courts ordered, comes before what the roster says. */
@QuarkusTest
class RosterFamiliesLocalTest {

    private final FamilyProbe family = new FamilyProbe();
    private final RosterProbe sis = family.sis;
    private final LocalDate today = LocalDate.now(ZoneId.of("America/Phoenix"));

    @Test
    void keepsLocalFieldsAndARelationChangedByHand() {
        sis.run(FamilyProbe.family());
        family.change("u2", "MOTHER", "rosa@new.example", true)
                .statusCode(200)
                .body("source", equalTo("LOCAL"), "educationalRights", is(true));
        family.rosa("u3").body("source", equalTo("ROSTER"));
        family.get("u2", "rights-holders").body("holders.reason.code", contains("NATURAL_PARENT"));

        sis.run(FamilyProbe.family()
                .replace("users", "rosa@home.example", "rosa@old.example")
                .replace("roles", "p1,primary,parent", "p1,primary,relative"));
        family.rosa("u2").body("relation", equalTo("MOTHER"), "email", equalTo("rosa@new.example"));
        family.rosa("u3").body("relation", equalTo("OTHER_RELATIVE"), "educationalRights", is(false));
        sis.admin()
                .get("/v1/field-conflicts")
                .then()
                .body("items.field", equalTo(List.of("GUARDIAN.email")))
                .body("items[0].rosterValue", equalTo("rosa@old.example"));

        sis.confirmed(FamilyProbe.withoutRosa());
        family.rosa("u2").statusCode(200).body("relation", equalTo("MOTHER"));
        family.rosa("u3").statusCode(404);
    }

    @Test
    void anotherAddressAloneLeavesTheGuardianshipToTheRoster() {
        sis.run(FamilyProbe.family());
        family.change("u2", "PARENT", "rosa@new.example", true).statusCode(200).body("source", equalTo("ROSTER"));
        sis.confirmed(FamilyProbe.withoutRosa());
        family.rosa("u2").statusCode(404);
    }

    @Test
    void keepsAGuardianAddedByHand() {
        sis.run(PackageFixture.small());
        family.post("u2", "guardians", FamilyProbe.person("MOTHER", "rosa@hand.example", false))
                .statusCode(201);
        sis.run(FamilyProbe.family());
        family.rosa("u2")
                .body("source", equalTo("LOCAL"), "relation", equalTo("MOTHER"), "educationalRights", is(false))
                .body("email", equalTo("rosa@hand.example"));
        family.rosa("u3").body("source", equalTo("ROSTER"), "email", equalTo("rosa@hand.example"));
        sis.confirmed(FamilyProbe.withoutRosa());
        family.rosa("u2").statusCode(200);
        family.rosa("u3").statusCode(404);
    }

    @Test
    void theSchoolAddsAgainWhomTheRosterEnded() {
        sis.run(FamilyProbe.family());
        family.post("u2", "guardians", FamilyProbe.person("MOTHER", "rosa@home.example", true))
                .statusCode(409);
        sis.confirmed(FamilyProbe.withoutRosa());
        family.post("u2", "guardians", FamilyProbe.person("MOTHER", "rosa@new.example", true))
                .statusCode(201)
                .body("source", equalTo("LOCAL"), "educationalRights", is(true));
        assertThat(family.guardianships("true")).isEqualTo(2);
        assertThat(family.published("u2").get(0).get("email").asText()).isEqualTo("rosa@new.example");
    }

    @Test
    void aNoContactOrderStaysInForce() {
        sis.run(FamilyProbe.family());
        family.post("u2", "court-orders", """
                        {"kind": "NO_CONTACT", "guardianId": "%s", "revokesRecordAccess": true,
                         "documentReference": "FC 4711", "beginsOn": "%s"}""".formatted(sis.id("user:p1"), today))
                .statusCode(201);
        family.rosa("u2").body("mayContact", is(false), "educationalRights", is(false));
        family.post("u2", "guardians", other("karl", "FATHER")).statusCode(201);

        sis.confirmed(FamilyProbe.withoutRosa());
        assertThat(sis.count("SELECT count(*) FROM court_order WHERE district_id = :d AND known_to IS NULL"))
                .isEqualTo(1);
        family.asRosaAtWork("u2", "guardians").statusCode(200).body("items", hasSize(0));
        sis.run(FamilyProbe.family());
        family.rosa("u2").body("mayContact", is(false), "educationalRights", is(false));
        family.get("u2", "rights-holders")
                .body("others.reason.code", containsInAnyOrder("RECORDS_REVOKED", "NOT_RECORDED"));
        assertThat(family.published("u2").get(0).has("email")).isFalse();
        family.asRosa("u2").statusCode(404);
        family.asRosa("u3").statusCode(200);
    }

    @Test
    void recordedRightsOutliveTheRoster() {
        sis.run(FamilyProbe.family());
        rights("p1", "COURT_ORDER", "GRANTED");
        sis.confirmed(FamilyProbe.withoutRosa());
        family.rosa("u2").statusCode(200).body("educationalRights", is(true));
        family.get("u2", "rights-holders").body("holders.reason.code", contains("COURT_ORDER"));
        family.rosa("u3").statusCode(404);
    }

    @Test
    void withheldRightsBeatThePresumption() {
        sis.run(FamilyProbe.family());
        rights("p1", "COURT_ORDER", "WITHHELD");
        sis.run(FamilyProbe.family().replace("users", "602-555-0147", "602-555-0148"));
        family.rosa("u2").body("educationalRights", is(false));
        family.get("u2", "rights-holders").body("others.reason.code", containsInAnyOrder("WITHHELD", "NOT_RECORDED"));
    }

    @Test
    void aRecordedFosterParentComesBeforeAPresumedParentAndARecordedParentBesideHim() {
        sis.run(PackageFixture.small());
        family.post("u2", "guardians", other("foster", "FOSTER_PARENT")).statusCode(201);
        sis.run(FamilyProbe.family());
        family.get("u2", "rights-holders")
                .body("holders.reason.code", contains("FOSTER_PARENT"))
                .body("others.reason.code", containsInAnyOrder("OUTRANKED_BY_RECORD", "NOT_RECORDED"));
        family.change("u2", "MOTHER", "rosa@home.example", false)
                .statusCode(200)
                .body("educationalRights", is(false));
        family.get("u2", "rights-holders").body("holders.reason.code", contains("FOSTER_PARENT"));

        family.post("u3", "guardians", other("father", "FATHER")).statusCode(201);
        family.get("u3", "rights-holders")
                .body("holders", hasSize(2))
                .body("holders.reason.code", containsInAnyOrder("NATURAL_PARENT", "PRESUMED_PARENT"));
    }

    private void rights(String who, String authority, String effect) {
        family.post("u2", "rights", """
                        {"guardianId": "%s", "authority": "%s", "effect": "%s", "documentReference": "File 7",
                         "beginsOn": "%s"}""".formatted(sis.id("user:" + who), authority, effect, today))
                .statusCode(201);
    }

    private static String other(String sourcedId, String relation) {
        return """
                {"relation": "%s", "givenName": "Karl", "familyName": "Jellyroll", "language": "en",
                 "educationalRights": true, "mayContact": true, "sourcedId": "%s"}""".formatted(relation, sourcedId);
    }
}
