package org.schoolcase.students.identity.review;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks for students to be compared, in the background and off the transactions that wrote them; any replica may. */
@ApplicationScoped
class MatchWorker {

    private static final Logger LOG = Logger.getLogger(MatchWorker.class);

    private static final String WAITING =
            "select d.id from district d where exists (select from student_identity_work w where w.district_id = d.id)";

    private final AgroalDataSource relay;
    private final FindMatches findMatches;

    MatchWorker(@DataSource("relay") AgroalDataSource relay, FindMatches findMatches) {
        this.relay = relay;
        this.findMatches = findMatches;
    }

    /** A batch of each district in turn, until nothing waits. */
    @Scheduled(every = "${schoolcase.identity.poll:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void poll() {
        try {
            var waiting = waiting();
            while (!waiting.isEmpty()) {
                waiting = waiting.stream().filter(this::worked).toList();
            }
        } catch (SQLException e) {
            LOG.warnf("Students are not compared: SQL state %s", e.getSQLState());
        }
    }

    private boolean worked(UUID districtId) {
        try {
            return findMatches.handle(districtId) > 0;
        } catch (RuntimeException e) {
            // The message may quote a row.
            LOG.warnf(
                    "Students of district %s are not compared: %s",
                    districtId, e.getClass().getName());
            return false;
        }
    }

    private List<UUID> waiting() throws SQLException {
        var found = new ArrayList<UUID>();
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement(WAITING);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }
}
