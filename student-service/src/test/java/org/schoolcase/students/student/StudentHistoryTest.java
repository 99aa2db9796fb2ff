package org.schoolcase.students.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.Family;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class StudentHistoryTest {

    @Inject
    SchoolFixture fixture;

    private Family family;

    @BeforeEach
    void aFamily() {
        family = new Family(fixture);
    }

    @Test
    void keepsWhatTheRosterChangesAndShowsTheRecordOfADay() {
        fixture.write(family.d, "update student set grade = '06' where id = ?", family.student);

        family.get("changes")
                .body("items", hasSize(1))
                .body("items[0].field", equalTo("GRADE"))
                .body("items[0].source", equalTo("ROSTER"))
                .body("items[0].recordedBy", equalTo("roster"))
                .body("items[0].oldValue", equalTo("05"))
                .body("items[0].newValue", equalTo("06"))
                .body("items[0].validFrom", equalTo(family.today.toString()));
        on(family.today.minusDays(1)).body("grade", equalTo("05")).header("ETag", nullValue());
        on(family.today).body("grade", equalTo("06"));
    }

    @Test
    void takesAnotherBirthDateForACorrection() {
        fixture.write(family.d, "update student set birth_date = '2014-03-07' where id = ?", family.student);

        family.get("changes").body("items[0].kind", equalTo("CORRECTION"));
        on(family.today.minusYears(1)).body("birthDate", equalTo("2014-03-07"));
    }

    @Test
    void tellsAChangeFromACorrection() {
        var before = Instant.now();
        change("LANGUAGE", "CHANGE", "\"value\": \"es\", \"validFrom\": \"2026-03-01\"")
                .statusCode(201)
                .header("ETag", equalTo("\"v1\""))
                .body("oldValue", equalTo("en"))
                .body("newValue", equalTo("es"));
        var between = Instant.now();
        change("LANGUAGE", "CORRECTION", "\"value\": \"fr\"")
                .statusCode(201)
                .body("validFrom", equalTo("2026-03-01"))
                .body("reason", equalTo("Asked the family"));

        family.get("?asOf=2026-02-28").body("language", equalTo("en"));
        family.get("?asOf=2026-03-01").body("language", equalTo("fr"));
        family.get("?asOf=2026-03-01&knownAt=" + between).body("language", equalTo("es"));
        family.get("?asOf=2026-03-01&knownAt=" + before).body("language", equalTo("en"));
        assertThat(family.profile().get("language").asText()).isEqualTo("fr");
        assertThat(AuditProbe.of(family.d)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("student.correct");
            assertThat(entry.fields()).contains("LANGUAGE").doesNotContain("fr");
        });
    }

    @Test
    void correctsDaysThatArePastWithoutTouchingToday() {
        change(
                        "LANGUAGE",
                        "CORRECTION",
                        "\"value\": \"vi\", \"validFrom\": \"2025-01-01\", \"validTo\": \"2025-06-30\"")
                .statusCode(201)
                .body("oldValue", equalTo("en"))
                .body("validTo", equalTo("2025-06-30"));

        family.get("").body("language", equalTo("en"));
        family.get("?asOf=2025-06-30").body("language", equalTo("vi"));
        family.get("?asOf=2025-07-01").body("language", equalTo("en"));
    }

    @Test
    void keepsListsAndNames() {
        change("HOME_LANGUAGES", "CHANGE", "\"values\": [\"es\", \"en\"]").statusCode(201);
        change("PREFERRED_FAMILY_NAME", "CHANGE", "\"value\": \"Jelly\"").statusCode(201);

        family.get("")
                .body("homeLanguages", contains("es", "en"))
                .body("preferredFamilyName", equalTo("Jelly"))
                .body("familyName", equalTo("Jellyroll"));
        family.get("changes?field=HOME_LANGUAGES")
                .body("items", hasSize(1))
                .body("items[0].newValue", contains("es", "en"));
        on(family.today.minusDays(1)).body("homeLanguages", hasSize(0)).body("preferredFamilyName", nullValue());
        family.admin()
                .body("{\"text\": \"jelly\"}")
                .post("/v1/students/search")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void refusesWhatTheRosterOwns() {
        for (var field : new String[] {"GIVEN_NAME", "FAMILY_NAME", "BIRTH_DATE", "GRADE", "SCHOOL_IDS", "ACTIVE"}) {
            change(field, "CORRECTION", "\"value\": \"06\"")
                    .statusCode(409)
                    .body("code", equalTo("field.owned-by-roster"))
                    .body("errors[0].pointer", equalTo("/field"));
        }
        family.get("changes").body("items", hasSize(0));
    }

    @Test
    void refusesWhatDoesNotFit() {
        refused("LANGUAGE", "CHANGE", "\"value\": \"Spanish!\"", "field.malformed");
        refused("LANGUAGE", "CHANGE", "\"values\": [\"es\"]", "field.malformed");
        refused("HOME_LANGUAGES", "CHANGE", "\"value\": \"es\"", "field.malformed");
        refused("LANGUAGE", "CHANGE", "\"value\": \"es\", \"validFrom\": \"2199-01-01\"", "change.in-future");
        refused("LANGUAGE", "CHANGE", "\"value\": \"es\", \"validTo\": \"2026-01-01\"", "change.with-end");
        refused(
                "LANGUAGE",
                "CORRECTION",
                "\"value\": \"es\", \"validFrom\": \"2026-02-01\", \"validTo\": \"2026-01-01\"",
                "entry.ends-before-begin");
        change("LANGUAGE", "CHANGE", "\"value\": \"en\"").statusCode(409).body("code", equalTo("field.unchanged"));
        family.post("changes", body("LANGUAGE", "CHANGE", "\"value\": \"es\"")).statusCode(428);
        family.admin()
                .header("If-Match", "\"v9\"")
                .body(body("LANGUAGE", "CHANGE", "\"value\": \"es\""))
                .post("/v1/students/{id}/changes", family.student)
                .then()
                .statusCode(412);
    }

    @Test
    void recordsThePreferredNameAsAChangeOfTheSchool() {
        family.admin()
                .header("If-Match", "\"v0\"")
                .body("{\"preferredGivenName\": \"Lili\"}")
                .put("/v1/students/{id}/preferred-name", family.student)
                .then()
                .statusCode(200);

        family.get("changes")
                .body("items[0].field", equalTo("PREFERRED_GIVEN_NAME"))
                .body("items[0].source", equalTo("LOCAL"))
                .body("items[0].recordedBy", notNullValue());
    }

    @Test
    void hidesTheHistoryFromStrangers() {
        for (var token : new String[] {
            family.d.token(Role.CASE_MANAGER).schools(UUID.randomUUID()).sign(),
            TestDistrict.create().token(Role.DISTRICT_ADMIN).sign()
        }) {
            Family.as(token)
                    .get("/v1/students/{id}/changes", family.student)
                    .then()
                    .statusCode(404);
            Family.as(token)
                    .header("If-Match", "*")
                    .body(body("LANGUAGE", "CHANGE", "\"value\": \"es\""))
                    .post("/v1/students/{id}/changes", family.student)
                    .then()
                    .statusCode(404);
        }
    }

    private void refused(String field, String kind, String more, String code) {
        change(field, kind, more).statusCode(422).body("code", equalTo(code));
    }

    private ValidatableResponse change(String field, String kind, String more) {
        return family.admin()
                .header("If-Match", "*")
                .body(body(field, kind, more))
                .post("/v1/students/{id}/changes", family.student)
                .then();
    }

    private static String body(String field, String kind, String more) {
        return "{\"field\": \"%s\", \"kind\": \"%s\", \"reason\": \"Asked the family\", %s}"
                .formatted(field, kind, more);
    }

    private ValidatableResponse on(java.time.LocalDate day) {
        return family.get("?asOf=" + day).statusCode(200);
    }
}
