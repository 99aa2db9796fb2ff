package org.schoolcase.students;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;

/** A student with guardians in a district of its own, as a test sees them over HTTP. */
@NullMarked
public final class Family {

    public static final UUID SCHOOL = UUID.randomUUID();

    public final TestDistrict d;
    public final UUID student;
    public final LocalDate today;

    public Family(SchoolFixture fixture) {
        this(fixture, TestDistrict.create(), "America/Phoenix");
    }

    public Family(SchoolFixture fixture, TestDistrict district, String zone) {
        d = district;
        student = fixture.student(d, "Leila", "Jellyroll", SCHOOL);
        today = LocalDate.now(ZoneId.of(zone));
    }

    /** Adds a guardian, named by his relation. */
    public UUID guardian(String relation, boolean rights) {
        post("guardians", """
                {"relation": "%1$s", "givenName": "%1$s", "familyName": "Jellyroll", "language": "en",
                 "email": "%1$s@home.example", "educationalRights": %2$s, "mayContact": true, "sourcedId": "%1$s"}""".formatted(relation, rights)).statusCode(201);
        return Ids.named(d.id(), "user:" + relation);
    }

    public ValidatableResponse post(String path, String body) {
        return admin().body(body).post("/v1/students/" + student + "/" + path).then();
    }

    public ValidatableResponse get(String path) {
        var below = path.isEmpty() || path.startsWith("?") ? path : "/" + path;
        return admin().get("/v1/students/" + student + below).then();
    }

    /** Records an authority; answers the id of the entry. */
    public String rights(UUID guardian, String authority, LocalDate from) {
        return post("rights", rightsBody(guardian, authority, "GRANTED", from))
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String rightsBody(UUID guardian, String authority, String effect, LocalDate from) {
        return """
                {"guardianId": "%s", "authority": "%s", "effect": "%s", "documentReference": "File 7", "beginsOn": "%s"}""".formatted(guardian, authority, effect, from);
    }

    public ValidatableResponse noContact(UUID guardian, boolean revokes, LocalDate from) {
        return post("court-orders", """
                {"kind": "NO_CONTACT", "guardianId": "%s", "revokesRecordAccess": %s, "documentReference": "FC 4711",
                 "beginsOn": "%s"}""".formatted(guardian, revokes, from));
    }

    public String guardianToken(UUID guardian) {
        return d.token(Role.GUARDIAN).guardian(guardian).sign();
    }

    public RequestSpecification admin() {
        return as(d.token(Role.SCHOOL_ADMIN).schools(SCHOOL).sign());
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** The student's profile as it was published last. */
    public JsonNode profile() {
        return OutboxProbe.of(d).stream()
                .filter(event -> event.type().equals("org.schoolcase.student.profile.v1")
                        && event.key().equals(student.toString()))
                .map(event -> Objects.requireNonNull(event.data()))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** A guardian in it. */
    public JsonNode published(UUID guardian) {
        return profile()
                .get("guardians")
                .valueStream()
                .filter(one -> one.get("guardianId").asText().equals(guardian.toString()))
                .findFirst()
                .orElseThrow();
    }
}
