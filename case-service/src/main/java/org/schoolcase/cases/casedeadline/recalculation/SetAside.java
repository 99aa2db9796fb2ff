package org.schoolcase.cases.casedeadline.recalculation;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.schoolcase.cases.deadlinequeue.DirtyCases;
import org.schoolcase.kit.tenant.Tenants;

/**
 * Finds the cases of a batch that fails whose deadlines cannot be computed, and sets them aside, so that they keep no other waiting. They
 * are tried again later, and at once when something new comes in; the gauge {@code schoolcase.deadlines.set.aside} says how many there are.
 */
@ApplicationScoped
class SetAside {

    private static final Logger LOG = Logger.getLogger(SetAside.class);

    private final AgroalDataSource relay;
    private final RecalculateDeadlines recalculate;
    private final DirtyCases dirty;
    private final Tenants tenants;
    private final AtomicLong waiting;

    SetAside(
            @DataSource("relay") AgroalDataSource relay,
            RecalculateDeadlines recalculate,
            DirtyCases dirty,
            Tenants tenants,
            MeterRegistry metrics) {
        this.relay = relay;
        this.recalculate = recalculate;
        this.dirty = dirty;
        this.tenants = tenants;
        this.waiting = metrics.gauge("schoolcase.deadlines.set.aside", new AtomicLong());
    }

    /** Works off each of the next cases alone; false when none was left. What fails here is no data, but the database. */
    boolean oneByOne(UUID districtId, int most) {
        var next = tenants.inDistrict(districtId, () -> dirty.next(most));
        int failed = 0;
        for (var caseId : next) {
            failed += isComputed(districtId, caseId, failed == 0) ? 0 : 1;
        }
        if (failed > 0) {
            LOG.warnf(
                    "Deadlines of %d cases of district %s cannot be computed; the cases are set aside",
                    failed, districtId);
            count();
        }
        return !next.isEmpty();
    }

    /** Only the first fault of a batch is told: all of them often have one reason. */
    private boolean isComputed(UUID districtId, UUID caseId, boolean isFirst) {
        try {
            tenants.runInDistrict(districtId, () -> recalculate.one(caseId));
            return true;
        } catch (RuntimeException e) {
            if (isFirst) {
                LOG.warnf("Deadlines of case %s cannot be computed: %s", caseId, Fault.of(e));
            }
            tenants.runInDistrict(districtId, () -> dirty.setAside(caseId));
            return false;
        }
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void count() {
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement("SELECT count(*) FROM deadline_dirty WHERE failures > 0");
                var row = statement.executeQuery()) {
            row.next();
            waiting.set(row.getLong(1));
        } catch (SQLException e) {
            LOG.warnf("Cases set aside are not counted: SQL state %s", e.getSQLState());
        }
    }
}
