package org.schoolcase.students.roster.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.schoolcase.students.roster.oneroster.RosterFile;

/** The set-based statements that bring one file into its table, made from the file's columns. */
final class MergeSql {

    /** A record that was ended has this digest, so that its return always counts as a change. */
    private static final String NO_DIGEST = "'00000000-0000-0000-0000-000000000000'";

    private final RosterFile file;
    private final String stage;

    MergeSql(RosterFile file) {
        this.file = file;
        this.stage = "stage_" + file.table();
    }

    String createStage() {
        var kept = file.kept().stream()
                .map(column -> column.sqlName() + " " + column.type().sqlType())
                .collect(Collectors.joining(", "));
        return "CREATE TEMPORARY TABLE IF NOT EXISTS " + stage
                + " (added boolean, id uuid, sourced_id text, status text, date_last_modified timestamptz,"
                + " row_hash uuid, metadata jsonb, " + kept + ") ON COMMIT DELETE ROWS";
    }

    /** Every commit empties all temporary tables of the session, so that one which is no longer needed costs. */
    String dropStage() {
        return "DROP TABLE " + stage;
    }

    String copy() {
        return "COPY " + stage + " FROM STDIN";
    }

    String isEmpty() {
        return "SELECT CASE WHEN EXISTS (SELECT FROM " + file.table() + ") THEN 0 ELSE 1 END";
    }

    /**
     * Which rows are new or differ: number of the row from 1, and whether its record is active; null when it is new.
     * Parameters: ids, digests.
     */
    String differing() {
        return "SELECT x.n, t.status = 'ACTIVE' FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[])) WITH ORDINALITY"
                + " AS x (id, hash, n) LEFT JOIN " + file.table() + " t ON t.id = x.id"
                + " WHERE t.id IS NULL OR t.row_hash <> x.hash";
    }

    /** Adds the new rows of the stage; only the import writes here, one at a time, so that none is there already. */
    String insert() {
        var names = columns();
        return "INSERT INTO " + file.table() + " (" + String.join(", ", names) + ") SELECT "
                + names.stream().map(MergeSql::value).collect(Collectors.joining(", ")) + " FROM " + stage
                + " s WHERE s.added";
    }

    /** Changes the other rows of the stage; answers whom the former rows concerned. */
    String update() {
        var sets = columns().stream()
                .filter(name -> !name.equals("id"))
                .map(name -> name + " = " + value(name))
                .collect(Collectors.joining(", "));
        return "UPDATE " + file.table() + " t SET changed_at = now(), " + sets + " FROM " + stage
                + " s WHERE NOT s.added AND t.id = s.id RETURNING " + person("old") + ", " + taughtClass("old");
    }

    /** Ends active records; answers whom they concern. Parameter: ids. */
    String end() {
        return "UPDATE " + file.table() + " t SET status = 'TO_BE_DELETED', date_last_modified = now(),"
                + " changed_at = now(), row_hash = "
                + NO_DIGEST + " WHERE t.id = ANY (CAST(? AS uuid[])) AND t.status = 'ACTIVE' RETURNING "
                + person("t") + ", " + taughtClass("t");
    }

    /** Every record with whether it is active; of roles also the person. */
    String stored(boolean activeOnly) {
        return "SELECT id, status = 'ACTIVE', " + (file == RosterFile.ROLES ? "user_id" : "CAST(null AS uuid)")
                + " FROM " + file.table() + (activeOnly ? " WHERE status = 'ACTIVE'" : "");
    }

    /** Active roles of these users that their rows no longer name (OneRoster 1.1, delta). Parameters: users, roles. */
    static String rolesNotNamed() {
        return "SELECT id FROM roster_role WHERE status = 'ACTIVE' AND user_id = ANY (CAST(? AS uuid[]))"
                + " AND id <> ALL (CAST(? AS uuid[]))";
    }

    private static String value(String name) {
        return name.equals("date_last_modified") ? "coalesce(s.date_last_modified, now())" : "s." + name;
    }

    private String person(String row) {
        return switch (file) {
            case USERS, DEMOGRAPHICS -> row + ".id";
            case ROLES, ENROLLMENTS -> row + ".user_id";
            case ORGS, ACADEMIC_SESSIONS, COURSES, CLASSES -> "CAST(null AS uuid)";
        };
    }

    /** The class whose students have another teacher now. */
    private String taughtClass(String row) {
        return file == RosterFile.ENROLLMENTS
                ? "CASE WHEN " + row + ".role = 'teacher' THEN " + row + ".class_id END"
                : "CAST(null AS uuid)";
    }

    private List<String> columns() {
        var names =
                new ArrayList<>(List.of("id", "sourced_id", "status", "date_last_modified", "row_hash", "metadata"));
        file.kept().forEach(column -> names.add(String.valueOf(column.sqlName())));
        return names;
    }
}
