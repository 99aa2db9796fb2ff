package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.students.roster.oneroster.Finding;

/** What is to be told of one file: counts and findings, written in the transaction of the chunk they belong to. */
final class FileReport {

    /** Errors of a file that are told one by one; further ones are only counted. */
    static final int TOLD_ERRORS = 10_000;

    private static final String ERROR = """
            INSERT INTO roster_import_finding (import_id, severity, code, file, line, column_name, value_class)
            VALUES (?, 'ERROR', ?, ?, ?, ?, ?)
            """;
    private static final String WARNING = """
            INSERT INTO roster_import_finding (import_id, severity, code, file, line, column_name, value_class, occurrences)
            VALUES (?, 'WARNING', ?, ?, ?, ?, ?, ?)
            ON CONFLICT (district_id, import_id, file, code, column_name) WHERE severity = 'WARNING'
            DO UPDATE SET occurrences = roster_import_finding.occurrences + excluded.occurrences
            """;
    private static final String COUNTS = """
            UPDATE roster_import_file SET line_done = ?, read = read + ?, added = added + ?, changed = changed + ?,
                ended = ended + ?, revived = revived + ?, unchanged = unchanged + ?, rejected = rejected + ?, warnings = warnings + ?,
                errors = errors + ?
             WHERE import_id = ? AND file = ?
            """;

    private static final String FINISHED =
            "UPDATE roster_import_file SET finished = true WHERE import_id = ? AND file = ?";

    private record Quirk(String code, String column) {}

    private record Met(Finding first, long times) {}

    private final DistrictSession session;
    private final UUID importId;
    private final String file;
    private final List<Finding> errors = new ArrayList<>();
    private final Map<Quirk, Met> warnings = new LinkedHashMap<>();
    private long told;

    long read;
    long added;
    long changed;
    long ended;
    long revived;
    long unchanged;
    long rejected;
    private long warned;
    private long erred;

    /** Report of one file, named without {@code .csv}. */
    FileReport(DistrictSession session, UUID importId, String file, long alreadyTold) {
        this.session = session;
        this.importId = importId;
        this.file = file;
        this.told = alreadyTold;
    }

    void found(List<Finding> findings) {
        findings.forEach(this::found);
    }

    void found(Finding finding) {
        if (finding.severity() == Finding.Severity.ERROR) {
            erred++;
            if (told + errors.size() < TOLD_ERRORS) {
                errors.add(finding);
            }
        } else {
            warn(finding, 1);
        }
    }

    void warn(Finding first, long times) {
        warned += times;
        warnings.merge(
                new Quirk(first.code(), column(first)),
                new Met(first, times),
                (met, more) -> new Met(met.first(), met.times() + more.times()));
    }

    /** Writes everything gathered since the last time, in the running transaction. */
    void write(long lineDone) throws SQLException {
        for (var error : errors) {
            session.update(
                    ERROR, importId, error.code(), error.file(), error.line(), column(error), error.valueClass());
        }
        for (var met : warnings.values()) {
            var first = met.first();
            session.update(
                    WARNING,
                    importId,
                    first.code(),
                    first.file(),
                    first.line(),
                    column(first),
                    first.valueClass(),
                    met.times());
        }
        session.update(
                COUNTS, lineDone, read, added, changed, ended, revived, unchanged, rejected, warned, erred, importId,
                file);
        told += errors.size();
        clear();
    }

    /** All of the file is done; in the running transaction. */
    void finish() throws SQLException {
        session.update(FINISHED, importId, file);
    }

    private void clear() {
        errors.clear();
        warnings.clear();
        read = added = changed = ended = revived = unchanged = rejected = warned = erred = 0;
    }

    private static String column(Finding finding) {
        return finding.column() == null ? "" : finding.column();
    }
}
