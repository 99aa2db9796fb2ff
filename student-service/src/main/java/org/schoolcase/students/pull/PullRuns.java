package org.schoolcase.students.pull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** The runs of the district as they proceed: who works on them, how far they are, what was read. */
@ApplicationScoped
class PullRuns {

    /** The two latest runs of this source and URL whose imports are through, the latest first. */
    private static final String THROUGH = """
            SELECT r.id, r.since, r.read_until, r.repeats, coalesce(i.state = 'COMPLETED_WITH_ERRORS', false) AS kept_out
              FROM roster_pull r JOIN roster_source s ON s.id = r.source_id AND s.base_url = r.base_url
              LEFT JOIN roster_import i ON i.id = r.import_id
             WHERE r.source_id = ? AND r.state = 'COMPLETED' AND r.read_until IS NOT NULL
               AND (r.import_id IS NULL OR i.state IN ('COMPLETED', 'COMPLETED_WITH_ERRORS'))
             ORDER BY r.id DESC LIMIT 2
            """;

    /** What the import of a run kept out, as findings of another run. */
    private static final String GIVEN_UP = """
            INSERT INTO roster_pull_finding (run_id, file, code, occurrences)
            SELECT ?, f.file, 'rows.kept-out-before', f.errors FROM roster_import_file f
              JOIN roster_pull r ON r.import_id = f.import_id WHERE r.id = ? AND f.errors > 0
            ON CONFLICT (district_id, run_id, file, code) DO NOTHING
            """;

    private final Rows rows;

    PullRuns(Rows rows) {
        this.rows = rows;
    }

    void queue(UUID id, UUID sourceId, boolean full, String reason, String actor, Instant now) {
        rows.write("""
                INSERT INTO roster_pull (id, source_id, base_url, state, reason, everything, requested_by, created_at,
                                         next_attempt_at)
                SELECT ?, s.id, s.base_url, 'QUEUED', ?, ?, ?, ?, ? FROM roster_source s WHERE s.id = ?
                """, id, reason, full, actor, RosterSources.time(now), RosterSources.time(now), sourceId);
    }

    boolean isWaiting(UUID sourceId) {
        return rows.first(
                        Query.of(
                                "SELECT 1 FROM roster_pull WHERE source_id = ? AND state IN ('QUEUED', 'RUNNING')",
                                sourceId),
                        row -> true)
                .isPresent();
    }

    /** Takes a run; the database lets one run of a district be RUNNING. */
    Optional<PullRun> claim(UUID id, Instant now, Duration lease) {
        int taken = rows.write(
                """
                UPDATE roster_pull r
                   SET state = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, ?), lease_until = ?
                 WHERE id = ? AND next_attempt_at <= ?
                   AND (state = 'QUEUED' OR state = 'RUNNING' AND lease_until < ?)
                   AND NOT EXISTS (SELECT FROM roster_pull o WHERE o.state = 'RUNNING' AND o.id <> r.id)
                """,
                RosterSources.time(now),
                RosterSources.time(now.plus(lease)),
                id,
                RosterSources.time(now),
                RosterSources.time(now));
        return taken == 0 ? Optional.empty() : Optional.of(begin(id));
    }

    private PullRun begin(UUID id) {
        var run = rows.first(
                        Query.of(
                                "SELECT id, source_id, attempts, everything, since, place, next_url FROM roster_pull"
                                        + " WHERE id = ?",
                                id),
                        row -> Map.entry(
                                row.getBoolean("everything"),
                                new PullRun(
                                        row.getObject("id", UUID.class),
                                        row.getObject("source_id", UUID.class),
                                        row.getInt("attempts"),
                                        RosterSources.instant(row, "since"),
                                        row.getString("place"),
                                        row.getString("next_url"))))
                .orElseThrow();
        var known = run.getValue();
        if (run.getKey() || known.place() != null || known.since() != null) {
            return known;
        }
        var position = Position.after(rows.list(Query.of(THROUGH, known.sourceId()), Position.Through::of));
        rows.write(
                "UPDATE roster_pull SET since = CAST(? AS timestamptz), repeats = CAST(? AS uuid) WHERE id = ?",
                RosterSources.time(position.since()),
                position.repeats(),
                id);
        if (position.givesUp() != null) {
            rows.write(GIVEN_UP, id, position.givesUp());
        }
        return new PullRun(id, known.sourceId(), known.attempt(), position.since(), null, null);
    }

    /** Notes how far a run is; false when another replica has taken it over. */
    boolean proceed(PullRun run, String place, @Nullable String next, @Nullable Instant readUntil, Instant leaseUntil) {
        return rows.write(
                        """
                        UPDATE roster_pull
                           SET place = ?, next_url = CAST(? AS text), lease_until = ?,
                               read_until = coalesce(read_until, CAST(? AS timestamptz))
                         WHERE id = ? AND attempts = ? AND state = 'RUNNING'
                        """,
                        place,
                        next,
                        RosterSources.time(leaseUntil),
                        RosterSources.time(readUntil),
                        run.id(),
                        run.attempt())
                == 1;
    }

    /** Keeps one page's records of one file, one JSON line each. */
    void keep(UUID runId, String file, String lines, long records) {
        rows.write("""
                INSERT INTO roster_pull_file AS f (run_id, file, pages, records) VALUES (?, ?, 1, ?)
                ON CONFLICT (district_id, run_id, file)
                DO UPDATE SET pages = f.pages + 1, records = f.records + excluded.records
                """, runId, file, records);
        if (records > 0) {
            rows.write("""
                    INSERT INTO roster_pull_page (run_id, file, page_no, lines)
                    SELECT ?, ?, pages, ? FROM roster_pull_file WHERE run_id = ? AND file = ?
                    """, runId, file, lines, runId, file);
        }
    }

    void found(UUID runId, String file, String code, long occurrences) {
        rows.write("""
                INSERT INTO roster_pull_finding AS f (run_id, file, code, occurrences) VALUES (?, ?, ?, ?)
                ON CONFLICT (district_id, run_id, file, code)
                DO UPDATE SET occurrences = f.occurrences + excluded.occurrences
                """, runId, file, code, occurrences);
    }

    /** Ends a run: its pages go, what it was told stays. */
    boolean end(
            PullRun run, String state, @Nullable UUID importId, @Nullable String failure, long repeated, Instant now) {
        int ended =
                rows.write("""
                UPDATE roster_pull
                   SET state = ?, import_id = CAST(? AS uuid), failure_code = CAST(? AS text), finished_at = ?,
                       repeated = repeated + ?
                 WHERE id = ? AND attempts = ? AND state = 'RUNNING'
                """, state, importId, failure, RosterSources.time(now), repeated, run.id(), run.attempt());
        if (ended == 1) {
            rows.write("DELETE FROM roster_pull_page WHERE run_id = ?", run.id());
        }
        return ended == 1;
    }

    /** Puts a run off that could not go on; it keeps its place. */
    void putOff(PullRun run, String failure, long repeated, Instant next) {
        rows.write("""
                UPDATE roster_pull
                   SET state = 'QUEUED', failure_code = ?, next_attempt_at = ?, repeated = repeated + ?
                 WHERE id = ? AND attempts = ? AND state = 'RUNNING'
                """, failure, RosterSources.time(next), repeated, run.id(), run.attempt());
    }
}
