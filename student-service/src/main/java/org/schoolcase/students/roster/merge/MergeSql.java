package org.schoolcase.students.roster.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.schoolcase.students.roster.oneroster.CellType;
import org.schoolcase.students.roster.oneroster.Column;
import org.schoolcase.students.roster.oneroster.RosterFile;

/** The set-based statements that bring one file from its stage into its table, made from the file's columns. */
final class MergeSql {

    /** A record that was ended has this digest, so that its return always counts as a change. */
    private static final String NO_DIGEST = "'00000000-0000-0000-0000-000000000000'";

    private static final String TELL_AND_COUNT = """
            , told AS (
                INSERT INTO roster_import_finding (import_id, severity, code, file, line, column_name)
                SELECT ?, 'ERROR', ?, ?, line, ?  FROM bad WHERE ?)
            SELECT count(*) FROM bad
            """;

    private final RosterFile file;
    private final String stage;

    MergeSql(RosterFile file) {
        this.file = file;
        this.stage = "stage_" + file.table();
    }

    List<String> createTemporaryTables() {
        var kept = file.kept().stream()
                .map(column -> column.sqlName() + " " + column.type().sqlType())
                .collect(Collectors.joining(", "));
        return List.of(
                "CREATE TEMPORARY TABLE IF NOT EXISTS " + stage
                        + " (line bigint, id uuid, sourced_id text, status text, date_last_modified timestamptz,"
                        + " row_hash uuid, metadata jsonb, " + kept + ") ON COMMIT DELETE ROWS",
                "CREATE TEMPORARY TABLE IF NOT EXISTS seen (id uuid PRIMARY KEY)",
                "CREATE TEMPORARY TABLE IF NOT EXISTS optional_ref (line bigint, column_name text, target_id uuid)",
                "CREATE TEMPORARY TABLE IF NOT EXISTS merged (id uuid, added boolean, user_id uuid, former_user_id uuid,"
                        + " taught_class_id uuid)"
                        + " ON COMMIT DELETE ROWS",
                "TRUNCATE seen, optional_ref");
    }

    String copy() {
        return "COPY " + stage + " FROM STDIN";
    }

    /** Keeps out rows whose sourcedId stood before, in an earlier chunk. Parameters: import, code, file, column, tell. */
    String rejectSeen() {
        return "WITH bad AS (DELETE FROM " + stage + " s USING seen WHERE seen.id = s.id RETURNING s.line)"
                + TELL_AND_COUNT;
    }

    /** Keeps out rows whose sourcedId stood before, in this chunk. Same parameters. */
    String rejectRepeated() {
        return "WITH bad AS (DELETE FROM " + stage + " s USING (SELECT id, min(line) AS first FROM " + stage
                + " GROUP BY id HAVING count(*) > 1) d WHERE s.id = d.id AND s.line > d.first RETURNING s.line)"
                + TELL_AND_COUNT;
    }

    String remember() {
        return "INSERT INTO seen SELECT id FROM " + stage + " ON CONFLICT DO NOTHING";
    }

    /** A delta that ends what is not there changes nothing. */
    String dropEndedUnknown() {
        return "DELETE FROM " + stage + " s WHERE s.status = 'TO_BE_DELETED' AND NOT EXISTS (SELECT FROM "
                + file.table() + " r WHERE r.id = s.id)";
    }

    /** Columns whose target must be there. */
    List<Column> requiredRefs() {
        return file.kept().stream()
                .filter(column -> column.refers() && column.required())
                .toList();
    }

    List<Column> optionalRefs() {
        return file.kept().stream()
                .filter(column -> column.refers() && !column.required())
                .toList();
    }

    /** Keeps out rows whose target is missing. Parameters as for {@link #rejectSeen}. */
    String rejectUnresolved(Column column, boolean targetMustBeActive) {
        var target = table(column) + " t WHERE t.id = ";
        var active = targetMustBeActive ? " AND (t.status = 'ACTIVE' OR s.status = 'TO_BE_DELETED')" : "";
        var unresolved = column.type() == CellType.REFS
                ? "EXISTS (SELECT FROM unnest(s." + column.sqlName() + ") x WHERE NOT EXISTS (SELECT FROM " + target
                        + "x" + active + "))"
                : "NOT EXISTS (SELECT FROM " + target + "s." + column.sqlName() + active + ")";
        return "WITH bad AS (DELETE FROM " + stage + " s WHERE " + unresolved + " RETURNING s.line)" + TELL_AND_COUNT;
    }

