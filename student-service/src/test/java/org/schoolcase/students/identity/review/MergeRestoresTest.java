package org.schoolcase.students.identity.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

/** A merge takes every row of every table that follows, and its undoing brings each back as it was. */
@QuarkusTest
class MergeRestoresTest {

    /** They tell of the merge itself, or are computed anew after it. */
    private static final Set<String> OTHERS = Set.of(
            "audit_entry",
            "identity_review",
            "indicator_dirty",
            "student_field_change",
            "student_identity_key",
            "student_identity_work",
            "student_indicator",
            "student_merge");

    private static final List<String> RECORDED = List.of(
            "flags", """
            {"kind": "MIGRANT", "source": "FAMILY", "beginsOn": "2026-01-05"}""",
            "contact-means", """
            {"kind": "POSTAL", "value": "12 Hidden Lane, Mulberry", "doNotUse": false, "beginsOn": "2026-01-05"}""",
            "court-orders", """
            {"kind": "CUSTODY", "guardianId": "%s", "custody": "SOLE_LEGAL", "documentReference": "FC 12",
             "beginsOn": "2026-01-05"}""",
            "rights", """
            {"guardianId": "%s", "authority": "NATURAL_PARENT", "effect": "GRANTED", "documentReference": "FC 12",
             "beginsOn": "2026-01-05"}""",
            "transfers", """
            {"direction": "IN", "organization": "Prickly Pear Elementary", "effectiveOn": "2026-01-05", "planInForce": false}""",
            "legal-holds", """
            {"reason": "LITIGATION", "matter": "2026-114"}""");

    @Inject
    IdentityFixture identity;

    @Inject
    SchoolFixture schools;

    @Inject
    Tenants tenants;

    @Inject
    Rows rows;

    private final TestDistrict d = TestDistrict.create();
    private UUID kept = UUID.randomUUID();
    private UUID merged = UUID.randomUUID();

    @BeforeEach
    void twoRecordsWithAllThatARecordHas() {
        kept = identity.student(d, "Leila", "Jellyroll", "2015-03-07", UUID.randomUUID());
        merged = identity.student(d, "Lila", "Jellyroll", "2015-03-07", UUID.randomUUID());
        schools.write(
                d,
                "update student set middle_name = 'Ann', preferred_given_name = 'Lil', preferred_family_name = 'Roll',"
                        + " home_languages = '{es}' where id = ?",
                merged);
        for (var student : List.of(kept, merged)) {
            schools.write(d, "insert into attendance_day values (current_district(), ?, '2026-09-01', 0, 0)", student);
            schools.write(
                    d,
                    "insert into behavior_incident (id, student_id, occurred_on, kind, response)"
                            + " values (?, ?, '2026-09-01', 'MINOR', 'NONE')",
                    UUID.randomUUID(),
                    student);
            record(student);
        }
        schools.write(d, "insert into attendance_day values (current_district(), ?, '2026-09-02', 2, 100)", merged);
        schools.onTeam(d, UUID.randomUUID(), merged, UUID.randomUUID());
        identity.compared(d);
    }

    private void record(UUID student) {
        String guardian = identity.admin(d)
                .body("""
                        {"relation": "MOTHER", "givenName": "Rosa", "familyName": "Jellyroll", "language": "es",
                         "educationalRights": false, "mayContact": true}""")
                .post("/v1/students/{id}/guardians", student)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (int i = 0; i < RECORDED.size(); i += 2) {
            identity.admin(d)
                    .body(RECORDED.get(i + 1).formatted(guardian))
                    .post("/v1/students/{id}/" + RECORDED.get(i), student)
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void bringsEachRowBack() {
        var before = rows();
        assertThat(before).hasSizeGreaterThan(8);
        var merge = identity.merge(d, kept);
        assertThat(rows()).isNotEqualTo(before);
        identity.admin(d)
                .get("/v1/students/{id}", kept)
                .then()
                .body("middleName", equalTo("Ann"), "preferredGivenName", equalTo("Lil"))
                .body("preferredFamilyName", equalTo("Roll"), "homeLanguages", contains("es"));
        for (var table : List.of("student_flag", "contact_means", "court_order", "student_transfer", "legal_hold")) {
            assertThat(schools.count(d, "select count(*) from " + table + " where student_id = ?", merged))
                    .as(table)
                    .isZero();
        }

        identity.undo(d, merge).statusCode(200);

        assertThat(rows()).isEqualTo(before);
    }

    /** All that names one of the two, table by table. */
    private Map<String, String> rows() {
        return Objects.requireNonNull(tenants.inDistrict(d.id(), () -> {
            var found = new TreeMap<String, String>();
            found.put("student", content("student", "id"));
            rows
                    .list(
                            new Query("select table_name, column_name from student_reference", List.of()),
                            row -> List.of(row.getString(1), row.getString(2)))
                    .stream()
                    .filter(place -> !OTHERS.contains(place.getFirst())
                            && !place.getFirst().equals("student"))
                    .forEach(place -> found.put(place.getFirst(), content(place.getFirst(), place.getLast())));
            found.values().removeIf(String::isEmpty);
            return found;
        }));
    }

    private String content(String table, String column) {
        var sql =
                "select coalesce(string_agg(x, '\n' order by x), '') from (select (to_jsonb(t) - 'version')::text as x from "
                        + table + " t where t." + column + " in (?, ?)) r";
        return rows.first(new Query(sql, List.of(kept, merged)), row -> row.getString(1))
                .orElseThrow();
    }
}
