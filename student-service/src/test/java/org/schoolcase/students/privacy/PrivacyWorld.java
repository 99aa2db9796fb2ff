package org.schoolcase.students.privacy;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

/** A district of one test: a student with a mother who holds educational rights and an uncle who may only be contacted. */
@NullMarked
public final class PrivacyWorld {

    public final TestDistrict district = TestDistrict.in("US-AZ", "America/Phoenix");
    public final UUID school = Ids.next();
    public final UUID student;
    public final UUID mother = Ids.next();
    public final UUID uncle = Ids.next();
    public final LocalDate today = LocalDate.now(ZoneId.of("America/Phoenix"));

    private final SchoolFixture fixture;

    public PrivacyWorld(SchoolFixture fixture) {
        this.fixture = fixture;
        student = fixture.student(district, "Leila", "Jellyroll", school);
        guardian(student, mother, "Rosa", true);
        guardian(student, uncle, "Karl", false);
    }

    public void guardian(UUID whose, UUID id, String name, boolean rights) {
        fixture.write(
                district,
                "insert into guardian (id, given_name, family_name) values (?, ?, 'Jellyroll') on conflict do nothing",
                id,
                name);
        fixture.write(
                district,
                "insert into student_guardian (student_id, guardian_id, relation, educational_rights, may_contact)"
                        + " values (?, ?, 'OTHER', ?, true)",
                whose,
                id,
                rights);
    }

    public String mother() {
        return district.token(Role.GUARDIAN).guardian(mother).sign();
    }

    public String uncle() {
        return district.token(Role.GUARDIAN).guardian(uncle).sign();
    }

    /** A token of the student himself, who has no rights of his own until they passed to him. */
    public String himself() {
        return district.token(Role.STUDENT).student(student).sign();
    }

    /** The rights pass to the student today. */
    public void comesOfAge() {
        post(schoolAdmin(), "rights", """
                {"authority": "ADULT_STUDENT", "effect": "GRANTED", "beginsOn": "%s"}""".formatted(today)).statusCode(201);
    }

    public String admin() {
        return district.token(Role.DISTRICT_ADMIN).staff(UUID.randomUUID()).sign();
    }

    public String schoolAdmin() {
        return district.token(Role.SCHOOL_ADMIN).schools(school).sign();
    }

    public String otherSchoolAdmin() {
        return district.token(Role.SCHOOL_ADMIN).schools(UUID.randomUUID()).sign();
    }

    public String auditor() {
        return district.token(Role.AUDITOR).sign();
    }

    public static String stranger() {
        return TestDistrict.create().token(Role.DISTRICT_ADMIN).sign();
    }

    public ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(of(path)).then();
    }

    public ValidatableResponse post(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(of(path))
                .then();
    }

    public String of(String path) {
        return path.startsWith("/v1") ? path : "/v1/students/" + student + "/" + path;
    }
}
