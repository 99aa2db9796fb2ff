package org.schoolcase.students.identity.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/**
 * What a merge does with each column that names a student: the data file {@code identity/student-tables.csv}. The columns
 * themselves come from the database's catalog; one that the file does not name is moved, and a test asks for its line.
 */
@ApplicationScoped
class StudentTables {

    /** Rows follow the surviving record, or stay with the merged one. */
    enum Treatment {
        MOVE,
        STAY
    }

    /** A column that names a student. */
    record Place(String table, String column) {}

    private static final String FILE = "/identity/student-tables.csv";
    private static final String CATALOG =
            "select table_name, column_name from student_reference order by table_name, column_name";

    private final Rows rows;
    private final Map<Place, Treatment> known = new LinkedHashMap<>();

    StudentTables(Rows rows) {
        this.rows = rows;
        try (InputStream file = Objects.requireNonNull(StudentTables.class.getResourceAsStream(FILE), FILE)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .forEach(cells -> known.put(new Place(cells[0], cells[1]), Treatment.valueOf(cells[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns whose rows follow the surviving record. */
    List<Place> moving() {
        return inDatabase().stream()
                .filter(place -> known.getOrDefault(place, Treatment.MOVE) == Treatment.MOVE)
                .toList();
    }

    List<Place> inDatabase() {
        return rows.list(
                Query.of(CATALOG), row -> new Place(row.getString("table_name"), row.getString("column_name")));
    }

    Map<Place, Treatment> known() {
        return Map.copyOf(known);
    }
}
