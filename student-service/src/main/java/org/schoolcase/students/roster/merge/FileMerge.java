package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final StageCheck check;
    private final TouchedUsers touched;
    private final Statistics statistics;
    private final boolean derived;
    private final long lineDone;
    private final List<RosterRow> rows = new ArrayList<>();
    private final List<UUID> rejectedIds = new ArrayList<>();
    private long line;
    private long written;
    private int kept;

    FileMerge(ImportContext context, RosterFile file, Mode mode, long lineDone, long errorsTold) {
        this.context = context;
        this.file = file;
        this.mode = mode;
        this.sql = new MergeSql(file);
        this.stage = new StageRows(file, context.ids());
        this.report = new FileReport(context.session(), context.importId(), file, errorsTold);
        this.touched = new TouchedUsers(context.session(), file);
        this.statistics = new Statistics(context.session(), file.table());
        this.check = new StageCheck(context, file, mode, report);
        this.derived = context.manifest().source(file) != file;
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
        statistics.settle();
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
            statistics.wrote(written);
            written = 0;
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
        check.dropDuplicates();
        rememberRows();
        check.noteOptionalRefs();
    }

    private void mergeChunk() throws SQLException {
        stageRows();
        long staged = rows.size();
        long before = report.rejected;
        if (staged > 0) {
            check.rejectDuplicates();
            rememberRows();
            context.session().update(sql.dropEndedUnknown());
            check.rejectUnresolved();
            check.noteOptionalRefs();
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

    private void merge(long good) throws SQLException {
        var session = context.session();
        if (derived) {
            session.update(sql.nameAdministrators());
        }
        written = session.update(sql.merge());
        report.added = session.number("SELECT count(*) FROM merged WHERE added");
        report.changed = written - report.added;
        report.unchanged = good - written;
        if (derived && mode == Mode.DELTA) {
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
            check.warnOfUnresolved();
            report.write(line);
            context.session()
                    .update(
                            "UPDATE roster_import_file SET finished = true WHERE import_id = ? AND file = ?",
                            context.importId(),
                            file.fileName());
        });
    }
}
