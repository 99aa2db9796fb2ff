package org.schoolcase.students.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.students.SchoolFixture;
import org.schoolcase.students.privacy.PrivacyWorld;

/** The migration that tells of students to whom the rights passed before others kept from whom. */
@QuarkusTest
@NullMarked
class AdultsToldAnewTest {

    private static final String MIGRATION = "/db/migration/V100__tell_adult_students_anew.sql";

    @Inject
    SchoolFixture fixture;

    @Test
    void tellsAdultStudentsInANewVersionAndNobodyElse() throws SQLException, IOException {
        var world = new PrivacyWorld(fixture);
        var other = new PrivacyWorld(fixture);
        fixture.student(world.district, "Liam", "Jellyroll", world.school);
        world.comesOfAge();
        var before = OutboxProbe.of(world.district);

        migrate();

        var told = OutboxProbe.of(world.district);
        assertThat(told).hasSize(before.size() + 1);
        assertThat(told.getLast().topic()).isEqualTo("schoolcase.student.state");
        assertThat(told.getLast().type()).isEqualTo("org.schoolcase.student.profile.v1");
        assertThat(told.getLast().key()).isEqualTo(world.student.toString());
        var state = Objects.requireNonNull(told.getLast().data());
        assertThat(state.get("studentHoldsRights").asBoolean()).isTrue();
        assertThat(state.get("rightsHeld").findValuesAsText("guardianId")).containsExactly(world.mother.toString());
        var last = Objects.requireNonNull(before.getLast().data());
        assertThat(state.get("version").asLong())
                .isEqualTo(last.get("version").asLong() + 1)
                .isEqualTo(fixture.count(world.district, "select version from student where id = ?", world.student));
        assertThat(OutboxProbe.of(other.district)).isEmpty();
    }

    /** As the owner of the tables, whom row-level security binds, too. */
    private static void migrate() throws SQLException, IOException {
        try (var script = AdultsToldAnewTest.class.getResourceAsStream(MIGRATION);
                var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE schoolcase_student_owner");
            statement.execute(
                    new String(Objects.requireNonNull(script, MIGRATION).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
