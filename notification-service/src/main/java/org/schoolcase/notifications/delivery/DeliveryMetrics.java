package org.schoolcase.notifications.delivery;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.schoolcase.notifications.ledger.MessageState;

/** How many messages are owed and for how long, of all districts; read from the ledger when a scrape asks. */
@ApplicationScoped
class DeliveryMetrics {

    private static final Logger LOG = Logger.getLogger(DeliveryMetrics.class);
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final String OPEN = """
            SELECT state, count(*), extract(epoch FROM now() - min(created_at))::float8
              FROM message WHERE next_attempt_at IS NOT NULL GROUP BY state
            """;

    private record Open(double count, double ageSeconds) {}

    private static final Open NONE = new Open(0, 0);

    private final AgroalDataSource relay;
    private final Clock clock;
    private Map<MessageState, Open> open = Map.of();
    private Instant readAt = Instant.EPOCH;

    DeliveryMetrics(@DataSource("relay") AgroalDataSource relay, Clock clock) {
        this.relay = relay;
        this.clock = clock;
    }

    void register(@Observes StartupEvent start, MeterRegistry meters) {
        for (var state : List.of(MessageState.QUEUED, MessageState.WAITING_FOR_RECIPIENT, MessageState.RETRY)) {
            Gauge.builder("schoolcase.notifications.open", () -> open(state).count())
                    .description("Messages owed")
                    .tag("state", state.name())
                    .register(meters);
            Gauge.builder("schoolcase.notifications.oldest.age", () -> open(state)
                            .ageSeconds())
                    .description("Age of the oldest message owed")
                    .baseUnit("seconds")
                    .tag("state", state.name())
                    .register(meters);
        }
    }

    private synchronized Open open(MessageState state) {
        if (readAt.plus(FRESH).isBefore(clock.instant())) {
            try {
                open = read();
                readAt = clock.instant();
            } catch (SQLException e) {
                LOG.debugf("Not counted: %s", e.getSQLState());
            }
        }
        return open.getOrDefault(state, NONE);
    }

    private Map<MessageState, Open> read() throws SQLException {
        var read = new EnumMap<MessageState, Open>(MessageState.class);
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement(OPEN);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                read.put(MessageState.valueOf(rows.getString(1)), new Open(rows.getDouble(2), rows.getDouble(3)));
            }
        }
        return read;
    }
}
