package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.roster.oneroster.Column;
import org.schoolcase.students.roster.oneroster.Finding;
import org.schoolcase.students.roster.oneroster.Mode;
import org.schoolcase.students.roster.oneroster.RosterFile;
import org.schoolcase.students.roster.oneroster.RosterPackage;
import org.schoolcase.students.roster.oneroster.RosterRow;

/**
 * Merges one file, chunk by chunk: each chunk is one short transaction that leaves rows, findings, counts and the line
 * reached. After a crash the lines before that one are only looked at again, to know which sourcedIds have been seen.
 */
final class FileMerge implements RosterPackage.Sink {

    private static final String MISSING_RECORD = "reference.missing_target_record";
    private static final String MISSING_FILE = "reference.missing_target_file";
    private static final String DUPLICATE = "reference.duplicate_sourced_id";

    /** Carries a checked exception through the reader. */
    static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Interrupted(SQLException cause) {
            super(cause);
        }
    }

    private final ImportContext context;
    private final RosterFile file;
    private final Mode mode;
    private final MergeSql sql;
    private final StageRows stage;
    private final FileReport report;
    private final TouchedUsers touched;
    private final String fileName;
    private final long lineDone;
    private final List<RosterRow> rows = new ArrayList<>();
    private final List<UUID> rejectedIds = new ArrayList<>();
    private long line;
    private int kept;

    FileMerge(ImportContext context, RosterFile file, Mode mode, long lineDone, long errorsTold) {
        this.context = context;
        this.file = file;
        this.mode = mode;
        this.sql = new MergeSql(file);
        this.stage = new StageRows(file, context.ids());
        this.report = new FileReport(context.session(), context.importId(), file, errorsTold);
        this.touched = new TouchedUsers(context.session(), file);
        this.fileName = context.manifest().source(file).fileName() + ".csv";
        this.lineDone = lineDone;
        this.line = lineDone;
    }

    void run(RosterPackage pack) throws SQLException {
        for (var statement : sql.createTemporaryTables()) {
            context.session().update(statement);
        }
        line = 0;
        try {
            pack.read(file, this);
        } catch (Interrupted e) {
            throw (SQLException) e.getCause();
        }
        flush();
        if (mode == Mode.BULK) {
            endAbsent();
        }
        finish();
    }

    @Override
    public void row(RosterRow row) {
        advance(row.line());
        rows.add(row);
        report.read++;
    }

    @Override
    public void rejected(long rejectedLine, @Nullable String sourcedId) {
        advance(rejectedLine);
        report.read++;
        report.rejected++;
        kept++;
        if (sourcedId != null) {
            rejectedIds.add(context.ids().fresh(file.idKind(), sourcedId));
        }
    }

    @Override
    public void found(Finding finding) {
        advance(finding.line());
        report.found(finding);
    }

    /** A chunk ends only between two lines, and where the lines done before a crash end. */
    private void advance(long next) {
        if (next == line) {
            return;
        }
        boolean caughtUp = line <= lineDone && next > lineDone;
        if (caughtUp || rows.size() + kept >= context.chunkRows()) {
            try {
                flush();
            } catch (SQLException e) {
                throw new Interrupted(e);
            }
        }
        line = next;
    }

    private void flush() throws SQLException {
        if (line > 0) {
            context.session().inTransaction(line <= lineDone ? this::lookAgain : this::mergeChunk);
            if (line > lineDone) {
                context.checkpoint().reached(file.fileName(), line);
            }
        }
        rows.clear();
        rejectedIds.clear();
        kept = 0;
        report.clear();
    }

    private void lookAgain() throws SQLException {
        stageRows();
        number(sql.rejectSeen(), DUPLICATE, "sourcedId", false);
        number(sql.rejectRepeated(), DUPLICATE, "sourcedId", false);
        rememberRows();
        noteOptionalRefs();
    }

    private void mergeChunk() throws SQLException {
        stageRows();
        long staged = rows.size();
        long before = report.rejected;
        if (staged > 0) {
            reject(sql.rejectSeen(), DUPLICATE, "sourcedId");
            reject(sql.rejectRepeated(), DUPLICATE, "sourcedId");
            rememberRows();
            context.session().update(sql.dropEndedUnknown());
            resolve();
            noteOptionalRefs();
            merge(staged - (report.rejected - before));
        } else {
            rememberRows();
        }
        report.write(line);
    }

    private void stageRows() throws SQLException {
        if (!rows.isEmpty()) {
            context.session().copy(sql.copy(), stage.of(rows));
        }
    }

    private void rememberRows() throws SQLException {
        context.session().update(sql.remember());
        if (!rejectedIds.isEmpty()) {
            context.session()
                    .update(
                            "INSERT INTO seen SELECT unnest(?) ON CONFLICT DO NOTHING",
                            context.session().uuids(rejectedIds));
        }
    }

    private void resolve() throws SQLException {
        for (var column : sql.requiredRefs()) {
            reject(sql.rejectUnresolved(column, fromBulk(column)), missing(column), name(column));
        }
        if (file == RosterFile.DEMOGRAPHICS) {
            reject(sql.rejectWithoutUser(), MISSING_RECORD, "sourcedId");
        }
    }

    /** A bulk set holds everything there is, so what it does not hold is no target. */
    private boolean fromBulk(Column column) {
        return mode == Mode.BULK
                && context.manifest()
                        .mode(target(column))
                        .filter(Mode.BULK::equals)
                        .isPresent();
    }

    private String missing(Column column) {
        return context.manifest().mode(target(column)).isPresent() ? MISSING_RECORD : MISSING_FILE;
    }

    private String name(Column column) {
        boolean derived = context.manifest().source(file) != file;
        return derived ? "orgSourcedIds" : column.name();
    }

    private static RosterFile target(Column column) {
        return RosterFile.named(String.valueOf(column.target()));
    }

    private void noteOptionalRefs() throws SQLException {
        for (var column : sql.optionalRefs()) {
            context.session().update(sql.noteOptionalRefs(column));
        }
    }

    private void merge(long good) throws SQLException {
        var session = context.session();
        if (file == RosterFile.ROLES && context.manifest().source(file) != file) {
            session.update(sql.nameAdministrators());
        }
        long written = session.update(sql.merge());
        report.added = session.number("SELECT count(*) FROM merged WHERE added");
        report.changed = written - report.added;
        report.unchanged = good - written;
        if (file == RosterFile.ROLES && context.manifest().source(file) != file && mode == Mode.DELTA) {
            report.ended += session.update(sql.endRolesNotNamed());
        }
        touched.note();
    }

    private void endAbsent() throws SQLException {
        var ended = new long[] {1};
        while (ended[0] > 0) {
            context.session().inTransaction(() -> {
                ended[0] = context.session().update(sql.endAbsent(context.chunkRows()));
                report.ended = ended[0];
                touched.note();
                report.write(line);
            });
            context.checkpoint().reached(file.fileName(), line);
        }
    }

    private void finish() throws SQLException {
        context.session().inTransaction(() -> {
            for (var column : sql.optionalRefs()) {
                warn(column);
            }
            report.write(line);
            context.session()
                    .update(
                            "UPDATE roster_import_file SET finished = true WHERE import_id = ? AND file = ?",
                            context.importId(),
                            file.fileName());
        });
    }

    private void warn(Column column) throws SQLException {
        report.warn(context.session()
                .number(
                        sql.warnUnresolved(column),
                        context.importId(),
                        missing(column),
                        fileName,
                        column.name(),
                        column.name()));
    }

    private void reject(String statement, String code, String column) throws SQLException {
        report.reject(number(statement, code, column, report.tells()));
    }

    private long number(String statement, String code, String column, boolean tell) throws SQLException {
        return context.session().number(statement, context.importId(), code, fileName, column, tell);
    }
}
