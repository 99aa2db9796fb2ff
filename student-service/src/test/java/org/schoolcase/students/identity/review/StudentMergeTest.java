package org.schoolcase.students.identity.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

/** Two records become one student, and two again. */
@QuarkusTest
class StudentMergeTest {

    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID OTHER_SCHOOL = UUID.randomUUID();
    private static final UUID TEACHER = UUID.randomUUID();

    @Inject
    IdentityFixture identity;

    @Inject
    SchoolFixture schools;

    private TestDistrict d;
    private UUID kept;
    private UUID merged;
    private UUID rosa;
    private UUID karl;

    @BeforeEach
    void twoRecordsOfOneStudent() {
        d = TestDistrict.create();
        kept = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        merged = identity.student(d, "Lila", "Jellyroll", "2015-03-07", OTHER_SCHOOL);
        rosa = guardian("Rosa");
        karl = guardian("Karl");
        guards(rosa, kept);
        guards(rosa, merged);
        guards(karl, merged);
        schools.teaches(d, TEACHER, merged, LocalDate.of(2020, 1, 1), LocalDate.of(2099, 1, 1));
        schools.onTeam(d, TEACHER, merged, UUID.randomUUID());
        identity.compared(d);
    }

    @Test
    void movesEverythingAndAnswersTheOldIdWithTheSurvivingStudent() {
        var id = identity.merge(d, kept);

        assertThat(of("student_guardian", kept)).isEqualTo(2);
        assertThat(of("teacher_student", kept)).isEqualTo(1);
        assertThat(of("case_team", kept)).isEqualTo(1);
        assertThat(of("student_guardian", merged))
                .as("Rosa is there twice; that row stays")
                .isEqualTo(1);
        identity.admin(d)
                .get("/v1/students/{id}", merged)
                .then()
                .statusCode(200)
                .body("id", equalTo(kept.toString()))
                .body("schoolIds", hasSize(2))
                .body("active", is(true));
        identity.admin(d)
                .get("/v1/student-merges/{id}", id)
                .then()
                .statusCode(200)
                .body("rows.find { it.table == 'student_guardian' }.moved", is(1))
                .body("rows.find { it.table == 'student_guardian' }.keptBack", is(1));
        identity.admin(d)
                .body("{\"text\": \"lila jellyroll\"}")
                .post("/v1/students/search")
                .then()
                .body("items.id", contains(kept.toString()));
    }

