package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import org.schoolcase.students.roster.oneroster.Column;
import org.schoolcase.students.roster.oneroster.Mode;
import org.schoolcase.students.roster.oneroster.RosterFile;

/** Takes rows from the stage that repeat a sourcedId or point to nothing, and tells so in the report. */
final class StageCheck {

    private static final String MISSING_RECORD = "reference.missing_target_record";
    private static final String MISSING_FILE = "reference.missing_target_file";
    private static final String DUPLICATE = "reference.duplicate_sourced_id";

    private final ImportContext context;
    private final RosterFile file;
    private final Mode mode;
    private final MergeSql sql;
    private final FileReport report;
    private final RosterFile source;

    StageCheck(ImportContext context, RosterFile file, Mode mode, FileReport report) {
        this.context = context;
        this.file = file;
        this.mode = mode;
        this.sql = new MergeSql(file);
        this.report = report;
        this.source = context.manifest().source(file);
    }

    void rejectDuplicates() throws SQLException {
        reject(sql.rejectSeen(), DUPLICATE, "sourcedId");
        reject(sql.rejectRepeated(), DUPLICATE, "sourcedId");
    }

    /** As {@link #rejectDuplicates}, for rows whose findings are told already. */
    void dropDuplicates() throws SQLException {
        number(sql.rejectSeen(), DUPLICATE, "sourcedId", false);
        number(sql.rejectRepeated(), DUPLICATE, "sourcedId", false);
    }

    void rejectUnresolved() throws SQLException {
        for (var column : sql.requiredRefs()) {
            var name = source == file ? column.name() : "orgSourcedIds";
            reject(sql.rejectUnresolved(column, isFromBulk(column)), missing(column), name);
        }
        if (file == RosterFile.DEMOGRAPHICS) {
            reject(sql.rejectWithoutUser(), MISSING_RECORD, "sourcedId");
        }
    }

    /** References that may be missing can only be looked up when the whole file is in, since they may point into it. */
    void noteOptionalRefs() throws SQLException {
        for (var column : sql.optionalRefs()) {
            context.session().update(sql.noteOptionalRefs(column));
        }
    }

    void warnOfUnresolved() throws SQLException {
        for (var column : sql.optionalRefs()) {
            report.warn(context.session()
                    .number(
                            sql.warnUnresolved(column),
                            context.importId(),
                            missing(column),
                            fileName(),
                            column.name(),
                            column.name()));
        }
    }

    /** A bulk set holds everything there is, so what it does not hold is no target. */
    private boolean isFromBulk(Column column) {
        return mode == Mode.BULK
                && context.manifest()
                        .mode(target(column))
                        .filter(Mode.BULK::equals)
                        .isPresent();
    }

    private String missing(Column column) {
        return context.manifest().mode(target(column)).isPresent() ? MISSING_RECORD : MISSING_FILE;
    }

    private static RosterFile target(Column column) {
        return RosterFile.named(String.valueOf(column.target()));
    }

    private String fileName() {
        return source.fileName() + ".csv";
    }

    private void reject(String statement, String code, String column) throws SQLException {
        report.reject(number(statement, code, column, report.tells()));
    }

    private long number(String statement, String code, String column, boolean tell) throws SQLException {
        return context.session().number(statement, context.importId(), code, fileName(), column, tell);
    }
}
