package org.schoolcase.kit.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes events, audit entries and first answers with one statement, so that a write costs one round trip more, not five. */
public final class JournalWriter {

    private static final String EVENTS = """
            INSERT INTO outbox_event (id, topic, event_key, type, occurred_at, data, traceparent)
            SELECT e.id, e.topic, e.event_key, e.type, e.occurred_at, e.data::jsonb, e.traceparent
              FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[])
                   WITH ORDINALITY AS e (id, topic, event_key, type, occurred_at, data, traceparent, place)
             ORDER BY e.place
            """;
    private static final String AUDIT = """
            INSERT INTO audit_entry (district_id, id, at, actor, roles, action, outcome, entity, entity_id, student_id,
                                     fields, basis, request_id)
            SELECT a.* FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                                   ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[]) AS a
            """;
    private static final String ANSWER = """
            INSERT INTO idempotency_key (caller, operation, key, fingerprint, status, location, etag, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private final Connection connection;

    /** Writes over the given connection and leaves it open. */
    public JournalWriter(Connection connection) {
        this.connection = connection;
    }

    /** Writes all that a transaction leaves behind. */
    public void write(List<PendingEvent> events, List<PendingAudit> audit, @Nullable FirstAnswer answer)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql(events, audit, answer))) {
            int next = 1;
            for (var column : columns(events, audit)) {
                statement.setArray(next++, column);
            }
            if (answer != null) {
                statement.setString(next++, answer.caller());
                statement.setString(next++, answer.operation());
                statement.setString(next++, answer.key());
                statement.setBytes(next++, answer.fingerprint());
                statement.setInt(next++, answer.status());
                statement.setString(next++, answer.location());
                statement.setString(next++, answer.etag());
                statement.setObject(next, answer.body(), Types.VARCHAR);
            }
            statement.execute();
        }
    }

    private static String sql(List<PendingEvent> events, List<PendingAudit> audit, @Nullable FirstAnswer answer) {
        var parts = new java.util.ArrayList<String>();
        if (!events.isEmpty()) {
            parts.add(EVENTS);
        }
        if (!audit.isEmpty()) {
            parts.add(AUDIT);
        }
        if (answer != null) {
            parts.add(ANSWER);
        }
        return switch (parts.size()) {
            case 1 -> parts.getFirst();
            case 2 -> "WITH one AS (%s) %s".formatted(parts.get(0), parts.get(1));
            case 3 -> "WITH one AS (%s), two AS (%s) %s".formatted(parts.toArray());
            default -> throw new IllegalArgumentException("There is nothing to write");
        };
    }

    private List<Array> columns(List<PendingEvent> events, List<PendingAudit> audit) throws SQLException {
        var columns = new java.util.ArrayList<Array>();
        if (!events.isEmpty()) {
            columns.add(column("uuid", events, PendingEvent::id));
            columns.add(column("text", events, PendingEvent::topic));
            columns.add(column("text", events, PendingEvent::key));
            columns.add(column("text", events, PendingEvent::type));
            columns.add(column("text", events, e -> e.occurredAt().toString()));
            columns.add(column("text", events, PendingEvent::data));
            columns.add(column("text", events, PendingEvent::traceparent));
        }
        if (!audit.isEmpty()) {
            columns.add(column("uuid", audit, PendingAudit::districtId));
            columns.add(column("uuid", audit, PendingAudit::id));
            columns.add(column("text", audit, a -> a.at().toString()));
            columns.add(column("text", audit, PendingAudit::actor));
            columns.add(column("text", audit, PendingAudit::roles));
            columns.add(column("text", audit, PendingAudit::action));
            columns.add(column("text", audit, PendingAudit::outcome));
            columns.add(column("text", audit, PendingAudit::entity));
            columns.add(column("uuid", audit, PendingAudit::entityId));
            columns.add(column("uuid", audit, PendingAudit::studentId));
            columns.add(column("text", audit, PendingAudit::fields));
            columns.add(column("text", audit, PendingAudit::basis));
            columns.add(column("text", audit, PendingAudit::requestId));
        }
        return columns;
    }

    private <T> Array column(String type, List<T> rows, Function<T, @Nullable Object> value) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
