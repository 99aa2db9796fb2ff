package org.schoolcase.students.provider;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** A district with a small roster, and a client that reads it. */
public final class ProviderProbe {

    public static final String BASE = OneRosterResource.PATH;

    private static final String USERS =
            "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,"
                    + "email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,"
                    + "preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns,metadata.house";

    public final TestDistrict district;

    public ProviderProbe() {
        this(TestDistrict.create());
    }

    /** Reads a district that is there. */
    public ProviderProbe(TestDistrict district) {
        this.district = district;
    }

    /** A district, two schools, a year with a term and a grading period, two classes, a teacher, students, a parent. */
    public static PackageFixture roster() {
        return PackageFixture.small()
                .row("orgs", "s2,,,South/East School,school,1002,d1")
                .row("academicSessions", "g1,,,First Quarter,gradingPeriod,2026-08-15,2026-10-15,t1,2027")
                .row("courses", "c2,,,,Biology,BIO,\"9,10\",s2,\"Biology,Science\",\"03,04\"")
                .row("classes", "k2,,,Biology B,10,c2,B,homeroom,,s2,\"t1,y1\",Biology,03,")
                .bulk("users", USERS, """
                        u1,,,true,teach,,Tessa,Teachwell,,,tessa@sample.example,,,,,,,,,,s1,,
                        u2,,,true,ann,"{LDAP:a-1},{LTI:b:2}",Ann,Applewood,Mia,90001,ann@sample.example,,,u4,"09,10",,,Annie,,,s1,she/her,owl
                        u3,,,false,ben,,Ben,O'Birch,,,,,,,9,,,,,,s1,,fox
                        u4,,,true,pat,,Pat,Applewood,,,,+1 602 555 0100,602,u2,,,,,,,,,
                        """)
                .row("roles", "r4,,,u4,primary,parent,2026-08-15,,s1,")
                .row("roles", "r5,,,u3,secondary,student,,,s2,")
                .row("enrollments", "e4,,,k2,s2,u3,student,,2026-08-15,2027-06-10");
    }

    public ProviderProbe load(PackageFixture pack) {
        return load(pack.bytes());
    }

    /** Imports a package and waits for the end. */
    public ProviderProbe load(byte[] zip) {
        var place = given().auth()
                .oauth2(district.token(Role.DISTRICT_ADMIN).sign())
                .contentType("application/zip")
                .body(zip)
                .post("/v1/roster-imports?safetyStopPercent=100")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> given().auth()
                        .oauth2(token())
                        .get(place)
                        .then()
                        .extract()
                        .<String>path("state")
                        .startsWith("COMPLETED"));
        return this;
    }

    /** A token of the machine with these scopes, by short names. */
    public String token(String... scopes) {
        return district.token(Role.SIS_SYNC)
                .claim("scope", Stream.of(scopes).map(Scopes.PREFIX::concat).collect(Collectors.joining(" ")))
                .sign();
    }

    RequestSpecification with(String... scopes) {
        return given().auth().oauth2(token(scopes));
    }

    RequestSpecification client() {
        return with(Operation.ROSTER, Operation.DEMOGRAPHICS);
    }

    ValidatableResponse get(String path, Map<String, ?> query) {
        return client().queryParams(query).get(BASE + path).then();
    }

    ValidatableResponse get(String path) {
        return get(path, Map.of());
    }

    /** SourcedIds of a list, in its order. */
    List<String> ids(String path, Map<String, ?> query) {
        var answer = get(path, query).statusCode(200).extract().jsonPath();
        var members = answer.getMap("").keySet();
        return answer.getList(String.valueOf(members.iterator().next()) + ".sourcedId");
    }
}
