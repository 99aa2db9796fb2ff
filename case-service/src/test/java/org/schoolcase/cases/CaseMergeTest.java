package org.schoolcase.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.record.merge.StudentMergeConsumer;
import org.schoolcase.record.testing.Merges;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class CaseMergeTest {

    @Inject
    StudentStateConsumer students;

    @Inject
    StudentMergeConsumer consumer;

    @Inject
    Flyway flyway;

    private World world;
    private UUID other;
    private UUID caseId;

    @BeforeEach
    void aStudentWithTwoRecords() {
        world = World.create(students);
        other = Ids.next();
        world.hears(other);
        caseId = world.openCase();
    }

    @Test
    void letsTheCaseFollow() {
        Merges.merged(world.district, world.student, other, 1);
        buried(world.student);

        show(caseId).body("studentId", equalTo(other.toString())).body("parallelTo", nullValue());
        world.open(world.caseManagerToken(), other).statusCode(409);
    }

    @Test
    void keepsBothOpenCasesAndMarksTheOneThatFollowed() {
        UUID second = UUID.fromString(world.open(world.caseManagerToken(), other)
                .statusCode(201)
                .extract()
                .path("id"));
        Merges.merged(world.district, world.student, other, 1);

        show(caseId)
                .body("studentId", equalTo(other.toString()))
                .body("status", equalTo("OPEN"))
                .body("parallelTo", equalTo(second.toString()));
        show(second).body("status", equalTo("OPEN")).body("parallelTo", nullValue());
        world.open(world.caseManagerToken(), other).statusCode(409);
    }

    @Test
    void givesBackWhatFollowed() {
        UUID second = UUID.fromString(world.open(world.caseManagerToken(), other)
                .statusCode(201)
                .extract()
                .path("id"));
        Merges.merged(world.district, world.student, other, 1);
        Merges.unmerged(world.district, world.student, other, 2);

        show(caseId).body("studentId", equalTo(world.student.toString())).body("parallelTo", nullValue());
        show(second).body("studentId", equalTo(other.toString()));
    }

    @Test
    void takesEachFactOnceAndNoOlderOne() {
        var merged = Records.one(
                Merges.TOPIC,
                Ids.next(),
                world.district.id(),
                Merges.MERGED,
                world.student,
                Merges.fact(world.student, other, 1));
        consumer.on(Records.of(merged, merged));
        Merges.unmerged(world.district, world.student, other, 3);
        Merges.merged(world.district, world.student, other, 2);

        show(caseId).body("studentId", equalTo(world.student.toString()));
    }

    @Test
    void followsAChainInWhateverOrderItIsTold() {
        var third = Ids.next();
        world.hears(third);
        Merges.merged(world.district, other, third, 2);
        Merges.merged(world.district, world.student, other, 1);
        show(caseId).body("studentId", equalTo(third.toString()));

        Merges.unmerged(world.district, other, third, 3);
        show(caseId).body("studentId", equalTo(other.toString()));
        Merges.unmerged(world.district, world.student, other, 4);
        show(caseId).body("studentId", equalTo(world.student.toString()));
    }

    /** Facts come in order for one record only: here the undoing of the first merge comes last. */
    @Test
    void endsWhereMergesMakeACircleAndTheOlderOneIsNotInForce() {
        var third = Ids.next();
        world.hears(third);
        var others = opened(other);
        var thirds = opened(third);
        Merges.merged(world.district, world.student, other, 1);
        Merges.merged(world.district, other, third, 3);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Merges.merged(world.district, third, world.student, 4));

        isOf(caseId, world.student);
        isOf(others, world.student);
        isOf(thirds, world.student);
        Merges.unmerged(world.district, world.student, other, 2);
        isOf(caseId, world.student);

        Merges.unmerged(world.district, third, world.student, 5);
        isOf(caseId, world.student);
        isOf(others, third);
        isOf(thirds, third);
    }

    @Test
    void takesWhatClosesACircleForUndoneWhenItIsTheOldest() {
        var third = Ids.next();
        world.hears(third);
        var others = opened(other);
        Merges.merged(world.district, other, third, 3);
        Merges.merged(world.district, third, world.student, 4);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Merges.merged(world.district, world.student, other, 1));

        isOf(caseId, world.student);
        isOf(others, world.student);
    }

    /** Both merges of a chain were undone, and the later undoing is heard of first. */
    @Test
    void givesEachItsOwnWhicheverUndoingComesFirst() {
        var third = Ids.next();
        world.hears(third);
        var others = opened(other);
        Merges.merged(world.district, world.student, other, 1);
        Merges.merged(world.district, other, third, 2);
        Merges.unmerged(world.district, world.student, other, 4);
        Merges.unmerged(world.district, other, third, 3);

        isOf(caseId, world.student);
        isOf(others, other);
    }

    @Test
    void followsAnotherRecordThoughTheUndoingWasNeverHeardOf() {
        var third = Ids.next();
        Merges.merged(world.district, world.student, other, 1);
        Merges.merged(world.district, world.student, third, 3);
        isOf(caseId, third);
        Merges.unmerged(world.district, world.student, third, 4);

        isOf(caseId, world.student);
    }

    @Test
    void passesOverOtherFactsAndOtherDistricts() {
        var foreign = World.create(students);
        Merges.merged(foreign.district, world.student, other, 1);
        Merges.tell(world.district, "org.schoolcase.student.guardian-added.v1", world.student, other, 1);

        show(caseId).body("studentId", equalTo(world.student.toString()));
    }

    @Test
    void putsTheTriggerOnATableThatCameLate() throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER follow_student ON case_happening");
        }
        flyway.migrate();
        hasATriggerOnEachTableThatFollows();
    }

    @Test
    void hasATriggerOnEachTableThatFollows() {
        assertThat(names("SELECT name FROM student_table ORDER BY 1"))
                .contains("case_file", "case_deadline")
                .containsExactlyElementsOf(
                        names("SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                                + " WHERE t.tgname = 'follow_student' ORDER BY 1"));
    }

    private void buried(UUID student) {
        students.on(Records.batch(World.TOPIC, world.district.id(), Merges.MERGED, student, null));
    }

    private UUID opened(UUID student) {
        return UUID.fromString(world.open(world.caseManagerToken(), student)
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private void isOf(UUID id, UUID student) {
        show(id).body("studentId", equalTo(student.toString()));
    }

    private io.restassured.response.ValidatableResponse show(UUID id) {
        return world.as(world.coordinatorToken())
                .get("/v1/cases/{id}", id)
                .then()
                .statusCode(200);
    }

    private static List<String> names(String sql) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
