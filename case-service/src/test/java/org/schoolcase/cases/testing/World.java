package org.schoolcase.cases.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;

/** A district of one test: a school with a student, his guardian with rights and one without, and a case manager. */
public final class World {

    public static final String TOPIC = "schoolcase.student.state";
    public static final String PROFILE = "org.schoolcase.student.profile.v1";

    public final TestDistrict district;
    public final LocalDate today;
    public final UUID school = Ids.next();
    public final UUID student = Ids.next();
    public final UUID guardian = Ids.next();
    public final UUID guardianWithoutRights = Ids.next();
    public final UUID caseManager = Ids.next();

    private final StudentStateConsumer consumer;

    private World(StudentStateConsumer consumer, String jurisdiction, String zone) {
        this.consumer = consumer;
        this.district = TestDistrict.in(jurisdiction, zone);
        this.today = LocalDate.now(ZoneId.of(zone));
        hears(student);
    }

    public static World create(StudentStateConsumer consumer) {
        return new World(consumer, "US-AZ", "America/Phoenix");
    }

    public static World in(String jurisdiction, StudentStateConsumer consumer) {
        return new World(consumer, jurisdiction, "America/Chicago");
    }

    /** The student service tells of one more student of the school, with the same guardians. */
    public void hears(UUID studentId) {
        consumer.on(Records.batch(TOPIC, district.id(), PROFILE, studentId, profile(studentId, 1)));
    }

    public Map<String, Object> profile(UUID studentId, long version) {
        return Map.of(
                "studentId",
                studentId,
                "version",
                version,
                "givenName",
                "Marisol",
                "familyName",
                "Quintero",
                "birthDate",
                "2017-03-04",
                "schoolIds",
                List.of(school),
                "language",
                "es",
                "active",
                true,
                "somethingNew",
                "ignored",
                "guardians",
                List.of(guardian(guardian, true), guardian(guardianWithoutRights, false)));
    }

    public Map<String, Object> guardian(UUID id, boolean rights) {
        return Map.of(
                "guardianId",
                id,
                "relation",
                "mother",
                "givenName",
                "Ana",
                "familyName",
                "Quintero",
                "language",
                "es",
                "educationalRights",
                rights,
                "mayContact",
                true);
    }

    public String caseManagerToken() {
        return district.token(Role.CASE_MANAGER)
                .staff(caseManager)
                .schools(school)
                .sign();
    }

    public String coordinatorToken() {
        return district.token(Role.COORDINATOR).staff(Ids.next()).sign();
    }

    public RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public ValidatableResponse open(String token, UUID studentId) {
        return as(token).body(openBody(studentId)).post("/v1/cases").then();
    }

    public String openBody(UUID studentId) {
        return """
                {"studentId": "%s", "source": "STAFF", "reason": "Words-of-the-referral about reading",
                 "barriers": ["HEALTH", "ACADEMIC"], "receivedOn": "%s"}
                """.formatted(studentId, today.minusDays(20));
    }

    /** A case of the student, opened by the case manager. */
    public UUID openCase() {
        return UUID.fromString(
                open(caseManagerToken(), student).statusCode(201).extract().path("id"));
    }

    public ValidatableResponse consent(UUID caseId, String kind, String decision, UUID signer, LocalDate receivedOn) {
        return as(caseManagerToken())
                .body(consentBody(kind, decision, signer, receivedOn.minusDays(1), receivedOn))
                .post("/v1/cases/{id}/consents", caseId)
                .then();
    }

    public String consentBody(String kind, String decision, UUID signer, LocalDate signedOn, LocalDate receivedOn) {
        return """
                {"kind": "%s", "decision": "%s", "guardianId": "%s", "scope": "Reading and speech", "language": "es",
                 "method": "PAPER", "signedOn": "%s", "receivedOn": "%s"}
                """.formatted(kind, decision, signer, signedOn, receivedOn);
    }
}
