package org.schoolcase.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Carries "there is something to send" between the processes of a service by LISTEN and NOTIFY. The notification is not
 * part of the business transaction, where it would make all commits of the server wait for each other.
 */
@ApplicationScoped
class WakeUps {

    private static final Logger LOG = Logger.getLogger(WakeUps.class);
    private static final int WAIT_MILLIS = 1_000;

    private final AgroalDataSource dataSource;
    private volatile boolean running;

    WakeUps(@DataSource("relay") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void listen(Runnable wake) {
        running = true;
        Thread.ofPlatform().daemon().name("outbox-wake-ups").start(() -> run(wake));
    }

    void stop() {
        running = false;
    }

    void tellOthers() {
        execute("NOTIFY outbox");
    }

    private void run(Runnable wake) {
        while (running) {
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("LISTEN outbox");
                var notifications = connection.unwrap(PGConnection.class);
                while (running) {
                    if (notifications.getNotifications(WAIT_MILLIS).length > 0) {
                        wake.run();
                    }
                }
                statement.execute("UNLISTEN *");
            } catch (SQLException e) {
                LOG.debugf("Not listening: %s", e.getClass().getName());
                pause();
            }
        }
    }

    private void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            LOG.debugf("Not told: %s", e.getClass().getName());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
