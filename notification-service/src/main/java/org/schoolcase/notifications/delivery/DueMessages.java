package org.schoolcase.notifications.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.schoolcase.notifications.rule.Channel;

/** Takes due messages of all districts, so that no other worker takes the same before the lease ends. */
@ApplicationScoped
class DueMessages {

    /** Materialized, so that no plan looks for due messages twice and takes more than the limit. */
    private static final String CLAIM = """
            WITH due AS MATERIALIZED (
                SELECT district_id, id FROM message
                 WHERE channel = ? AND next_attempt_at <= ?
                 ORDER BY next_attempt_at LIMIT ? FOR UPDATE SKIP LOCKED)
            UPDATE message SET next_attempt_at = ? FROM due
             WHERE message.district_id = due.district_id AND message.id = due.id
            RETURNING message.district_id, message.id, message.student_id
            """;

    /** A message that is to be delivered now. */
    record Due(UUID districtId, UUID messageId, UUID studentId) {}

    private final AgroalDataSource relay;
    private final Pace pace;

    DueMessages(@DataSource("relay") AgroalDataSource relay, Pace pace) {
        this.relay = relay;
        this.pace = pace;
    }

    List<Due> claim(Channel channel, int limit) throws SQLException {
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, channel.name());
            statement.setTimestamp(2, Timestamp.from(pace.now()));
            statement.setInt(3, limit);
            statement.setTimestamp(4, Timestamp.from(pace.leaseEnd()));
            return rows(statement);
        }
    }

    private static List<Due> rows(PreparedStatement statement) throws SQLException {
        var due = new ArrayList<Due>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                due.add(new Due(
                        rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getObject(3, UUID.class)));
            }
        }
        return due;
    }
}
