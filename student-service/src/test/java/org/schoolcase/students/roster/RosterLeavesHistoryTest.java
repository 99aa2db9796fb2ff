package org.schoolcase.students.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.SchoolFixture;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** What an import leaves behind of what was before: the history of each field, and news of who enrolled with an open case. */
@QuarkusTest
class RosterLeavesHistoryTest {

    private final RosterProbe sis = new RosterProbe();

    @Inject
    SchoolFixture fixture;

    @Test
    void keepsWhatTheRosterChangedAndTellsOfTheNewSchool() {
        sis.run(PackageFixture.small());
        get("/changes").body("items", hasSize(0));
        fixture.onTeam(sis.district, UUID.randomUUID(), sis.id("user:u3"), UUID.randomUUID());

        sis.run(PackageFixture.small()
                .row("orgs", "s2,,,South School,school,1002,d1")
                .replace("users", "Ben,Birchtree,,,,,,,9", "Ben,Birchtree,,,,,,,10")
                .replace("roles", "r3,,,u3,primary,student,,,s1,", "r3,,,u3,primary,student,,,s2,"));

        get("/changes")
                .body("items.field", containsInAnyOrder("GRADE", "SCHOOL_IDS"))
                .body("items.source", contains("ROSTER", "ROSTER"))
                .body("items.find { it.field == 'GRADE' }.oldValue", equalTo("09"));
        get("?asOf=" + LocalDate.now(ZoneId.of("America/Phoenix")).minusDays(1)).body("grade", equalTo("09"));
        get("/school-enrollments")
                .body("items[0].schoolName", equalTo("South School"))
                .body("items[0].attendsNow", equalTo(true));
        get("/class-enrollments").body("items.title", contains("Algebra A"));
        assertThat(OutboxProbe.types(sis.district))
                .filteredOn("org.schoolcase.student.enrolled-with-active-plan.v1"::equals)
                .hasSize(1);
    }

    private ValidatableResponse get(String below) {
        return given().auth()
                .oauth2(sis.district.token(Role.DISTRICT_ADMIN).sign())
                .get("/v1/students/" + sis.id("user:u3") + below)
                .then()
                .statusCode(200);
    }
}