    /** Demographics have the id of their user. */
    String rejectWithoutUser() {
        return "WITH bad AS (DELETE FROM " + stage
                + " s WHERE NOT EXISTS (SELECT FROM roster_user t WHERE t.id = s.id) RETURNING s.line)"
                + TELL_AND_COUNT;
    }

    String noteOptionalRefs(Column column) {
        var target = column.type() == CellType.REFS ? "unnest(" + column.sqlName() + ")" : column.sqlName();
        return "INSERT INTO optional_ref SELECT line, '" + column.name() + "', " + target + " FROM " + stage + " WHERE "
                + column.sqlName() + " IS NOT NULL";
    }

    /** Warns of optional targets that are missing. Parameters: import, code, file, column, column. */
    String warnUnresolved(Column column) {
        return """
                INSERT INTO roster_import_finding (import_id, severity, code, file, line, column_name, occurrences)
                SELECT ?, 'WARNING', ?, ?, min(r.line), ?, count(*) FROM optional_ref r
                 WHERE r.column_name = ? AND NOT EXISTS (SELECT FROM %s t WHERE t.id = r.target_id)
                HAVING count(*) > 0
                RETURNING occurrences
                """.formatted(table(column));
    }

    /** OneRoster 1.1 knows one administrator, 1.2 those of a district and those of a school. */
    String nameAdministrators() {
        return "UPDATE " + stage + " s SET role = 'districtAdministrator' FROM roster_org o"
                + " WHERE o.id = s.org_id AND o.type = 'district' AND s.role = 'siteAdministrator'";
    }

    /** Inserts and updates what differs, and notes it in the table merged. */
    String merge() {
        var names = columns();
        var list = String.join(", ", names);
        var updates = names.stream()
                .filter(name -> !name.equals("id"))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        var values = names.stream()
                .map(name -> name.equals("date_last_modified") ? "coalesce(s.date_last_modified, now())" : "s." + name)
                .collect(Collectors.joining(", "));
        return "WITH m AS (INSERT INTO " + file.table() + " AS t (" + list + ") SELECT " + values + " FROM " + stage
                + " s LEFT JOIN " + file.table() + " r ON r.id = s.id WHERE r.id IS NULL OR r.row_hash <> s.row_hash"
                + " ON CONFLICT (district_id, id) DO UPDATE SET " + updates + " RETURNING new.id AS id,"
                + " old.id IS NULL AS added, " + person("new") + " AS person, " + person("old") + " AS former, "
                + taughtClass("new") + " AS taught) INSERT INTO merged SELECT id, added, person, former, taught FROM m";
    }

    /** Ends some records that a bulk file no longer has, and notes them in the table merged. */
    String endAbsent(int limit) {
        return end("NOT EXISTS (SELECT FROM seen WHERE seen.id = r.id) LIMIT " + limit);
    }

    /** Ends roles of the staged users that their rows no longer name (OneRoster 1.1, delta). */
    String endRolesNotNamed() {
        return end("r.user_id IN (SELECT user_id FROM " + stage + ") AND r.id NOT IN (SELECT id FROM " + stage + ")");
    }

    private String end(String condition) {
        return "WITH gone AS (SELECT r.id FROM " + file.table() + " r WHERE r.status = 'ACTIVE' AND " + condition
                + "), m AS (UPDATE " + file.table() + " t SET status = 'TO_BE_DELETED', date_last_modified = now(),"
                + " row_hash = " + NO_DIGEST + " FROM gone WHERE t.id = gone.id RETURNING t.id AS id, " + person("t")
                + " AS person, " + taughtClass("t")
                + " AS taught) INSERT INTO merged SELECT id, false, person, null, taught FROM m";
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

    private static String table(Column column) {
        return RosterFile.named(String.valueOf(column.target())).table();
    }
}
