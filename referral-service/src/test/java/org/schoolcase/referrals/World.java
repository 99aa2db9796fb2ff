package org.schoolcase.referrals;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.referrals.casefile.CaseFeed;
import org.schoolcase.referrals.student.StudentFeed;

/** A district with one pupil, his guardians, an open case and its manager; and an agency with one service. */
public final class World {

    public static final List<String> ALL_FIELDS =
            List.of("NAME", "BIRTH_DATE", "GRADE", "SCHOOL", "LANGUAGE", "GUARDIAN_CONTACT", "REASON");

    public final TestDistrict district;
    public final UUID school = UUID.randomUUID();
    public final UUID student = UUID.randomUUID();
    public final UUID guardian = UUID.randomUUID();
    public final UUID guardianWithoutRights = UUID.randomUUID();
    public final UUID manager = UUID.randomUUID();
    public final UUID caseId = UUID.randomUUID();
    public final UUID agency;
    public final UUID service;

    private World(TestDistrict district, UUID agency, UUID service) {
        this.district = district;
        this.agency = agency;
        this.service = service;
    }

    /** A world of its own. */
    public static World create(StudentFeed students, CaseFeed cases) {
        var agency = UUID.randomUUID();
        var service = UUID.randomUUID();
        publishAgency(agency);
        publishService(agency, service, "counseling");
        return sharing(agency, service, students, cases);
    }

    /** Another district that works with the same agency. */
    public static World sharing(UUID agency, UUID service, StudentFeed students, CaseFeed cases) {
        var world = new World(TestDistrict.create(), agency, service);
        students.tell(
                world.district,
                world.student,
                StudentFeed.profile(world.student, world.school, world.guardian, world.guardianWithoutRights));
        cases.opened(world.district, world.caseId, world.student, world.manager);
        return world;
    }

    public static void publishAgency(UUID agency) {
        create("/v1/agencies/" + agency, agencyBody("Harbor Family Counseling"));
    }

    public static void publishService(UUID agency, UUID service, String need) {
        create("/v1/agencies/" + agency + "/services/" + service, serviceBody(need));
    }

    private static void create(String path, Object body) {
        given().auth()
                .oauth2(TestDistrict.operatorToken())
                .header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then()
                .statusCode(201);
    }

    public static Map<String, Object> agencyBody(String name) {
        return Map.of(
                "name", name,
                "description", "Counseling for children and families",
                "email", "intake@harbor.example",
                "language", "en");
    }

    public static Map<String, Object> serviceBody(String need) {
        return Map.of(
                "name",
                "Family counseling",
                "description",
                "Weekly sessions",
                "status",
                "active",
                "needs",
                List.of(need),
                "minimumAge",
                5,
                "maximumAge",
                21,
                "languages",
                List.of("en", "es"),
                "capacityAvailable",
                3);
    }

    public String managerToken() {
        return district.token(Role.CASE_MANAGER).staff(manager).schools(school).sign();
    }

    public String agencyToken() {
        return TestDistrict.agencyToken(agency);
    }

    public Map<String, Object> consentBody(List<String> fields, String decision) {
        var today = LocalDate.now(java.time.ZoneId.of("America/Phoenix"));
        return Map.of(
                "studentId", student,
                "agencyId", agency,
                "guardianId", guardian,
                "purpose", "Counseling for the family",
                "fields", fields,
                "signedOn", today.toString(),
                "validUntil", today.plusDays(90).toString(),
                "decision", decision);
    }

    public Map<String, Object> referralBody(List<String> fields) {
        return Map.of(
                "caseId", caseId,
                "serviceId", service,
                "reason", "Withdrawn since the move",
                "urgency", "ROUTINE",
                "fields", fields);
    }

    public UUID consent(List<String> fields) {
        return id(post(managerToken(), "/v1/disclosure-consents", consentBody(fields, "GIVEN")));
    }

    public UUID draft(List<String> fields) {
        return id(post(managerToken(), "/v1/referrals", referralBody(fields)));
    }

    /** A referral that lies with the agency, with a consent that covers its fields. */
    public UUID sent(List<String> fields) {
        consent(fields);
        var referral = draft(fields);
        send(referral).statusCode(200);
        return referral;
    }

    public ValidatableResponse send(UUID referral) {
        return post(managerToken(), "/v1/referrals/" + referral + "/sending");
    }

    public ValidatableResponse cancel(UUID referral) {
        return post(
                managerToken(), "/v1/referrals/" + referral + "/cancellation", Map.of("reasonCode", "FAMILY_DECLINED"));
    }

    public ValidatableResponse accept(UUID referral) {
        return post(agencyToken(), "/v1/agency/referrals/" + referral + "/acceptance");
    }

    public ValidatableResponse readAsAgency(UUID referral) {
        return get(agencyToken(), "/v1/agency/referrals/" + referral);
    }

    public static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    public static ValidatableResponse post(String token, String path) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(path)
                .then();
    }

    public static ValidatableResponse post(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static UUID id(ValidatableResponse created) {
        return UUID.fromString(created.statusCode(201).extract().path("id"));
    }
}
