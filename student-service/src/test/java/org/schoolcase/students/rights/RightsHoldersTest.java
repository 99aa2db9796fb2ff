package org.schoolcase.students.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.Family;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class RightsHoldersTest {

    @Inject
    SchoolFixture fixture;

    private Family family;

    @BeforeEach
    void aFamily() {
        family = new Family(fixture);
    }

    @Test
    void presumesTheNaturalParentsBeforeAllOthersWhoQualify() {
        var mother = family.guardian("MOTHER", true);
        family.guardian("STEP_PARENT", true);

        holders(family.today)
                .body("holders.id", contains(mother.toString()))
                .body("holders[0].authority", equalTo("NATURAL_PARENT"))
                .body("holders[0].reason.citation", containsString("300.30(a)(1)"))
                .body("holders[0].beginsOn", equalTo(family.today.toString()))
                .body("others.reason.code", containsInAnyOrder("OUTRANKED_BY_PARENT", "NOT_RECORDED"))
                .body("ageOfMajority", nullValue());
        holders(family.today.minusDays(1)).body("holders", empty()).body("others.reason.code", hasItem("NOT_YET"));
        await().untilAsserted(() -> assertThat(AuditProbe.actions(family.d)).contains("rights.holders"));
    }

    @Test
    void namesWhomACourtNamedAndTellsTheOthersSo() {
        var mother = family.guardian("MOTHER", true);
        var aunt = family.guardian("OTHER_RELATIVE", false);
        family.rights(aunt, "COURT_ORDER", family.today.plusDays(10));

        holders(family.today).body("holders.id", contains(mother.toString()));
        holders(family.today.plusDays(10))
                .body("holders.id", contains(aunt.toString()))
                .body("holders[0].reason.citation", equalTo("34 CFR 300.30(b)(2)"))
                .body("holders[0].documentReference", equalTo("File 7"))
                .body("others.find { it.id == '" + mother + "' }.reason.code", equalTo("OUTRANKED_BY_ORDER"));
        assertThat(family.published(mother).get("educationalRights").asBoolean())
                .isTrue();
        assertThat(family.published(aunt).get("educationalRights").asBoolean()).isFalse();
        assertThat(family.profile().get("rightsHeld").valueStream().map(Object::toString))
                .containsExactly(
                        held(mother, family.today, family.today.plusDays(9)),
                        held(aunt, family.today.plusDays(10), null));
    }

    @Test
    void tellsTheOthersNoDaysWhereNothingIsDated() {
        family.guardian("MOTHER", false);

        assertThat(family.profile().get("rightsHeld")).isNull();
    }

    @Test
    void leavesOutWhomACourtDeniedTheRights() {
        var mother = family.guardian("MOTHER", true);
        var foster = family.guardian("FOSTER_PARENT", true);
        family.post("rights", Family.rightsBody(mother, "COURT_ORDER", "WITHHELD", family.today))
                .statusCode(201);

        holders(family.today)
                .body("holders.id", contains(foster.toString()))
                .body("holders[0].reason.citation", equalTo("34 CFR 300.30(a)(2)"))
                .body("others.find { it.id == '" + mother + "' }.reason.code", equalTo("WITHHELD"));
        assertThat(family.published(mother).get("educationalRights").asBoolean())
                .isFalse();
        assertThat(family.published(foster).get("educationalRights").asBoolean())
                .isTrue();
    }

    @Test
    void passesTheRightsToTheAdultStudentWhereItIsRecorded() {
        var mother = family.guardian("MOTHER", true);
        family.post("rights", adult(family.today)).statusCode(201).body("guardianId", nullValue());

        holders(family.today)
                .body("holders.id", contains(family.student.toString()))
                .body("holders[0].kind", equalTo("STUDENT"))
                .body("holders[0].reason.citation", containsString("300.520(a)(1)(ii)"))
                .body("others[0].reason.code", equalTo("PASSED_TO_STUDENT"));
        assertThat(family.profile().get("studentHoldsRights").asBoolean()).isTrue();
        assertThat(family.profile().get("rightsHeld").toString())
                .isEqualTo("[{\"from\":\"%s\"}]".formatted(family.today));
        assertThat(family.published(mother).get("educationalRights").asBoolean())
                .isFalse();

        var aunt = family.guardian("OTHER_RELATIVE", false);
        family.rights(aunt, "STUDENT_REPRESENTATIVE", family.today);
        holders(family.today)
                .body("holders.id", contains(aunt.toString()))
                .body("others.reason.code", containsInAnyOrder("REPRESENTED", "PASSED_TO_STUDENT"));
    }

    @Test
    void refusesRightsBeforeTheAgeOfMajorityWhereTheLawDataHasIt() {
        var inNebraska = new Family(fixture, TestDistrict.in("US-NE", "America/Chicago"), "America/Chicago");
        inNebraska
                .post("rights", adult(LocalDate.of(2034, 3, 6)))
                .statusCode(422)
                .body("code", equalTo("rights.before-majority"))
                .body("errors[0].pointer", equalTo("/beginsOn"));
        inNebraska.post("rights", adult(LocalDate.of(2034, 3, 7))).statusCode(201);
        inNebraska
                .get("rights-holders")
                .body("ageOfMajority.age", equalTo(19))
                .body("ageOfMajority.reachedOn", equalTo("2034-03-07"))
                .body("ageOfMajority.confidence", equalTo("high"));
    }

    @Test
    void keepsWhatWasKnownBesideWhatHeld() {
        var surrogate = family.guardian("SURROGATE_PARENT", false);
        var entry = family.rights(surrogate, "SURROGATE", family.today.minusDays(100));
        String then = family.get("rights").extract().path("items[0].recorded.recordedAt");

        family.post("rights/" + entry + "/ending", ending(family.today.minusDays(11)))
                .statusCode(200)
                .body("endsOn", equalTo(family.today.minusDays(11).toString()))
                .body("recorded.reason", equalTo("Appointment ended"));

        holders(family.today)
                .body("holders", empty())
                .body("others.find { it.kind == 'GUARDIAN' }.reason.code", equalTo("ENDED"));
        holders(family.today.minusDays(50)).body("holders.id", contains(surrogate.toString()));
        family.get("rights-holders?knownAt=" + then).body("holders.id", contains(surrogate.toString()));
        family.get("rights").body("items", hasSize(1));
        family.get("rights?history=true")
                .body("items", hasSize(2))
                .body("items[0].recorded.replacedAt", notNullValue())
                .body("items[0].recorded.replacedReason", equalTo("Appointment ended"));
        family.post("rights/" + entry + "/ending", ending(family.today.minusDays(11)))
                .statusCode(409)
                .body("code", equalTo("entry.ends-then-already"));
        family.post("rights/" + entry + "/ending", ending(family.today.minusDays(101)))
                .statusCode(422)
                .body("code", equalTo("entry.ends-before-begin"));
    }

    @Test
    void correctsAndWithdrawsWhatWasWrong() {
        var aunt = family.guardian("OTHER_RELATIVE", false);
        var entry = family.rights(aunt, "COURT_ORDER", family.today);
        var better = Family.rightsBody(aunt, "LEGAL_GUARDIAN", "GRANTED", family.today)
                .replace("}", ", \"corrects\": \"" + entry + "\"%s}");

        family.post("rights", better.formatted("")).statusCode(422).body("code", equalTo("reason.missing"));
        String corrected = family.post("rights", better.formatted(", \"reason\": \"Misread\""))
                .statusCode(201)
                .extract()
                .path("id");
        family.post("rights", better.formatted(", \"reason\": \"Misread\""))
                .statusCode(422)
                .body("code", equalTo("entry.unknown"));
        holders(family.today).body("holders[0].authority", equalTo("LEGAL_GUARDIAN"));

        family.post("rights/" + corrected + "/withdrawal", "{\"reason\": \"Wrong child\"}")
                .statusCode(204);
        holders(family.today).body("holders", empty());
        family.post("rights/" + corrected + "/withdrawal", "{\"reason\": \"Wrong child\"}")
                .statusCode(404);
    }

    @Test
    void refusesWhatTheLawDoesNotKnow() {
        var worker = family.guardian("CASE_WORKER", false);
        refused(Family.rightsBody(worker, "SURROGATE", "GRANTED", family.today), "rights.employee");
        refused(Family.rightsBody(worker, "FOSTER_PARENT", "WITHHELD", family.today), "rights.withheld-by-court");
        refused(Family.rightsBody(worker, "ADULT_STUDENT", "GRANTED", family.today), "rights.holder-mismatch");
        refused(
                Family.rightsBody(UUID.randomUUID(), "LEGAL_GUARDIAN", "GRANTED", family.today),
                "rights.not-a-guardian");
        refused(
                Family.rightsBody(worker, "COURT_ORDER", "GRANTED", family.today)
                        .replace("\"documentReference\": \"File 7\",", ""),
                "rights.document-missing");
        refused(Family.rightsBody(worker, "COURT_ORDER", "GRANTED", LocalDate.of(1492, 1, 1)), "date.out-of-range");
        family.rights(worker, "LEGAL_GUARDIAN", family.today);
        family.post("rights", Family.rightsBody(worker, "LEGAL_GUARDIAN", "GRANTED", family.today.plusDays(5)))
                .statusCode(409)
                .body("code", equalTo("entry.overlaps"));
    }

    @Test
    void tellsAGuardianOfHimselfOnly() {
        var mother = family.guardian("MOTHER", true);
        family.guardian("FATHER", true);

        Family.as(family.guardianToken(mother))
                .get("/v1/students/{id}/rights-holders", family.student)
                .then()
                .statusCode(200)
                .body("holders.id", contains(mother.toString()))
                .body("others", empty());
        Family.as(family.guardianToken(mother))
                .get("/v1/students/{id}/rights", family.student)
                .then()
                .statusCode(403);
    }

    @Test
    void hidesTheRightsOfOthersStudents() {
        var mother = family.guardian("MOTHER", true);
        var stranger =
                family.d.token(Role.SCHOOL_ADMIN).schools(UUID.randomUUID()).sign();
        var foreigner = TestDistrict.create().token(Role.DISTRICT_ADMIN).sign();
        for (var token : new String[] {stranger, foreigner}) {
            Family.as(token)
                    .get("/v1/students/{id}/rights-holders", family.student)
                    .then()
                    .statusCode(404);
            Family.as(token)
                    .body(Family.rightsBody(mother, "NATURAL_PARENT", "GRANTED", family.today))
                    .post("/v1/students/{id}/rights", family.student)
                    .then()
                    .statusCode(404);
        }
        Family.as(family.d.token(Role.CASE_MANAGER).schools(Family.SCHOOL).sign())
                .body(Family.rightsBody(mother, "NATURAL_PARENT", "GRANTED", family.today))
                .post("/v1/students/{id}/rights", family.student)
                .then()
                .statusCode(403);
    }

    private void refused(String body, String code) {
        family.post("rights", body).statusCode(422).body("code", equalTo(code));
    }

    private ValidatableResponse holders(LocalDate on) {
        return family.get("rights-holders?on=" + on).statusCode(200);
    }

    private static String adult(LocalDate from) {
        return "{\"authority\": \"ADULT_STUDENT\", \"effect\": \"GRANTED\", \"beginsOn\": \"%s\"}".formatted(from);
    }

    private static String ending(LocalDate day) {
        return "{\"endsOn\": \"%s\", \"reason\": \"Appointment ended\"}".formatted(day);
    }

    /** As the outbox keeps it: the shorter names first. */
    private static String held(UUID guardian, LocalDate from, @Nullable LocalDate to) {
        var end = to == null ? "" : "\"to\":\"" + to + "\",";
        return "{%s\"from\":\"%s\",\"guardianId\":\"%s\"}".formatted(end, from, guardian);
    }
}
