package org.schoolcase.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Seals new audit entries into each district's hash chain, every second, one sealer at a time in the whole suite. */
@ApplicationScoped
public class AuditSealer {

    private static final Logger LOG = Logger.getLogger(AuditSealer.class);

    private final AgroalDataSource dataSource;

    AuditSealer(@DataSource("relay") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Scheduled(every = "{schoolcase.audit.seal-every}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void seal() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT seal_audit()");
        } catch (SQLException e) {
            LOG.warnf("The audit trail is not sealed: %s", e.getClass().getName());
        }
    }
}
