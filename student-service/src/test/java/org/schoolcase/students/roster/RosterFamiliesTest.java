package org.schoolcase.students.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** An import brings guardians, ends what the roster no longer has, and takes it back. */
@QuarkusTest
class RosterFamiliesTest {

    private static final String USERS_1_1 = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,"
            + "userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password";

    private final FamilyProbe family = new FamilyProbe();
    private final RosterProbe sis = family.sis;

    @Test
    void makesOneGuardianOfAParentOfTwo() {
        sis.run(FamilyProbe.family()).body("state", equalTo("COMPLETED"), "warnings", is(0));

        assertThat(sis.count("SELECT count(*) FROM guardian WHERE district_id = :d"))
                .isEqualTo(1);
        for (var child : new String[] {"u2", "u3"}) {
            family.rosa(child)
                    .statusCode(200)
                    .body("relation", equalTo("PARENT"), "source", equalTo("ROSTER"), "sourcedId", equalTo("p1"))
                    .body("email", equalTo("rosa@home.example"), "phone", equalTo("602-555-0147"))
                    .body("educationalRights", is(true), "mayContact", is(true));
            family.get(child, "rights-holders")
                    .body("holders.reason.code", contains("PRESUMED_PARENT"))
                    .body("holders[0].reason.citation", equalTo("34 CFR 99.4, 300.30(b)(1)"));
            assertThat(family.profiles(child)).hasSize(1);
            var rosa = family.published(child).get(0);
            assertThat(rosa.get("email").asText()).isEqualTo("rosa@home.example");
            assertThat(rosa.get("language").asText()).isEqualTo("en");
            assertThat(rosa.get("educationalRights").asBoolean()).isTrue();
            family.asRosa(child).statusCode(200);
        }
    }

    @Test
    void readsBothListsOf11AndPresumesNoRightsOfOthersThanParents() {
        sis.run(PackageFixture.small().version("1.1").without("roles").bulk("users", USERS_1_1, """
                                u1,,,true,s1,teacher,teach,,Tessa,Teachwell,,,,,,u2,,
                                u2,,,true,s1,student,ann,,Ann,Applewood,,,,,,"p1,u1",9,
                                u3,,,true,s1,student,ben,,Ben,Birchtree,,,,,,,9,
                                p1,,,true,s1,guardian,rosa,,Rosa,Applewood,,,rosa@home.example,,,u3,,
                                p2,,,true,s1,relative,olga,,Olga,Birchtree,,,,,,u3,,
                                p3,,,true,s1,parent,paul,,Paul,Plumtree,,,,,,,,
                                """))
                .body("state", equalTo("COMPLETED"));

        for (var child : new String[] {"u2", "u3"}) {
            family.rosa(child)
                    .statusCode(200)
                    .body("relation", equalTo("LEGAL_GUARDIAN"))
                    .body("educationalRights", is(false), "mayContact", is(true));
        }
        family.get("u3", "guardians/" + sis.id("user:p2"))
                .body("relation", equalTo("OTHER_RELATIVE"), "educationalRights", is(false));
        family.get("u3", "rights-holders").body("holders", hasSize(0));
        family.get("u2", "guardians").body("items", hasSize(1));
        assertThat(sis.count("SELECT count(*) FROM guardian WHERE district_id = :d"))
                .isEqualTo(2);
    }

    @Test
    void writesAndTellsNothingWhenNothingChanged() {
        sis.run(FamilyProbe.family());
        long versions = family.versions();
        sis.run(FamilyProbe.family());
        sis.admin()
                .header("If-Match", "\"v0\"")
                .contentType("application/json")
                .body("{\"fields\":[]}")
                .put("/v1/field-ownership")
                .then()
                .statusCode(200);
        sis.run(FamilyProbe.family());
        assertThat(family.versions()).isEqualTo(versions);
        assertThat(family.profiles("u2")).hasSize(1);
    }

