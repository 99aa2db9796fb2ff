package org.schoolcase.kit.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The relay's view of the outbox: which buckets it holds, what waits in them, and what has been sent. */
final class WaitingEvents {

    static final int BUCKETS = 8;
    private static final int LOCK_CLASS = 0x5C01;
    private static final String LOCK = "SELECT b FROM generate_series(0, ?) b WHERE pg_try_advisory_lock(?, b)";
    /** Not past the oldest running transaction: what it has written is not yet visible and may come before. */
    private static final String NEXT = """
            SELECT seq, id, district_id, topic, event_key, type, occurred_at, data::text, traceparent
              FROM outbox_event
             WHERE sent_at IS NULL AND bucket = ANY (?) AND xid < pg_snapshot_xmin(pg_current_snapshot())
             ORDER BY seq
             LIMIT ?
            """;

    private static final String MARK =
            "UPDATE outbox_event SET sent_at = now() WHERE seq = ANY (?) AND sent_at IS NULL";
    private static final String STATE = """
            SELECT count(*), coalesce(extract(epoch FROM now() - min(occurred_at)), 0)
              FROM (SELECT occurred_at FROM outbox_event WHERE sent_at IS NULL ORDER BY seq LIMIT 100000) waiting
            """;

    record Backlog(long waiting, double ageSeconds) {}

    private final Connection connection;
    private final Set<Integer> held = new TreeSet<>();

    WaitingEvents(Connection connection) {
        this.connection = connection;
    }

    /** Takes every bucket that no other relay holds; they are kept as long as the connection lives. */
    void lockBuckets() throws SQLException {
        if (held.size() == BUCKETS) {
            return;
        }
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.setInt(1, BUCKETS - 1);
            statement.setInt(2, LOCK_CLASS);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    held.add(rows.getInt(1));
                }
            }
        }
    }

    boolean holdsAll() {
        return held.size() == BUCKETS;
    }

    List<WaitingEvent> next(int limit) throws SQLException {
        if (held.isEmpty()) {
            return List.of();
        }
        try (var statement = connection.prepareStatement(NEXT)) {
            statement.setArray(1, connection.createArrayOf("smallint", held.toArray()));
            statement.setInt(2, limit);
            var events = new ArrayList<WaitingEvent>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(event(rows));
                }
            }
            return events;
        }
    }

    void markSent(List<Long> seqs) throws SQLException {
        try (var statement = connection.prepareStatement(MARK)) {
            statement.setArray(1, connection.createArrayOf("bigint", seqs.toArray()));
            statement.executeUpdate();
        }
    }

    Backlog backlog() throws SQLException {
        try (var statement = connection.prepareStatement(STATE);
                var rows = statement.executeQuery()) {
            rows.next();
            return new Backlog(rows.getLong(1), rows.getDouble(2));
        }
    }

    private static WaitingEvent event(ResultSet row) throws SQLException {
        return new WaitingEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class),
                row.getString(8),
                row.getString(9));
    }
}
