package org.schoolcase.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Deletes, a little at a time, sent events, claims and first answers that have served their time. */
@ApplicationScoped
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    /** Longer than events stay in a topic, so that a replay is still recognised. */
    private static final Duration KEEP_CLAIMS = Duration.ofDays(30);

    private static final Duration KEEP_ANSWERS = Duration.ofHours(24);

    private final AgroalDataSource dataSource;
    private final RelayConfig config;
    private final Clock clock;

    Housekeeping(@DataSource("relay") AgroalDataSource dataSource, RelayConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "{schoolcase.housekeeping.every}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void tidy() {
        delete("outbox_event", "sent_at", config.keep());
        delete("inbox_event", "received_at", KEEP_CLAIMS);
        delete("idempotency_key", "created_at", KEEP_ANSWERS);
    }

    private void delete(String table, String column, Duration keep) {
        var sql = "DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %2$s < ? LIMIT 10000))"
                .formatted(table, column);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, clock.instant().minus(keep).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf("Not tidied: %s: %s", table, e.getClass().getName());
        }
    }
}
