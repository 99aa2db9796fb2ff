package org.schoolcase.notifications.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the streams of this replica when something new is in their inbox, whichever replica put it there. One small
 * query serves all streams, and none is made while nobody waits.
 */
@ApplicationScoped
class InboxBell {

    private static final Logger LOG = Logger.getLogger(InboxBell.class);
    private static final String LAST_NUMBERS =
            "SELECT district_id, id, last_number FROM inbox_owner WHERE id = ANY (?)";

    /** An inbox of a district. */
    record Owner(UUID districtId, UUID id) {}

    private record Waiter(Owner owner, long number, CountDownLatch rung) {}

    private final AgroalDataSource relay;
    private final InboxConfig config;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private @Nullable Thread ringer;

    InboxBell(@DataSource("relay") AgroalDataSource relay, InboxConfig config) {
        this.relay = relay;
        this.config = config;
    }

    /** Waits until the owner's inbox has something above this number; false when the time is over. */
    boolean awaitAbove(Owner owner, long number, Duration longest) throws InterruptedException {
        var waiter = new Waiter(owner, number, new CountDownLatch(1));
        waiters.add(waiter);
        try {
            startRinger();
            return waiter.rung().await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            waiters.remove(waiter);
        }
    }

    private synchronized void startRinger() {
        if (ringer == null || !ringer.isAlive()) {
            ringer = Thread.ofVirtual().name("inbox-bell").start(this::ring);
        }
    }

    synchronized void stop(@Observes ShutdownEvent stop) {
        if (ringer != null) {
            ringer.interrupt();
        }
    }

    private void ring() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(config.poll().toNanos());
                if (!waiters.isEmpty()) {
                    ringOnce();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The bell stops");
        }
    }

    private void ringOnce() {
        try {
            var newest = lastNumbers(waiters.stream().map(Waiter::owner).toList());
            for (var waiter : waiters) {
                if (newest.getOrDefault(waiter.owner(), 0L) > waiter.number()) {
                    waiter.rung().countDown();
                }
            }
        } catch (SQLException e) {
            LOG.warnf("Streams wait for the database: %s", e.getSQLState());
        }
    }

    private Map<Owner, Long> lastNumbers(Collection<Owner> owners) throws SQLException {
        var numbers = new HashMap<Owner, Long>();
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement(LAST_NUMBERS)) {
            var ids = owners.stream().map(Owner::id).distinct().toArray();
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.put(
                            new Owner(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)), rows.getLong(3));
                }
            }
        }
        return numbers;
    }
}
