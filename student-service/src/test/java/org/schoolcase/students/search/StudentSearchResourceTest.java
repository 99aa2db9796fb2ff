package org.schoolcase.students.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class StudentSearchResourceTest {

    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID OTHER_SCHOOL = UUID.randomUUID();

    @Inject
    SchoolFixture fixture;

    private TestDistrict d;

    @BeforeEach
    void someStudents() {
        d = TestDistrict.create();
        fixture.student(d, "Leila", "Jellyroll", SCHOOL);
        fixture.student(d, "Íñigo", "Núñez-O'Brien", SCHOOL);
        fixture.student(d, "Łukasz", "Straßer", OTHER_SCHOOL);
        fixture.student(d, "Roberto", "Gonzalez", SCHOOL);
        fixture.student(d, "Gonzalo", "Roberts", SCHOOL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leila jellyroll",
                "JELLYROLL, Leila",
                "jelly",
                "leil jell",
                "ellyro",
                "jelyroll",
                "liela",
                "lelia jelyroll",
                "leila jellyorll",
                "layla",
                "jellyrohl",
                "jellyrol leilla"
            })
    void findsBeginningInsideOrderAndMisspelling(String text) {
        assertThat(found("{\"text\": \"" + text + "\"}")).containsExactly("Jellyroll");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nunez", "Núñez", "inigo", "obrien", "O’Brien", "O'Brien inigo"})
    void doesNotMindAccentsAndPunctuation(String text) {
        assertThat(found("{\"text\": \"" + text + "\"}")).containsExactly("Núñez-O'Brien");
    }

    @Test
    void foldsLettersThatAreNoAccents() {
        assertThat(found("{\"text\": \"lukasz strasser\"}")).containsExactly("Straßer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ив", "Иван", "ван", "петрв"})
    void findsNamesOfOtherScripts(String text) {
        fixture.student(d, "Иван", "Петров", SCHOOL);
        assertThat(found("{\"text\": \"" + text + "\"}")).containsExactly("Петров");
    }

    @Test
    void showsTheBestMatchFirst() {
        assertThat(found("{\"text\": \"roberto\"}")).containsExactly("Gonzalez", "Roberts");
        assertThat(found("{\"text\": \"roberts\"}")).containsExactly("Roberts", "Gonzalez");
    }

    @Test
    void wantsEveryFragmentToFit() {
        assertThat(found("{\"text\": \"leila gonzalez\"}")).isEmpty();
        assertThat(found("{\"text\": \"..--..\"}")).isEmpty();
        assertThat(found("{\"text\": \"%_\"}")).isEmpty();
    }

    @Test
    void combinesCriteria() {
        assertThat(found("{\"grade\": \"05\", \"birthDate\": \"2015-03-07\"}")).hasSize(5);
        assertThat(found("{\"grade\": \"06\"}")).isEmpty();
        assertThat(found("{\"birthDate\": \"2015-03-08\"}")).isEmpty();
        assertThat(found("{\"schoolId\": \"" + OTHER_SCHOOL + "\"}")).containsExactly("Straßer");
    }

    @Test
    void findsByIdsAndBySourcedId() {
        var id = fixture.student(d, "Tomas", "Vance", SCHOOL);
        var unknown = UUID.randomUUID();

        assertThat(found("{\"ids\": [\"" + id + "\", \"" + unknown + "\"]}")).containsExactly("Vance");
        assertThat(found("{\"sourcedId\": \"" + id + "\"}")).containsExactly("Vance");
        assertThat(found("{\"sourcedId\": \"" + id + "\", \"text\": \"leila\"}"))
                .isEmpty();
        assertThat(found("{\"active\": false}")).isEmpty();
    }

    @Test
    void findsByAFlagInForceForThoseWhoReadFlags() {
        var id = fixture.student(d, "Tomas", "Vance", SCHOOL);
        fixture.write(
                d,
                "insert into student_flag (id, entry_id, student_id, kind, source, begins_on, recorded_by, known_from)"
                        + " values (?, ?, ?, 'FOSTER_CARE', 'FAMILY', '2020-01-01', 'test', now())",
                UUID.randomUUID(),
                UUID.randomUUID(),
                id);
        var teacher = d.token(Role.TEACHER).staff(UUID.randomUUID()).sign();

        assertThat(found("{\"flag\": \"FOSTER_CARE\"}")).containsExactly("Vance");
        assertThat(found("{\"flag\": \"FOSTER_CARE\", \"text\": \"vanse\"}")).containsExactly("Vance");
        assertThat(found("{\"flag\": \"MIGRANT\"}")).isEmpty();
        search(teacher, "{\"flag\": \"FOSTER_CARE\"}").statusCode(403).body("code", equalTo("search.flag-not-allowed"));

        var teaches = UUID.randomUUID();
        fixture.teaches(d, teaches, id, LocalDate.of(2020, 1, 1), LocalDate.of(2099, 1, 1));
        var administersAnother = d.token(Role.TEACHER, Role.SCHOOL_ADMIN)
                .staff(teaches)
                .schools(UUID.randomUUID())
                .sign();
        assertThat(names(search(administersAnother, "{}"))).containsExactly("Vance");
        assertThat(names(search(administersAnother, "{\"flag\": \"FOSTER_CARE\"}")))
                .isEmpty();
    }

    @Test
    void findsForATeacherAGuardianAndTheStudentHimself() {
        var teacher = UUID.randomUUID();
        var id = fixture.student(d, "Tomas", "Vance", SCHOOL);
        fixture.teaches(d, teacher, id, LocalDate.of(2020, 1, 1), LocalDate.of(2099, 1, 1));
        var himself = d.token(Role.STUDENT).student(id).sign();

        for (var token : new String[] {d.token(Role.TEACHER).staff(teacher).sign(), himself}) {
            assertThat(names(search(token, "{}"))).containsExactly("Vance");
            assertThat(names(search(token, "{\"text\": \"tomsa\"}"))).containsExactly("Vance");
            assertThat(names(search(token, "{\"text\": \"leila\"}"))).isEmpty();
        }
    }

    @Test
    void findsOnlyWhatTheCallerMaySee() {
        var atSchool = d.token(Role.CASE_MANAGER)
                .staff(UUID.randomUUID())
                .schools(SCHOOL)
                .sign();
        var stranger =
                d.token(Role.TEACHER).staff(UUID.randomUUID()).schools(SCHOOL).sign();
        var foreign = TestDistrict.create().token(Role.DISTRICT_ADMIN).sign();

        assertThat(names(search(atSchool, "{}"))).hasSize(4).doesNotContain("Straßer");
        assertThat(names(search(atSchool, "{\"text\": \"lukasz\"}"))).isEmpty();
        assertThat(names(search(stranger, "{\"text\": \"leila\"}"))).isEmpty();
        assertThat(names(search(foreign, "{\"text\": \"leila\"}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"limit\": 2%s}", "{\"text\": \"ro\", \"limit\": 1%s}"})
    void pagesWithoutGapsAndRepeats(String body) {
        var everything = found(body.formatted("").replaceAll("\"limit\": \\d", "\"limit\": 200"));
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = search(admin(), body.formatted(cursor)).statusCode(200);
            seen.addAll(names(page));
            String next = page.extract().path("next");
            cursor = next == null ? "" : ", \"cursor\": \"" + next + "\"";
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyElementsOf(everything).hasSizeGreaterThan(1);
    }

    @Test
    void refusesACursorThatIsNotItsOwn() {
        String next = search(admin(), "{\"limit\": 2}").extract().path("next");
        var changed = (next.charAt(0) == 'A' ? 'B' : 'A') + next.substring(1);

        search(admin(), "{\"limit\": 2, \"cursor\": \"" + changed + "\"}")
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
        search(admin(), "{\"grade\": \"05\", \"limit\": 2, \"cursor\": \"" + next + "\"}")
                .statusCode(400);
        search(TestDistrict.create().token(Role.DISTRICT_ADMIN).sign(), "{\"limit\": 2, \"cursor\": \"" + next + "\"}")
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"x\"}",
                "{\"text\": \"le\\u0000ila\"}",
                "{\"name\": \"leila\"}",
                "{\"limit\": 201}",
                "{\"limit\": \"2\"}",
                "{\"grade\": \"5 or 1=1\"}",
                "{\"birthDate\": \"7 March\"}",
                "{\"schoolId\": \"x\"}",
                "{\"ids\": []}",
                "{\"ids\": [null]}",
                "{\"sourcedId\": \"\"}",
                "{\"flag\": \"RED\"}",
                "[]",
                "{"
            })
    void refusesWhatIsNoSearch(String body) {
        search(admin(), body).statusCode(400);
    }

    @Test
    void remembersWhomItShowed() {
        search(admin(), "{\"text\": \"leila\"}").statusCode(200);

        await().untilAsserted(() -> assertThat(AuditProbe.of(d))
                .filteredOn(entry -> entry.action().equals("student.find"))
                .hasSize(1));
    }

    @Test
    void followsAChangeOfName() {
        var id = fixture.student(d, "Tomas", "Vance", SCHOOL);
        fixture.write(d, "update student set family_name = 'Quimby' where id = ?", id);

        assertThat(found("{\"text\": \"vance\"}")).isEmpty();
        assertThat(found("{\"text\": \"quimby tomas\"}")).containsExactly("Quimby");
    }

    private List<String> found(String body) {
        return names(search(admin(), body).statusCode(200));
    }

    private String admin() {
        return d.token(Role.DISTRICT_ADMIN).sign();
    }

    private static ValidatableResponse search(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/students/search")
                .then();
    }

    private static List<String> names(ValidatableResponse answer) {
        return answer.extract().path("items.familyName");
    }
}