    @Test
    void aDeltaEndsOneGuardianshipAndTheOtherStands() {
        sis.run(FamilyProbe.family());
        sis.run(delta("u3,active,2026-10-01T00:00:00.000Z,true,ben,,Ben,Birchtree,,,,,,,9,,,,,,s1,"));

        family.rosa("u3").statusCode(404);
        family.asRosa("u3").statusCode(404);
        family.rosa("u2").statusCode(200);
        assertThat(family.profiles("u3")).hasSize(2);
        assertThat(family.published("u3")).isEmpty();
        assertThat(family.profiles("u2")).hasSize(1);
        assertThat(family.guardianships("ended_on IS NOT NULL")).isEqualTo(1);
    }

    @Test
    void aDeltaThatBringsTheParentLaterLinksChildrenWhoDidNotChange() {
        sis.run(FamilyProbe.withoutRosa()).body("warnings", is(2));
        assertThat(family.guardianships("true")).isZero();
        sis.run(delta("p1,active,2026-10-01T00:00:00.000Z,true,rosa,,Rosa,Applewood,,,rosa@home.example,,,,,,,,,,s1,")
                .bulk("roles", PackageFixture.small().header("roles"), """
                        r9,active,2026-10-01T00:00:00.000Z,p1,primary,parent,,,s1,
                        """)
                .mode("roles", "delta"));
        assertThat(family.guardianships("ended_on IS NULL AND source = 'ROSTER'"))
                .isEqualTo(2);
        assertThat(family.profiles("u2")).hasSize(2);
    }

    @Test
    void endsWhomABulkFileDropsAndTakesHimBack() {
        sis.run(FamilyProbe.family());
        sis.confirmed(FamilyProbe.withoutRosa()).body("files.find { it.file == 'users' }.ended", is(1));
        family.rosa("u2").statusCode(404);
        family.get("u2", "rights-holders").body("holders", hasSize(0), "others", hasSize(1));
        assertThat(family.guardianships("ended_on IS NOT NULL")).isEqualTo(2);

        sis.run(FamilyProbe.family());
        family.rosa("u2").statusCode(200).body("educationalRights", is(true));
        assertThat(family.guardianships("ended_on IS NULL")).isEqualTo(2);
        assertThat(family.published("u2")).hasSize(1);
        assertThat(family.profiles("u2")).hasSize(3);
    }

    @Test
    void endsWithTheRoleAndFollowsAnotherRole() {
        sis.run(FamilyProbe.family());
        var etag = family.rosa("u2").extract().header("ETag");
        sis.run(FamilyProbe.family().replace("roles", "p1,primary,parent", "p1,primary,guardian"));
        family.rosa("u2").body("relation", equalTo("LEGAL_GUARDIAN"), "educationalRights", is(false));
        assertThat(family.rosa("u2").extract().header("ETag")).isNotEqualTo(etag);
        sis.run(FamilyProbe.family().replace("roles", "p1,primary,parent", "p1,primary,aide"));
        family.rosa("u2").statusCode(404);
    }

    @Test
    void leavesTheFamilyOfAStudentWhoLeft() {
        sis.run(FamilyProbe.family());
        sis.confirmed(FamilyProbe.withoutRosa()
                .replace("users", "u3,,,true,ben,,Ben,Birchtree,,,,,,p1,9,,,,,,s1,\n", "")
                .replace("roles", "r3,,,u3,primary,student,,,s1,\n", "")
                .replace("enrollments", "e3,,,k1,s1,u3,student,,2026-08-15,2027-06-10\n", ""));
        family.rosa("u3").statusCode(200);
        family.rosa("u2").statusCode(404);
    }

    @Test
    void touchesNoOtherDistrict() {
        var others = new FamilyProbe();
        others.sis.run(FamilyProbe.family());
        long versions = others.versions();
        int told = OutboxProbe.of(others.sis.district).size();
        sis.run(FamilyProbe.family());
        sis.confirmed(FamilyProbe.withoutRosa());
        assertThat(others.versions()).isEqualTo(versions);
        assertThat(OutboxProbe.of(others.sis.district)).hasSize(told);
        others.rosa("u2").statusCode(200);
    }

    static PackageFixture delta(String row) {
        return PackageFixture.empty()
                .bulk("users", PackageFixture.small().header("users"), row + "\n")
                .mode("users", "delta");
    }
}
