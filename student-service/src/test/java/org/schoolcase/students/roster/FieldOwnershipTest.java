package org.schoolcase.students.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** A sync sets what the roster owns and leaves alone what the suite owns; where they disagree it can be seen. */
@QuarkusTest
class FieldOwnershipTest {

    private final RosterProbe sis = new RosterProbe();

    @Test
    void keepsALocallyOwnedFieldAndListsTheConflict() {
        sis.run(PackageFixture.small());
        settle("\"v0\"", "{\"field\":\"STUDENT.familyName\",\"owner\":\"LOCAL\"}")
                .statusCode(200);
        sis.run(PackageFixture.small().replace("users", "Ben,Birchtree", "Ben,Beechtree"));
        assertThat(students("family_name = 'Birchtree'")).isEqualTo(1);
        conflicts()
                .body("items.size()", is(1), "items[0].field", equalTo("STUDENT.familyName"))
                .body("items[0].recordId", equalTo(sis.id("user:u3").toString()))
                .body("items[0].rosterValue", equalTo("Beechtree"), "items[0].localValue", equalTo("Birchtree"));
        assertThat(AuditProbe.actions(sis.district)).contains("field-ownership.settle");
        sis.run(PackageFixture.small());
        conflicts().body("items", empty());
    }

    @Test
    void setsTheFieldAgainOnceTheRosterOwnsIt() {
        sis.run(PackageFixture.small());
        settle("\"v0\"", "{\"field\":\"STUDENT.familyName\",\"owner\":\"LOCAL\"}")
                .statusCode(200);
        var renamed = PackageFixture.small().replace("users", "Ben,Birchtree", "Ben,Beechtree");
        sis.run(renamed);
        settle("\"v1\"", "").statusCode(200);
        sis.run(renamed);
        assertThat(students("family_name = 'Beechtree'")).isEqualTo(1);
        conflicts().body("items", empty());
    }

    @Test
    void thePreferredNameIsLocalUntilTheRosterOwnsIt() {
        sis.run(PackageFixture.small());
        var renamed = PackageFixture.small().replace("users", "Annie", "Nan");
        sis.run(renamed);
        assertThat(students("preferred_given_name = 'Annie'")).isEqualTo(1);
        conflicts().body("items.field", equalTo(java.util.List.of("STUDENT.preferredGivenName")));
        settle("\"v0\"", "{\"field\":\"STUDENT.preferredGivenName\",\"owner\":\"ROSTER\"}")
                .statusCode(200);
        sis.run(renamed);
        assertThat(students("preferred_given_name = 'Nan'")).isEqualTo(1);
        var path = "/v1/students/" + sis.id("user:u2");
        var etag = sis.admin().get(path).then().statusCode(200).extract().header("ETag");
        sis.admin()
                .header("If-Match", etag)
                .contentType("application/json")
                .body("{\"preferredGivenName\":\"Annie\"}")
                .put(path + "/preferred-name")
                .then()
                .statusCode(409)
                .body("code", equalTo("field.owned-by-roster"));
    }

    @Test
    void aGuardianFollowsTheRosterOnlyWhereItOwnsAField() {
        var parents = PackageFixture.small()
                .row("users", "p1,,,true,rosa,,Rosa,Applewood,,,rosa@old.example,,,,,,,,,,s1,")
                .row("roles", "r9,,,p1,primary,parent,,,s1,");
        sis.run(parents);
        var student = "/v1/students/" + sis.id("user:u2");
        sis.admin()
                .contentType("application/json")
                .body(
                        "{\"relation\":\"MOTHER\",\"givenName\":\"Rosa\",\"familyName\":\"Applewood\",\"language\":\"es\","
                                + "\"email\":\"rosa@home.example\",\"educationalRights\":true,\"mayContact\":true,"
                                + "\"sourcedId\":\"p1\"}")
                .post(student + "/guardians")
                .then()
                .statusCode(201);
        sis.run(parents.replace("users", "Rosa,Applewood", "Rosa,Plumtree"));
        assertThat(sis.count("SELECT count(*) FROM guardian WHERE district_id = :d AND family_name = 'Applewood'"))
                .isEqualTo(1);
        settle("\"v0\"", "{\"field\":\"GUARDIAN.familyName\",\"owner\":\"ROSTER\"}")
                .statusCode(200);
        int told = OutboxProbe.of(sis.district).size();
        sis.run(parents);
        assertThat(sis.count("SELECT count(*) FROM guardian WHERE district_id = :d AND family_name = 'Plumtree'"
                        + " AND email = 'rosa@home.example'"))
                .isEqualTo(1);
        assertThat(OutboxProbe.of(sis.district)).hasSize(told + 2);
        conflicts().body("items.field", equalTo(java.util.List.of("GUARDIAN.email")));
    }

    @Test
    void refusesWhatItCannotSettle() {
        settle("\"v0\"", "{\"field\":\"STUDENT.shoeSize\",\"owner\":\"LOCAL\"}")
                .statusCode(422)
                .body("code", equalTo("field-ownership.unknown-field"));
        settle("\"v7\"", "{\"field\":\"STUDENT.grade\",\"owner\":\"LOCAL\"}").statusCode(412);
        sis.admin()
                .contentType("application/json")
                .body("{\"fields\":[]}")
                .put("/v1/field-ownership")
                .then()
                .statusCode(428);
        sis.admin()
                .get("/v1/field-ownership")
                .then()
                .statusCode(200)
                .body("fields.find { it.field == 'STUDENT.grade' }.owner", equalTo("ROSTER"))
                .body("fields.size()", is(13));
    }

    private ValidatableResponse settle(String ifMatch, String fields) {
        return sis.admin()
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body("{\"fields\":[" + fields + "]}")
                .put("/v1/field-ownership")
                .then();
    }

    private ValidatableResponse conflicts() {
        return sis.admin().get("/v1/field-conflicts").then().statusCode(200);
    }

    private long students(String condition) {
        return sis.count("SELECT count(*) FROM student WHERE district_id = :d AND " + condition);
    }
}
