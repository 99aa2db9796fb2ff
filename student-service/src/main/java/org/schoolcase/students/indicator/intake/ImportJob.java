package org.schoolcase.students.indicator.intake;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Works off waiting imports part by part; any replica may, and one that crashes leaves its part to the others. */
@ApplicationScoped
class ImportJob {

    private static final Logger LOG = Logger.getLogger(ImportJob.class);

    private static final String WAITING = """
            SELECT district_id, id FROM indicator_import
             WHERE state IN ('QUEUED', 'RUNNING') AND next_attempt_at <= now() ORDER BY id LIMIT 100
            """;

    private record Waiting(UUID districtId, UUID importId) {}

    private final AgroalDataSource relay;
    private final WorkOffImport workOff;
    private final ReentrantLock working = new ReentrantLock();
    private final AtomicBoolean more = new AtomicBoolean();

    ImportJob(@DataSource("relay") AgroalDataSource relay, WorkOffImport workOff) {
        this.relay = relay;
        this.workOff = workOff;
    }

    @Scheduled(every = "${schoolcase.indicator.poll:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void poll() {
        run();
    }

    /** Says that an import has just been queued here. */
    void wake() {
        Thread.ofVirtual().name("indicator-import").start(this::run);
    }

    private void run() {
        more.set(true);
        if (!working.tryLock()) {
            return;
        }
        try {
            while (more.getAndSet(false)) {
                waiting().forEach(waiting -> workOff.handle(waiting.districtId(), waiting.importId()));
            }
        } catch (SQLException e) {
            LOG.warnf("Indicator imports are not worked off: SQL state %s", e.getSQLState());
        } finally {
            working.unlock();
        }
    }

    private List<Waiting> waiting() throws SQLException {
        var found = new ArrayList<Waiting>();
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement(WAITING);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Waiting(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
            }
        }
        return found;
    }
}
