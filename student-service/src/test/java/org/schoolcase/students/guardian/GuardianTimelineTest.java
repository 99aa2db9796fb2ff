package org.schoolcase.students.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.students.Family;
import org.schoolcase.students.SchoolFixture;

/** What is said of a guardian's rights when he is added or changed is on the timeline. */
@QuarkusTest
@NullMarked
class GuardianTimelineTest {

    @Inject
    SchoolFixture fixture;

    private Family family;

    @BeforeEach
    void aFamily() {
        family = new Family(fixture);
    }

    @Test
    void endsRightsOfWhichNobodySaidSinceWhen() {
        var father = brought("FATHER", family.today.minusDays(400));
        family.get("rights-holders").body("holders.id", contains(father.toString()));
        family.get("rights").body("items", empty());

        change(father, "FATHER", false).statusCode(200).body("educationalRights", equalTo(false));

        family.get("rights-holders").body("holders", empty());
        family.get("rights-holders?on=" + family.today.minusDays(1)).body("holders.id", contains(father.toString()));
        family.get("rights")
                .body("items", hasSize(1))
                .body("items[0].authority", equalTo("NATURAL_PARENT"))
                .body("items[0].endsOn", equalTo(family.today.minusDays(1).toString()));
        assertThat(family.published(father).get("educationalRights").asBoolean())
                .isFalse();

        change(father, "FATHER", true).statusCode(200).body("educationalRights", equalTo(true));
        family.get("rights").body("items", hasSize(2));
    }

    @Test
    void takesBackRightsThatWereGivenTheSameDay() {
        var mother = family.guardian("MOTHER", true);
        change(mother, "MOTHER", false).statusCode(200);

        family.get("rights").body("items", empty());
        family.get("rights?history=true").body("items", hasSize(1));
        family.get("rights-holders").body("holders", empty());
    }

    @Test
    void correctsTheAuthorityWithTheRelation() {
        var mother = family.guardian("MOTHER", true);
        change(mother, "FOSTER_PARENT", true).statusCode(200);

        family.get("rights-holders").body("holders.authority", contains("FOSTER_PARENT"));
        family.get("rights").body("items", hasSize(1)).body("items[0].recorded.reason", equalTo("Relation corrected"));
    }

    @Test
    void showsWhomALawfulParentOutranksAndDoesNotForceHim() {
        family.guardian("MOTHER", true);
        var step = family.guardian("STEP_PARENT", true);

        family.get("guardians/" + step).body("educationalRights", equalTo(false));
        change(step, "STEP_PARENT", true)
                .statusCode(409)
                .body("code", equalTo("guardian.rights-by-timeline"))
                .body("reason", equalTo("OUTRANKED_BY_PARENT"));
        change(step, "STEP_PARENT", false).statusCode(200);
        family.get("rights").body("items", hasSize(2));
    }

    @Test
    void keepsTheNeedOfAnInterpreter() {
        var mother = family.guardian("MOTHER", true);
        family.admin()
                .header("If-Match", "*")
                .body(body("MOTHER", true).replace("\"language\"", "\"interpreterLanguage\": \"es\", \"language\""))
                .put("/v1/students/{id}/guardians/{guardian}", family.student, mother)
                .then()
                .statusCode(200)
                .body("interpreterLanguage", equalTo("es"));

        assertThat(family.published(mother).get("interpreterLanguage").asText()).isEqualTo("es");
    }

    @Test
    void asksForNoDayThatNoRecordCanBeOf() {
        for (var path : new String[] {
            "?asOf=%2B9999999-01-01",
            "?knownAt=%2B1000000000-12-31T23:59:59Z",
            "rights-holders?on=-4000-01-01",
            "rights-holders?knownAt=%2B1000000000-12-31T23:59:59Z",
            "rights?asOf=%2B9999999-01-01"
        }) {
            family.admin()
                    .urlEncodingEnabled(false)
                    .get("/v1/students/" + family.student + (path.startsWith("?") ? path : "/" + path))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("date.out-of-range"));
        }
    }

    /** As an import brings one: with what the relation suggests, and no entry on the timeline. */
    private UUID brought(String relation, LocalDate on) {
        var id = Ids.next();
        fixture.write(
                family.d, "insert into guardian (id, given_name, family_name) values (?, 'Karl', 'Jellyroll')", id);
        fixture.write(
                family.d,
                "insert into student_guardian (student_id, guardian_id, relation, educational_rights, may_contact, added_at)"
                        + " values (?, ?, ?, true, true, ?)",
                family.student,
                id,
                relation,
                on.atTime(19, 0).atOffset(ZoneOffset.UTC));
        return id;
    }

    private ValidatableResponse change(UUID guardian, String relation, boolean rights) {
        return family.admin()
                .header("If-Match", "*")
                .body(body(relation, rights))
                .put("/v1/students/{id}/guardians/{guardian}", family.student, guardian)
                .then();
    }

    private static String body(String relation, boolean rights) {
        return """
                {"relation": "%s", "givenName": "Karla", "familyName": "Jellyroll", "language": "en",
                 "educationalRights": %s, "mayContact": true}""".formatted(relation, rights);
    }
}
