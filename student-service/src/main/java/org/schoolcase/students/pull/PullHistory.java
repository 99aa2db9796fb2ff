package org.schoolcase.students.pull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.pull.PullRunView.FileView;
import org.schoolcase.students.pull.PullRunView.PullFindingView;

/** The runs of a source as they are shown. */
@ApplicationScoped
class PullHistory {

    private static final String SELECT = """
            SELECT id, source_id, state, reason, since, read_until, repeats, created_at, started_at, finished_at, attempts, repeated,
                   import_id, failure_code
              FROM roster_pull WHERE source_id = ?
            """;

    private final Rows rows;

    PullHistory(Rows rows) {
        this.rows = rows;
    }

    Optional<PullRunView> find(UUID sourceId, UUID id) {
        return rows.first(Query.of(SELECT, sourceId).and("id = ?", id), row -> view(row, files(id), findings(id)));
    }

    /** The latest first, without files and findings; one more than wanted where there is one. */
    List<PullRunView> page(UUID sourceId, Cursor start, int limit) {
        var query = Query.of(SELECT, sourceId);
        return rows.list(
                (start.isStart() ? query : query.and("id < ?", start.uuid(0)))
                        .plus(" ORDER BY id DESC LIMIT ?", limit + 1),
                row -> view(row, List.of(), List.of()));
    }

    private List<FileView> files(UUID runId) {
        return rows.list(
                Query.of("SELECT file, pages, records FROM roster_pull_file WHERE run_id = ? ORDER BY file", runId),
                row -> new FileView(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    private List<PullFindingView> findings(UUID runId) {
        return rows.list(
                Query.of(
                        "SELECT file, code, occurrences FROM roster_pull_finding WHERE run_id = ?"
                                + " ORDER BY file, code LIMIT 500",
                        runId),
                row -> new PullFindingView(row.getString(1), row.getString(2), row.getLong(3)));
    }

    private static PullRunView view(ResultSet row, List<FileView> files, List<PullFindingView> findings)
            throws SQLException {
        return new PullRunView(
                row.getObject("id", UUID.class),
                row.getObject("source_id", UUID.class),
                PullRunView.State.valueOf(row.getString("state")),
                PullRunView.Reason.valueOf(row.getString("reason")),
                RosterSources.instant(row, "since"),
                RosterSources.instant(row, "read_until"),
                row.getObject("repeats", UUID.class),
                java.util.Objects.requireNonNull(RosterSources.instant(row, "created_at")),
                RosterSources.instant(row, "started_at"),
                RosterSources.instant(row, "finished_at"),
                row.getInt("attempts"),
                row.getLong("repeated"),
                row.getObject("import_id", UUID.class),
                row.getString("failure_code"),
                files,
                findings);
    }
}
