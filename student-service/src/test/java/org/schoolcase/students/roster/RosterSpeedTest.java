package org.schoolcase.students.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.TestDistrict;

/**
 * A look at the speed of an import, first and again, against COPY of the same rows into the same tables:
 * {@code -Dtest=RosterSpeedTest -Droster.speed=8000}; with {@code -Droster.only=true} without COPY, which would not fit
 * into a small heap. The figures to quote come from deploy/bench.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "roster.speed", matches = "\\d+")
class RosterSpeedTest {

    private static final List<String> TABLES = List.of(
            "roster_org",
            "roster_academic_session",
            "roster_course",
            "roster_class",
            "roster_user",
            "roster_role",
            "roster_enrollment",
            "roster_demographics");

    @TempDir
    Path folder = Path.of("");

    @Test
    void importsAgainstCopy() throws IOException, SQLException {
        int students = Integer.getInteger("roster.speed", 8_000);
        var made = new MadeUpDistrict(students, Boolean.getBoolean("roster.parents"));
        importOnce(new RosterProbe(), new MadeUpDistrict(2_000, false));
        var sis = new RosterProbe();
        double first = importOnce(sis, made);
        double again = importOnce(sis, made);
        double copy = Boolean.getBoolean("roster.only") ? Double.NaN : copy(sis, made.rows());
        System.out.printf(
                "%d students, %d rows: import %.0f rows/s, again %.0f rows/s (%.1f), COPY %.0f rows/s: %.2f of COPY%n",
                students, made.rows(), first, again, again / first, copy, first / copy);
        assertThat(sis.count("SELECT count(*) FROM roster_import_finding WHERE district_id = :d"))
                .isZero();
    }

    private double importOnce(RosterProbe sis, MadeUpDistrict made) throws IOException {
        var zip = made.write(folder.resolve("package.zip"));
        superuser("CHECKPOINT");
        long start = System.nanoTime();
        var location = Objects.requireNonNull(sis.sis()
                .contentType("application/zip")
                .body(zip.toFile())
                .post("/v1/roster-imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location"));
        System.out.printf("  received after %d ms%n", (System.nanoTime() - start) / 1_000_000);
        Awaitility.await()
                .atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> sis.count("SELECT count(*) FROM roster_import WHERE state NOT IN ('QUEUED', 'RUNNING')"
                                + " AND id = '" + location.substring(location.lastIndexOf('/') + 1) + "'")
                        == 1);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("  %d rows in %.2f s%n", made.rows(), seconds);
        Files.delete(zip);
        return made.rows() / seconds;
    }

    /** Copies the rows of the district into another one, with the same tables, indexes and keys. */
    private static double copy(RosterProbe sis, long rows) throws SQLException, IOException {
        var other = TestDistrict.create();
        var content = new LinkedHashMap<String, byte[]>();
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl())) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : TABLES) {
                var out = new ByteArrayOutputStream();
                copy.copyOut(
                        "COPY (SELECT * FROM " + table + " WHERE district_id = '" + sis.district.id() + "') TO STDOUT",
                        out);
                content.put(
                        table,
                        out.toString(StandardCharsets.UTF_8)
                                .replace(
                                        sis.district.id().toString(), other.id().toString())
                                .getBytes(StandardCharsets.UTF_8));
            }
            superuser("CHECKPOINT");
            long start = System.nanoTime();
            for (Map.Entry<String, byte[]> table : content.entrySet()) {
                copy.copyIn("COPY " + table.getKey() + " FROM STDIN", new ByteArrayInputStream(table.getValue()));
            }
            return rows / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static void superuser(String sql) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
