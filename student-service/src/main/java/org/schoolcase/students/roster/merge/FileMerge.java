package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.roster.oneroster.Finding;
import org.schoolcase.students.roster.oneroster.Mode;
import org.schoolcase.students.roster.oneroster.RosterFile;
import org.schoolcase.students.roster.oneroster.RosterPackage;

/**
 * Merges one file, chunk by chunk: each chunk is one short transaction that leaves rows, findings, counts and the line
 * reached. After a crash the lines before that one are only looked at again, to know which ids have been seen. Of a dry
 * run only findings and counts are written.
 */
final class FileMerge {

    /** A delta ends what was never stored: the record came and went between two deltas, or before the first. */
    static final String ENDS_NOTHING = "row.ends_unknown_record";

    private final ImportContext context;
    private final DistrictSession session;
    private final RosterFile file;
    private final Mode mode;
    private final MergeSql sql;
    private final FileReport report;
    private final Statistics statistics;
    private final boolean wasEmpty;
    private final RowWriter writer;
    private final Progress progress;
    private long line;
    private long written;

    FileMerge(ImportContext context, RosterFile file, Mode mode, Progress progress) throws SQLException {
        this.context = context;
        this.session = context.session();
        this.file = file;
        this.mode = mode;
        this.progress = progress;
        this.line = progress.line();
        this.sql = new MergeSql(file);
        this.report = new FileReport(session, context.importId(), file.fileName(), progress.errors());
        this.statistics = new Statistics(session, file.table());
        this.wasEmpty = session.number(sql.isEmpty()) == 1;
        this.writer = new RowWriter(context, file, wasEmpty);
    }

    void run(RosterPackage pack) throws SQLException {
        context.targets().prepare(file);
        var queue = new ChunkQueue(context.checkpoint()::isQuiet, context.breaks());
        var reader = new ChunkReader(context, file, mode, progress.line(), progress.expected(), queue);
        queue.run(chunks -> reader.read(pack), this::merge);
        if (mode == Mode.BULK && !wasEmpty) {
            endAbsent(reader);
        }
        finish(reader);
        writer.close();
        statistics.settle();
    }

    private void merge(Chunk chunk) throws SQLException {
        line = chunk.line();
        report.read += chunk.read();
        report.rejected += chunk.rejected();
        report.found(chunk.findings());
        context.inTransaction(chunk.rows().size(), () -> {
            mergeRows(chunk.rows());
            report.write(line);
        });
        statistics.wrote(written);
        written = 0;
        context.checkpoint().reached(file.fileName(), line);
    }

    private void mergeRows(List<CheckedRow> rows) throws SQLException {
        var added = new ArrayList<CheckedRow>();
        var changed = new ArrayList<CheckedRow>();
        long rejected = report.rejected;
        if (wasEmpty) {
            rows.forEach(row -> sort(row, null, added, changed));
        } else if (!rows.isEmpty()) {
            session.query(
                    sql.differing(),
                    row -> sort(rows.get(row.getInt(1) - 1), row.getObject(2, Boolean.class), added, changed),
                    DistrictSession.array(rows, CheckedRow::id),
                    DistrictSession.array(rows, CheckedRow::hash));
        }
        report.added += added.size();
        written += added.size() + changed.size();
        report.unchanged += rows.size() - added.size() - changed.size() - (report.rejected - rejected);
        if (!context.options().dryRun() && !(added.isEmpty() && changed.isEmpty())) {
            writer.write(added, changed);
        }
        if (mode == Mode.DELTA && context.manifest().source(file) != file) {
            endRolesNotNamed(rows);
        }
    }

    /** The life cycle of CSV Binding 1.2.1, figure 1, for a row that is new or differs. */
    private void sort(
            CheckedRow row, @Nullable Boolean active, Collection<CheckedRow> added, Collection<CheckedRow> changed) {
        boolean ends = row.row().toBeDeleted();
        if (active == null) {
            if (!ends) {
                added.add(row);
            } else if (mode == Mode.DELTA) {
                report.warn(Finding.quirk(ENDS_NOTHING, sourceName(), row.row().line(), "status"), 1);
            }
        } else if (!row.loose().isEmpty()) {
            report.rejected++;
            report.found(row.loose());
        } else if (active || !ends) {
            changed.add(row);
            report.changed += active && !ends ? 1 : 0;
            report.ended += active && ends ? 1 : 0;
            report.revived += active ? 0 : 1;
        }
    }

    private void endRolesNotNamed(List<CheckedRow> rows) throws SQLException {
        var users = rows.stream()
                .flatMap(row -> row.references().getFirst().stream())
                .collect(Collectors.toSet());
        var gone = new ArrayList<UUID>();
        session.query(
                MergeSql.rolesNotNamed(),
                row -> gone.add(row.getObject(1, UUID.class)),
                DistrictSession.array(users),
                DistrictSession.array(rows, CheckedRow::id));
        report.ended += gone.size();
        if (!context.options().dryRun() && !gone.isEmpty()) {
            writer.end(gone);
        }
    }

    private void endAbsent(ChunkReader reader) throws SQLException {
        var absent = new Absent(context, file, reader).find();
        if (context.options().dryRun()) {
            report.ended += absent.size();
            return;
        }
        absent.forEach(context.chunkSize(), ids -> {
            context.inTransaction(ids.size(), () -> {
                report.ended += writer.end(ids);
                report.write(line);
            });
            context.checkpoint().reached(file.fileName(), line);
        });
    }

    private void finish(ChunkReader reader) throws SQLException {
        session.inTransaction(() -> {
            reader.optional()
                    .missing((column, target, first, times) -> report.warn(
                            Finding.quirk(context.missing(target), sourceName(), first, column.name()), times));
            report.write(line);
            report.finish();
        });
    }

    private String sourceName() {
        return context.manifest().source(file).fileName() + ".csv";
    }
}