    @Test
    void opensTheSurvivingStudentToThoseWhoHadARelationToTheMergedOne() {
        identity.merge(d, kept);
        var guardian = d.token(Role.GUARDIAN).guardian(karl).sign();
        var himself = d.token(Role.STUDENT).student(merged).sign();
        var teacher = d.token(Role.TEACHER).staff(TEACHER).sign();
        var stranger = d.token(Role.SCHOOL_ADMIN).schools(UUID.randomUUID()).sign();

        for (var token : new String[] {guardian, himself, teacher}) {
            IdentityFixture.as(token)
                    .get("/v1/students/{id}", merged)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(kept.toString()));
            IdentityFixture.as(token).get("/v1/students/{id}", kept).then().statusCode(200);
        }
        IdentityFixture.as(stranger).get("/v1/students/{id}", merged).then().statusCode(404);
    }

    @Test
    void tellsTheOthersOnceAndBuriesTheMergedProfile() {
        int before = OutboxProbe.of(d).size();
        identity.merge(d, kept);

        var sent = OutboxProbe.of(d).stream().skip(before).toList();
        assertThat(sent).hasSize(3);
        assertThat(sent.get(0).type()).isEqualTo("org.schoolcase.student.merged.v1");
        assertThat(Objects.requireNonNull(sent.get(0).data()).get("survivingId").asText())
                .isEqualTo(kept.toString());
        assertThat(sent.get(1).key()).isEqualTo(kept.toString());
        assertThat(Objects.requireNonNull(sent.get(1).data()).get("guardians")).hasSize(2);
        assertThat(sent.get(2).key()).isEqualTo(merged.toString());
        assertThat(sent.get(2).data()).isNull();
        assertThat(AuditProbe.of(d))
                .filteredOn(entry -> entry.action().equals("student.merge"))
                .extracting(AuditProbe.Entry::studentId)
                .containsExactlyInAnyOrder(kept, merged);
    }

    @Test
    void restoresBothExactly() {
        var before = snapshot();
        var id = identity.merge(d, kept);
        identity.undo(d, id).statusCode(200).body("state", equalTo("UNDONE"));

        assertThat(snapshot()).isEqualTo(before);
        identity.admin(d).get("/v1/students/{id}", merged).then().body("id", equalTo(merged.toString()));
        assertThat(OutboxProbe.of(d).getLast().type()).isEqualTo("org.schoolcase.student.unmerged.v1");
        identity.compared(d);
        identity.queue(d).body("items", empty());
        identity.undo(d, id).statusCode(409).body("code", equalTo("merge.undone"));
    }

    @Test
    void leavesWithTheSurvivingOneWhatCameSince() {
        var id = identity.merge(d, kept);
        var ulla = guardian("Ulla");
        guards(ulla, kept);
        schools.write(d, "update student set preferred_given_name = 'Lili' where id = ?", kept);
        identity.undo(d, id).statusCode(200);

        assertThat(of("student_guardian", kept)).isEqualTo(2);
        assertThat(schools.count(
                        d, "select count(*) from student where id = ? and preferred_given_name = 'Lili'", kept))
                .isEqualTo(1);
    }

    @Test
    void undoesAChainOnlyFromItsEnd() {
        var third = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        var first = identity.admin(d)
                .get("/v1/students/{id}/matches", kept)
                .then()
                .extract()
                .<String>path("items.find { it.student.id == '" + merged + "' }.reviewId");
        String firstMerge = identity.decide(d, first, "SAME", kept)
                .statusCode(200)
                .extract()
                .path("mergeId");
        identity.compared(d);
        var second = identity.merge(d, third);

        identity.admin(d).get("/v1/students/{id}", merged).then().body("id", equalTo(third.toString()));
        identity.undo(d, firstMerge).statusCode(409).body("code", equalTo("merge.merged-further"));
        identity.undo(d, second).statusCode(200);
        identity.admin(d).get("/v1/students/{id}", merged).then().body("id", equalTo(kept.toString()));
        identity.undo(d, firstMerge).statusCode(200);
        identity.admin(d).get("/v1/students/{id}", merged).then().body("id", equalTo(merged.toString()));
    }

    @Test
    void standsStillWhateverIsWrittenToIt() {
        identity.merge(d, kept);
        int before = OutboxProbe.of(d).size();
        schools.write(d, "update student set active = true, given_name = 'Back' where id = ?", merged);

        assertThat(schools.count(
                        d, "select count(*) from student where id = ? and (active or given_name = 'Back')", merged))
                .isZero();
        var token = d.token(Role.DISTRICT_ADMIN).sign();
        IdentityFixture.as(token)
                .header("If-Match", "\"v0\"")
                .body("""
                        {"relation": "MOTHER", "givenName": "Rosa", "familyName": "Jellyroll", "language": "es",
                         "educationalRights": true, "mayContact": true}""")
                .put("/v1/students/{id}/guardians/{guardian}", kept, rosa)
                .then()
                .statusCode(200);
        assertThat(OutboxProbe.of(d).stream().skip(before).map(OutboxProbe.Sent::key))
                .containsExactly(kept.toString());
    }

    private String snapshot() {
        var text = new StringBuilder();
        for (var sql : new String[] {
            "select count(*) from student where id = '%s' and active and merged_into is null and school_ids = array['%s'::uuid]"
                    .formatted(kept, SCHOOL),
            "select count(*) from student where id = '%s' and active and merged_into is null and school_ids = array['%s'::uuid]"
                    .formatted(merged, OTHER_SCHOOL),
            "select count(*) from student_guardian where student_id = '%s'".formatted(kept),
            "select count(*) from student_guardian where student_id = '%s'".formatted(merged),
            "select count(*) from teacher_student where student_id = '%s'".formatted(merged),
            "select count(*) from case_team where student_id = '%s'".formatted(merged)
        }) {
            text.append(schools.count(d, sql)).append(' ');
        }
        return text.toString();
    }

    private long of(String table, UUID student) {
        return schools.count(d, "select count(*) from " + table + " where student_id = ?", student);
    }

    private UUID guardian(String name) {
        var id = UUID.randomUUID();
        schools.write(d, "insert into guardian (id, given_name, family_name) values (?, ?, 'Jellyroll')", id, name);
        return id;
    }

    private void guards(UUID guardian, UUID student) {
        schools.write(
                d,
                "insert into student_guardian (student_id, guardian_id, relation, educational_rights, may_contact)"
                        + " values (?, ?, 'MOTHER', true, true)",
                student,
                guardian);
    }
}
