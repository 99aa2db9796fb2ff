package org.schoolcase.students.pull;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.schoolcase.kit.testing.PostgresResource;

/** Lets time pass for the runs of a district. */
final class PullTime {

    private PullTime() {}

    /** What was put off may go on now. */
    static void now(PullProbe district) {
        update("UPDATE roster_pull SET next_attempt_at = now() WHERE district_id = ?", district);
    }

    /** The replica that works on a run has not been heard of for long. */
    static void expire(PullProbe district) {
        update("UPDATE roster_pull SET lease_until = now() - interval '1 second' WHERE district_id = ?", district);
    }

    /** A replica crashed in a run of another source, while one that had been put off became due. */
    static void crashed(PullProbe district, UUID source, UUID run) {
        update("""
                WITH due AS (UPDATE roster_pull SET next_attempt_at = now() WHERE district_id = ?)
                INSERT INTO roster_pull (district_id, id, source_id, base_url, state, reason, everything, requested_by,
                                         created_at, started_at, next_attempt_at, lease_until, attempts)
                SELECT district_id, '%s', id, base_url, 'RUNNING', 'DEMAND', true, 'x', now(), now(), now(),
                       now() - interval '1 second', 1
                  FROM roster_source WHERE id = '%s'""".formatted(run, source), district);
    }

    /** The import of the latest run was given up; the run had read up to an hour from now. */
    static void importFailed(PullProbe district) {
        update("""
                WITH latest AS (
                    UPDATE roster_pull SET read_until = now() + interval '1 hour'
                     WHERE id = (SELECT id FROM roster_pull WHERE district_id = ? ORDER BY id DESC LIMIT 1) RETURNING import_id)
                UPDATE roster_import SET state = 'FAILED' WHERE id = (SELECT import_id FROM latest)""", district);
    }

    static void update(String sql, PullProbe district) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, district.district.id());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
