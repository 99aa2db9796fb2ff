package org.schoolcase.students.roster;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Works off waiting imports, one per district at a time; any replica may, and goes on where a crashed one stopped. */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    /** What waits for a decision lets no later package overtake it; a dry run writes nothing, so it may. */
    private static final String WAITING = """
            SELECT district_id, id FROM (
                SELECT DISTINCT ON (district_id, dry_run) district_id, id, next_attempt_at, state FROM roster_import
                 WHERE state IN ('QUEUED', 'RUNNING', 'AWAITING_CONFIRMATION')
                 ORDER BY district_id, dry_run, id) oldest
             WHERE next_attempt_at <= now() AND state <> 'AWAITING_CONFIRMATION'
            """;

    private record Waiting(UUID districtId, UUID importId) {}

    private final AgroalDataSource relay;
    private final RunImport runImport;
    private final ExpireConfirmations expire;
    private final ReentrantLock working = new ReentrantLock();
    private final AtomicBoolean more = new AtomicBoolean();

    ImportWorker(@DataSource("relay") AgroalDataSource relay, RunImport runImport, ExpireConfirmations expire) {
        this.expire = expire;
        this.relay = relay;
        this.runImport = runImport;
    }

    /**
     * Looks for imports that were queued elsewhere or given up by a crash. On a thread of its own: a virtual one that computes would
     * keep a carrier from the requests.
     */
    @Scheduled(every = "${schoolcase.roster.poll:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        workOff();
    }

    /** Says that an import has just been queued here. */
    void wake() {
        Thread.ofPlatform().daemon().name("roster-import").start(this::workOff);
    }

    private void workOff() {
        more.set(true);
        if (!working.tryLock()) {
            return;
        }
        try {
            expire.handle();
            while (more.getAndSet(false)) {
                waiting().forEach(this::run);
            }
        } catch (SQLException e) {
            LOG.warnf("Roster imports are not worked off: SQL state %s", e.getSQLState());
        } finally {
            working.unlock();
        }
    }

    private void run(Waiting waiting) {
        if (runImport.handle(waiting.districtId(), waiting.importId())) {
            more.set(true);
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
