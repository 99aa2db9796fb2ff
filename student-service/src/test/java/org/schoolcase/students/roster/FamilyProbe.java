package org.schoolcase.students.roster;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Objects;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** A roster in which Rosa (p1) is the parent of Ann (u2) and Ben (u3), and what the suite makes of it. */
final class FamilyProbe {

    final RosterProbe sis = new RosterProbe();

    static PackageFixture family() {
        return PackageFixture.small()
                .replace("users", "Mia,,,,,,9", "Mia,,,,,p1,9")
                .replace("users", "Birchtree,,,,,,,9", "Birchtree,,,,,,p1,9")
                .row("users", "p1,,,true,rosa,,Rosa,Applewood,,,rosa@home.example,,602-555-0147,,,,,,,,s1,")
                .row("roles", "r9,,,p1,primary,parent,,,s1,");
    }

    /** As the SIS sends it when Rosa is gone; the children still list her. */
    static PackageFixture withoutRosa() {
        return family().replace(
                        "users", "p1,,,true,rosa,,Rosa,Applewood,,,rosa@home.example,,602-555-0147,,,,,,,,s1,\n", "")
                .replace("roles", "r9,,,p1,primary,parent,,,s1,\n", "");
    }

    ValidatableResponse get(String student, String below) {
        return sis.admin()
                .get("/v1/students/" + sis.id("user:" + student) + "/" + below)
                .then();
    }

    ValidatableResponse rosa(String student) {
        return get(student, "guardians/" + sis.id("user:p1"));
    }

    ValidatableResponse post(String student, String below, String body) {
        return sis.admin()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/students/" + sis.id("user:" + student) + "/" + below)
                .then();
    }

    ValidatableResponse change(String student, String relation, String email, boolean rights) {
        return sis.admin()
                .contentType(ContentType.JSON)
                .header("If-Match", rosa(student).extract().header("ETag"))
                .body(person(relation, email, rights))
                .put("/v1/students/" + sis.id("user:" + student) + "/guardians/" + sis.id("user:p1"))
                .then();
    }

    static String person(String relation, String email, boolean rights) {
        return """
                {"relation": "%s", "givenName": "Rosa", "familyName": "Applewood", "language": "en", "email": "%s",
                 "phone": "602-555-0147", "educationalRights": %s, "mayContact": true, "sourcedId": "p1"}""".formatted(relation, email, rights);
    }

    /** What Rosa herself gets when she looks at a child. */
    ValidatableResponse asRosa(String student) {
        var token =
                sis.district.token(Role.GUARDIAN).guardian(sis.id("user:p1")).sign();
        return given().auth()
                .oauth2(token)
                .get("/v1/students/" + sis.id("user:" + student))
                .then();
    }

    /** What she gets who also works for the district. */
    ValidatableResponse asRosaAtWork(String student, String below) {
        var token = sis.district
                .token(Role.DISTRICT_ADMIN, Role.GUARDIAN)
                .guardian(sis.id("user:p1"))
                .sign();
        return given().auth()
                .oauth2(token)
                .get("/v1/students/" + sis.id("user:" + student) + "/" + below)
                .then();
    }

    long guardianships(String condition) {
        return sis.count("SELECT count(*) FROM student_guardian WHERE district_id = :d AND " + condition);
    }

    /** Profiles of a student that were published, the latest last. */
    List<JsonNode> profiles(String student) {
        return OutboxProbe.of(sis.district).stream()
                .filter(event -> event.topic().equals("schoolcase.student.state")
                        && event.key().equals(sis.id("user:" + student).toString()))
                .map(event -> Objects.requireNonNull(event.data()))
                .toList();
    }

    JsonNode published(String student) {
        return profiles(student).getLast().get("guardians");
    }

    /** Which version of each row is stored: a row that is written again has another one. */
    long versions() {
        return sis.count("SELECT bit_xor(hashtextextended(t || ids || xmin::text || xmax::text, 0)) FROM ("
                + "SELECT 'g' AS t, id::text AS ids, xmin, xmax FROM guardian WHERE district_id = :d UNION ALL "
                + "SELECT 'r', student_id::text || guardian_id, xmin, xmax FROM student_guardian"
                + " WHERE district_id = :d UNION ALL "
                + "SELECT 'a', user_id::text || agent_id, xmin, xmax FROM roster_agent WHERE district_id = :d UNION ALL "
                + "SELECT 's', id::text, xmin, '0'::xid FROM student WHERE district_id = :d) rows");
    }
}
