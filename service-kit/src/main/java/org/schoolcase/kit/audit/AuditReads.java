package org.schoolcase.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.journal.JournalWriter;
import org.schoolcase.kit.journal.PendingAudit;

/**
 * Stores entries of reads in batches. When the store cannot follow, readers wait; if it stays away, they are refused:
 * nothing is shown that cannot be recorded.
 */
@ApplicationScoped
class AuditReads {

    private static final Logger LOG = Logger.getLogger(AuditReads.class);
    private static final int QUEUE = 10_000;
    private static final int BATCH = 1_000;
    private static final Duration GATHER = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final AgroalDataSource dataSource;
    private final BlockingQueue<PendingAudit> queue = new ArrayBlockingQueue<>(QUEUE);
    private volatile boolean running;
    private @Nullable Thread thread;

    AuditReads(@DataSource("relay") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().daemon().name("audit-reads").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.join(PATIENCE);
        }
    }

    void add(PendingAudit entry) {
        try {
            if (!queue.offer(entry, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The audit trail cannot be written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void run() {
        var batch = new ArrayList<PendingAudit>(BATCH);
        while (running || !queue.isEmpty()) {
            try {
                gather(batch);
                if (!batch.isEmpty()) {
                    write(batch);
                    batch.clear();
                }
            } catch (SQLException e) {
                LOG.warnf("Audit entries wait: %s", e.getClass().getName());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void gather(List<PendingAudit> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            var first = queue.poll(GATHER.toMillis(), TimeUnit.MILLISECONDS);
            if (first == null) {
                return;
            }
            batch.add(first);
            Thread.sleep(GATHER);
        }
        queue.drainTo(batch, BATCH - batch.size());
    }

    private void write(List<PendingAudit> batch) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            new JournalWriter(connection).write(List.of(), batch, null);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
