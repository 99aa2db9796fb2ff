package org.schoolcase.students.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.Family;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class FlagResourceTest {

    private static final String HOMELESS = """
            {"kind": "MCKINNEY_VENTO", "source": "FAMILY", "nightResidence": "DOUBLED_UP", "unaccompanied": false,
             "beginsOn": "2026-10-05", "endsOn": "2027-06-30"}""";
    private static final String LEARNER =
            "{\"kind\": \"ENGLISH_LEARNER\", \"source\": \"SCHOOL\", \"beginsOn\": \"2025-08-20\"}";

    @Inject
    SchoolFixture fixture;

    private Family family;

    @BeforeEach
    void aFamily() {
        family = new Family(fixture);
    }

    @Test
    void recordsFlagsAndShowsThoseOfADay() {
        family.post("flags", HOMELESS)
                .statusCode(201)
                .body("nightResidence", equalTo("DOUBLED_UP"))
                .body("recorded.recordedBy", notNullValue());
        family.post("flags", LEARNER).statusCode(201);

        family.get("flags?asOf=2026-10-04").body("items.kind", contains("ENGLISH_LEARNER"));
        family.get("flags?asOf=2026-10-05").body("items", hasSize(2));
        family.get("flags?asOf=2027-07-01").body("items.kind", contains("ENGLISH_LEARNER"));
        assertThat(AuditProbe.actions(family.d)).contains("flag.record");
        assertThat(OutboxProbe.of(family.d))
                .as("flags are nobody else's business")
                .isEmpty();
    }

    @Test
    void endsAFlagAndKeepsItsHistory() {
        String id = family.post("flags", LEARNER).extract().path("id");
        family.post("flags/" + id + "/ending", "{\"endsOn\": \"2026-05-29\", \"reason\": \"Reclassified\"}")
                .statusCode(200)
                .body("id", equalTo(id))
                .body("endsOn", equalTo("2026-05-29"));

        family.get("flags?asOf=2026-05-30").body("items", empty());
        family.get("flags?history=true").body("items", hasSize(2));
        family.post("flags", LEARNER.replace("2025-08-20", "2026-05-30")).statusCode(201);
    }

    @Test
    void pagesTheListAndRefusesAForeignCursor() {
        family.post("flags", LEARNER);
        family.post("flags", HOMELESS);
        String next = family.get("flags?limit=1")
                .body("items.kind", contains("ENGLISH_LEARNER"))
                .extract()
                .path("next");
        family.get("flags?limit=1&cursor=" + next).body("items.kind", contains("MCKINNEY_VENTO"));
        family.get("rights?cursor=" + next).statusCode(400).body("code", equalTo("cursor.invalid"));
        family.get("flags?limit=201").statusCode(400);
    }

    @Test
    void recordsOnceHoweverOftenTheSameRequestComes() {
        var key = UUID.randomUUID().toString();
        var token = family.d.token(Role.CASE_MANAGER).schools(Family.SCHOOL).sign();
        for (int i = 0; i < 2; i++) {
            Family.as(token)
                    .header("Idempotency-Key", key)
                    .body(LEARNER)
                    .post("/v1/students/{id}/flags", family.student)
                    .then()
                    .statusCode(201);
        }
        family.get("flags").body("items", hasSize(1));
    }

    @Test
    void refusesWhatDoesNotFit() {
        family.post("flags", HOMELESS.replace("\"nightResidence\": \"DOUBLED_UP\",", ""))
                .statusCode(422)
                .body("code", equalTo("flag.residence-missing"))
                .body("errors[0].pointer", equalTo("/nightResidence"));
        family.post("flags", HOMELESS.replace("MCKINNEY_VENTO", "MIGRANT"))
                .statusCode(422)
                .body("code", equalTo("flag.residence-misplaced"));
        family.post("flags", HOMELESS.replace("2027-06-30", "2026-10-04"))
                .statusCode(422)
                .body("code", equalTo("entry.ends-before-begin"));
        family.post("flags", LEARNER.replace("SCHOOL", "RUMOUR")).statusCode(400);
        family.post("flags", LEARNER).statusCode(201);
        family.post("flags", LEARNER).statusCode(409).body("code", equalTo("entry.overlaps"));
        family.get("flags").body("items", hasSize(1));
    }

    @Test
    void hidesFlagsFromTeachersAndStrangers() {
        family.post("flags", HOMELESS);
        var mother = family.guardian("MOTHER", true);
        Family.as(family.d.token(Role.TEACHER).staff(UUID.randomUUID()).sign())
                .get("/v1/students/{id}/flags", family.student)
                .then()
                .statusCode(403);
        Family.as(family.guardianToken(mother))
                .get("/v1/students/{id}/flags", family.student)
                .then()
                .statusCode(403);
        Family.as(family.d.token(Role.CASE_MANAGER).schools(UUID.randomUUID()).sign())
                .get("/v1/students/{id}/flags", family.student)
                .then()
                .statusCode(404);
        Family.as(TestDistrict.create().token(Role.DISTRICT_ADMIN).sign())
                .body(LEARNER)
                .post("/v1/students/{id}/flags", family.student)
                .then()
                .statusCode(404);
    }
}
