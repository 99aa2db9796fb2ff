package org.schoolcase.students.pull;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.schoolcase.kit.tenant.Tenants;

/** Makes the schedules' runs and works on those that wait, one per district at a time over all replicas. */
@ApplicationScoped
class PullWorker {

    private static final Logger LOG = Logger.getLogger(PullWorker.class);

    private static final String DUE =
            "SELECT district_id, id FROM roster_source WHERE active AND next_run_at <= now() LIMIT 1000";

    /** A run that a crash left running comes first: until it is over no other one of its district can begin. */
    private static final String WAITING = """
            SELECT DISTINCT ON (district_id) district_id, id FROM roster_pull
             WHERE next_attempt_at <= now() AND (state = 'QUEUED' OR state = 'RUNNING' AND lease_until < now())
             ORDER BY district_id, state = 'RUNNING' DESC, id
            """;

    private record Place(UUID districtId, UUID id) {}

    private final AgroalDataSource relay;
    private final Tenants tenants;
    private final RequestRun requestRun;
    private final RunPull runPull;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    PullWorker(@DataSource("relay") AgroalDataSource relay, Tenants tenants, RequestRun requestRun, RunPull runPull) {
        this.relay = relay;
        this.tenants = tenants;
        this.requestRun = requestRun;
        this.runPull = runPull;
    }

    @Scheduled(every = "${schoolcase.roster-pull.poll:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void poll() {
        try {
            for (var due : places(DUE)) {
                request(due);
            }
            places(WAITING).forEach(this::start);
        } catch (SQLException e) {
            LOG.warnf("Roster pulls wait: SQL state %s", e.getSQLState());
        }
    }

    /** What is wrong with the schedule of one district keeps no other waiting; it is tried again with the next round. */
    private void request(Place due) {
        try {
            tenants.runInDistrict(due.districtId(), () -> requestRun.onSchedule(due.id()));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "The schedule of roster source %s makes no run: %s",
                    due.id(), e.getClass().getName());
        }
    }

    /** A slow source of one district keeps no other waiting. */
    private void start(Place waiting) {
        if (busy.add(waiting.districtId())) {
            Thread.ofVirtual().name("roster-pull").start(() -> {
                try {
                    runPull.handle(waiting.districtId(), waiting.id());
                } catch (RuntimeException e) {
                    LOG.warnf(
                            "Roster pull %s was not begun: %s",
                            waiting.id(), e.getClass().getName());
                } finally {
                    busy.remove(waiting.districtId());
                }
            });
        }
    }

    private List<Place> places(String sql) throws SQLException {
        var found = new ArrayList<Place>();
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Place(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
            }
        }
        return found;
    }
}
