package org.schoolcase.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.schoolcase.bench.report.Figures;
import org.schoolcase.bench.report.Samples;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.Service;

/** The search for a student of a large district by parts of his name, against the select that the service sends for it. */
final class StudentSearches {

    private static final int SEARCHED = 200;
    private static final int PAGE = 50;

    private final Bed bed;
    private final int students;

    StudentSearches(Bed bed, int students) {
        this.bed = bed;
        this.students = students;
    }

    void run(Table table) {
        fill();
        var load = Machine.load();
        var texts = texts();
        texts.forEach(this::found);
        var found = Samples.of(texts.stream().map(text -> found(text) / 1e6).toList());
        var sql = sent();
        var millis = new ArrayList<Double>();
        try (var connection = connect()) {
            for (var text : texts) {
                select(connection, sql, text);
            }
            for (var text : texts) {
                millis.add(select(connection, sql, text) / 1e6);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var selected = Samples.of(millis);
        bed.say("search: " + found.p95Text() + "; its select: " + selected.p95Text());
        table.add(
                "search among %,d students, p95 ms of %,d".formatted(students, texts.size()),
                found.p95Text(),
                selected.p95Text(),
                Figures.ratio(selected.p95(), found.p95()),
                "< 50",
                load);
    }

    /** Doubles the district: each student once more, with the family name of another. */
    private void fill() {
        bed.database(Service.STUDENT)
                .execute(
                        "SET app.district = '" + bed.district() + "'",
                        Bed.resource("more-students.sql").replace(":students", Integer.toString(students)),
                        "DELETE FROM student_identity_work",
                        "VACUUM ANALYZE student, student_name_part, name_part, name_part_key, student_school");
    }

    /** Two letters, four letters, a family name, a whole name, names interchanged, a slip in both, of students drawn evenly. */
    private List<String> texts() {
        var texts = new ArrayList<String>();
        bed.database(Service.STUDENT)
                .list(
                        "SELECT given_name, family_name FROM student ORDER BY md5(id::text) LIMIT " + SEARCHED,
                        row -> List.of(row.getString(1), row.getString(2)))
                .forEach(name -> texts.addAll(searches(name.getFirst(), name.getLast())));
        return texts;
    }

    private static List<String> searches(String given, String family) {
        return List.of(
                family.substring(0, Math.min(2, family.length())),
                family.substring(0, Math.min(4, family.length())),
                family,
                given + " " + family,
                family + " " + given,
                slip(given) + " " + slip(family));
    }

    /** Two letters in the middle interchanged. */
    private static String slip(String name) {
        int middle = name.length() / 2;
        return name.length() < 4
                ? name
                : name.substring(0, middle - 1)
                        + name.charAt(middle)
                        + name.charAt(middle - 1)
                        + name.substring(middle + 1);
    }

    private long found(String text) {
        var token = bed.token("coordinator");
        var start = System.nanoTime();
        bed.api()
                .post(Service.STUDENT, "/v1/students/search", token, Map.of("text", text))
                .expect(200);
        return System.nanoTime() - start;
    }

    /** The select as the service's connections last sent it. */
    private String sent() {
        var sql = bed.database(Service.STUDENT)
                .list(
                        "SELECT query FROM pg_stat_activity WHERE application_name = 'student-service'"
                                + " AND query LIKE 'with frag as%' ORDER BY query_start DESC",
                        row -> row.getString(1))
                .getFirst();
        if (sql.contains("$3") || !sql.contains("$2")) {
            throw new IllegalStateException("The search has other parameters now; correct StudentSearches:\n" + sql);
        }
        return sql.replaceAll("\\$\\d", "?");
    }

    private Connection connect() throws SQLException {
        var login = bed.appOf(Service.STUDENT);
        var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(login.port(), login.name()),
                login.role(),
                login.password());
        try (var tenant = connection.createStatement()) {
            tenant.execute("SET app.district = '" + bed.district() + "'");
        }
        return connection;
    }

    private static long select(Connection connection, String sql, String text) throws SQLException {
        var start = System.nanoTime();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            statement.setInt(2, PAGE + 1);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString(2);
                }
            }
        }
        return System.nanoTime() - start;
    }
}
