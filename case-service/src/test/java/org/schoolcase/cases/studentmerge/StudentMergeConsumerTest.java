package org.schoolcase.cases.studentmerge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class StudentMergeConsumerTest {

    private static final String TOPIC = "schoolcase.student.events";
    private static final String MERGED = "org.schoolcase.student.merged.v1";
    private static final String UNMERGED = "org.schoolcase.student.unmerged.v1";

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
        tell(MERGED, world.student, other, 1);
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
        tell(MERGED, world.student, other, 1);

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
        tell(MERGED, world.student, other, 1);
        tell(UNMERGED, world.student, other, 2);

        show(caseId).body("studentId", equalTo(world.student.toString())).body("parallelTo", nullValue());
        show(second).body("studentId", equalTo(other.toString()));
    }

    @Test
    void takesEachFactOnceAndNoOlderOne() {
        var merged = Records.one(
                TOPIC, Ids.next(), world.district.id(), MERGED, world.student, fact(world.student, other, 1));
        consumer.on(Records.of(merged, merged));
        tell(UNMERGED, world.student, other, 3);
        tell(MERGED, world.student, other, 2);

        show(caseId).body("studentId", equalTo(world.student.toString()));
    }

    @Test
    void followsAChainInWhateverOrderItIsTold() {
        var third = Ids.next();
        world.hears(third);
        tell(MERGED, other, third, 2);
        tell(MERGED, world.student, other, 1);
        show(caseId).body("studentId", equalTo(third.toString()));

        tell(UNMERGED, other, third, 3);
        show(caseId).body("studentId", equalTo(other.toString()));
        tell(UNMERGED, world.student, other, 4);
        show(caseId).body("studentId", equalTo(world.student.toString()));
    }

    @Test
    void passesOverOtherFactsAndOtherDistricts() {
        var foreign = World.create(students);
        consumer.on(Records.batch(TOPIC, foreign.district.id(), MERGED, world.student, fact(world.student, other, 1)));
        tell("org.schoolcase.student.guardian-added.v1", world.student, other, 1);

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

    private void tell(String type, UUID merged, UUID surviving, int second) {
        consumer.on(Records.batch(TOPIC, world.district.id(), type, merged, fact(merged, surviving, second)));
    }

    private static Map<String, Object> fact(UUID merged, UUID surviving, int second) {
        return Map.of("mergedId", merged, "survivingId", surviving, "at", "2026-11-02T17:04:0" + second + "Z");
    }

    private void buried(UUID student) {
        students.on(Records.batch(World.TOPIC, world.district.id(), MERGED, student, null));
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
