package org.schoolcase.notifications.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.testing.PostgresResource;

/** What the ledger says of an event, read past the service. */
public final class Ledger {

    /** One message. */
    public record Line(
            UUID id,
            String rule,
            String channel,
            @Nullable UUID recipient,
            String state,
            int attempts,
            @Nullable String error,
            @Nullable String language) {

        /** Short, for assertions. */
        @Override
        public String toString() {
            return channel + " " + state + (error == null ? "" : " " + error);
        }
    }

    private Ledger() {}

    public static List<Line> of(UUID eventId) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement("""
                        SELECT id, rule, channel, recipient_id, state, attempts, last_error, language
                          FROM message WHERE event_id = ? ORDER BY rule, channel, id
                        """)) {
            statement.setObject(1, eventId);
            var lines = new ArrayList<Line>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(new Line(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getObject(4, UUID.class),
                            rows.getString(5),
                            rows.getInt(6),
                            rows.getString(7),
                            rows.getString(8)));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<String> states(UUID eventId) {
        return of(eventId).stream().map(Line::toString).toList();
    }
}
