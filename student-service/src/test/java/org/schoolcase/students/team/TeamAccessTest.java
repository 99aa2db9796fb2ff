package org.schoolcase.students.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.Family;
import org.schoolcase.students.SchoolFixture;

/** Who is on the team of a student's case reaches the student, on his days there and on no others. */
@QuarkusTest
@NullMarked
class TeamAccessTest {

    private static final String TOPIC = "schoolcase.case.events";
    private static final String FACT = "org.schoolcase.case.";

    @Inject
    CaseTeamConsumer consumer;

    @Inject
    SchoolFixture fixture;

    @Inject
    Districts districts;

    private final UUID caseId = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private final UUID therapist = UUID.randomUUID();
    private TestDistrict d;
    private UUID student;
    private LocalDate today;

    @BeforeEach
    void aStudentWithACase() {
        d = TestDistrict.create();
        student = fixture.student(d, "Leila", "Jellyroll", UUID.randomUUID());
        today = LocalDate.now(zone());
        tell("opened", Map.of("caseManagerId", manager, "openedOn", today.minusDays(30)));
    }

    private ZoneId zone() {
        return districts.require(d.id()).timeZone();
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.SERVICE_PROVIDER, Role.TEACHER, Role.CASE_MANAGER})
    void opensTheStudentWhileOneIsOnTheTeam(String role) {
        var before = read(therapist, role);
        assertThat(before.statusCode()).isEqualTo(404);
        assertThat(before.body().asString()).isEqualTo(unknown(therapist, role));

        tellMember(therapist, today.minusDays(3), null);
        assertThat(read(therapist, role).statusCode()).isEqualTo(200);

        tellMember(therapist, today.minusDays(3), today.minusDays(1));
        var ended = read(therapist, role);
        assertThat(ended.statusCode()).isEqualTo(404);
        assertThat(ended.body().asString()).isEqualTo(unknown(therapist, role));
    }

    /** Flags are closed to teachers: what opens the student to one of the team does not open them to him for another role of his. */
    @Test
    void opensNothingByARoleThatTheOperationShutsOut() {
        tellMember(therapist, today.minusDays(3), null);
        var both = d.token(Role.TEACHER, Role.SCHOOL_ADMIN)
                .staff(therapist)
                .schools(UUID.randomUUID())
                .sign();

        assertThat(get(both, student).statusCode()).isEqualTo(200);
        Family.as(both).get("/v1/students/{id}/flags", student).then().statusCode(404);
        Family.as(d.token(Role.CASE_MANAGER, Role.TEACHER).staff(therapist).sign())
                .get("/v1/students/{id}/flags", student)
                .then()
                .statusCode(200);
    }

    @Test
    void opensNothingBeforeTheFirstDayAndUntilTheLast() {
        tellMember(therapist, today.plusDays(1), null);
        assertThat(read(therapist).statusCode()).isEqualTo(404);

        tellMember(therapist, today.minusDays(9), today);
        assertThat(read(therapist).statusCode()).isEqualTo(200);
    }

    @Test
    void opensNothingToOthersNorInAnotherDistrict() {
        tellMember(therapist, today, null);

        assertThat(read(UUID.randomUUID()).statusCode()).isEqualTo(404);
        var elsewhere = TestDistrict.create()
                .token(Role.SERVICE_PROVIDER)
                .staff(therapist)
                .sign();
        assertThat(get(elsewhere, student).statusCode()).isEqualTo(404);
        var guardian = d.token(Role.GUARDIAN).staff(therapist).sign();
        assertThat(get(guardian, student).statusCode()).isEqualTo(404);
    }

    @Test
    void followsAHandOverOfTheRolesThatOneHas() {
        var successor = UUID.randomUUID();
        tellMember(therapist, today.minusDays(9), null);

        handOver(therapist, successor, "SPEECH_THERAPIST");

        assertThat(read(therapist).statusCode()).isEqualTo(404);
        assertThat(read(successor).statusCode()).isEqualTo(200);
        assertThat(read(manager, Role.CASE_MANAGER).statusCode()).isEqualTo(200);
        tellMember(successor, today, today.minusDays(1));
        assertThat(read(successor).statusCode()).isEqualTo(404);
    }

    @Test
    void leavesNoSecondMembershipWhereOneTakesWhatHeHas() {
        var colleague = UUID.randomUUID();
        tellMember(therapist, today.minusDays(9), null);
        tellMember(colleague, today.minusDays(5), null);

        handOver(therapist, colleague, "SPEECH_THERAPIST");
        tellMember(colleague, today.minusDays(5), today.minusDays(1));

        assertThat(read(colleague).statusCode()).isEqualTo(404);
    }

    @Test
    void closesWithTheCase() {
        tellMember(therapist, today, null);
        tell("closed", Map.of("closedOn", today));

        assertThat(read(therapist).statusCode()).isEqualTo(404);
        tellMember(therapist, today, null);
        assertThat(read(therapist).statusCode()).isEqualTo(404);
    }

    @Test
    void endsTheSameWhenEverythingIsToldAgain() {
        var successor = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            tell("opened", Map.of("caseManagerId", manager, "openedOn", today.minusDays(30)));
            tellMember(therapist, today.minusDays(9), null);
            tellMember(therapist, today.minusDays(9), today.minusDays(1));
            handOver(manager, successor, "CASE_MANAGER");

            assertThat(read(therapist).statusCode()).isEqualTo(404);
            assertThat(read(manager).statusCode()).isEqualTo(404);
            assertThat(read(successor).statusCode()).isEqualTo(200);
        }
        assertThat(fixture.count(d, "select count(*) from case_team where case_id = ?", caseId))
                .isEqualTo(3);
    }

    @Test
    void endsWhatWasKeptWithoutRolesAndDates() {
        fixture.onTeam(d, therapist, student, caseId);
        assertThat(read(therapist).statusCode()).isEqualTo(200);

        tell("opened", Map.of("caseManagerId", manager, "openedOn", today.minusDays(30)));

        assertThat(read(therapist).statusCode()).isEqualTo(404);
        assertThat(read(manager).statusCode()).isEqualTo(200);
    }

    @Test
    void isOnTheTeamOfTheRecordThatAMergedOneGoesOnAs() {
        var surviving = fixture.student(d, "Leyla", "Jellyroll", UUID.randomUUID());
        fixture.write(d, "update student set merged_into = ?, active = false where id = ?", surviving, student);

        tellMember(therapist, today, null);

        var token = d.token(Role.SERVICE_PROVIDER).staff(therapist).sign();
        assertThat(get(token, surviving).statusCode()).isEqualTo(200);
        tellMember(therapist, today, today.minusDays(1));
        assertThat(get(token, surviving).statusCode()).isEqualTo(404);
    }

    @Test
    void goesBackWithTheCaseWhenAMergeIsUndone() {
        var surviving = fixture.student(d, "Leyla", "Jellyroll", UUID.randomUUID());
        var merged = student;
        fixture.write(d, "update student set merged_into = ?, active = false where id = ?", surviving, merged);
        fixture.write(d, "update case_team set student_id = ? where student_id = ?", surviving, merged);
        student = surviving;
        tellMember(therapist, today, null);
        assertThat(read(therapist).statusCode()).isEqualTo(200);

        fixture.write(d, "update student set merged_into = null, active = true where id = ?", merged);

        assertThat(read(therapist).statusCode()).isEqualTo(404);
        student = merged;
        assertThat(read(therapist).statusCode()).isEqualTo(200);
        assertThat(read(manager).statusCode()).isEqualTo(200);
    }

    private void handOver(UUID from, UUID to, String role) {
        tell("handed-over", Map.of("fromStaffId", from, "toStaffId", to, "roles", List.of(role), "handedOn", today));
    }

    private void tellMember(UUID staff, LocalDate from, @Nullable LocalDate to) {
        var fact = new HashMap<String, Object>(Map.of("staffId", staff, "role", "SPEECH_THERAPIST", "fromOn", from));
        if (to != null) {
            fact.put("toOn", to);
        }
        tell("team-changed", fact);
    }

    private void tell(String fact, Map<String, Object> fields) {
        var data = new HashMap<String, Object>(fields);
        data.put("caseId", caseId);
        data.put("studentId", student);
        consumer.on(Records.batch(TOPIC, d.id(), FACT + fact + ".v1", caseId, data));
    }

    private String unknown(UUID staff, String role) {
        return Objects.requireNonNull(
                get(d.token(role).staff(staff).sign(), UUID.randomUUID()).body().asString());
    }

    private Response read(UUID staff) {
        return read(staff, Role.SERVICE_PROVIDER);
    }

    private Response read(UUID staff, String role) {
        return get(d.token(role).staff(staff).sign(), student);
    }

    private static Response get(String token, UUID id) {
        return given().auth().oauth2(token).get("/v1/students/{id}", id);
    }
}
