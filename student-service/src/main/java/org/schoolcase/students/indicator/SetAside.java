package org.schoolcase.students.indicator;

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
import org.schoolcase.kit.tenant.Tenants;

/**
 * Finds the students of a batch that fails whose indicators cannot be computed, and sets them aside, so that they keep nobody else
 * waiting. They are tried again later, and at once when data of theirs come in; the gauge {@code schoolcase.indicators.set.aside} says
 * how many there are.
 */
@ApplicationScoped
class SetAside {

    private static final Logger LOG = Logger.getLogger(SetAside.class);

    private final AgroalDataSource relay;
    private final ComputeIndicators compute;
    private final DirtyStudents dirty;
    private final Tenants tenants;
    private final AtomicLong waiting;

    SetAside(
            @DataSource("relay") AgroalDataSource relay,
            ComputeIndicators compute,
            DirtyStudents dirty,
            Tenants tenants,
            MeterRegistry metrics) {
        this.relay = relay;
        this.compute = compute;
        this.dirty = dirty;
        this.tenants = tenants;
        this.waiting = metrics.gauge("schoolcase.indicators.set.aside", new AtomicLong());
    }

    /** Computes each of the next students alone; false when nobody was left. What fails here is no data, but the database. */
    boolean oneByOne(UUID districtId) {
        var next = tenants.inDistrict(districtId, () -> dirty.next(ComputeIndicators.BATCH));
        int failed = 0;
        for (var student : next) {
            failed += isComputed(districtId, student) ? 0 : 1;
        }
        if (failed > 0) {
            LOG.warnf(
                    "Indicators of %d students of district %s cannot be computed and are set aside",
                    failed, districtId);
            count();
        }
        return !next.isEmpty();
    }

    private boolean isComputed(UUID districtId, UUID studentId) {
        try {
            tenants.inDistrict(districtId, () -> compute.one(studentId));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Indicators of student %s cannot be computed: %s at %s",
                    studentId, e.getClass().getName(), e.getStackTrace()[0]);
            tenants.runInDistrict(districtId, () -> dirty.setAside(studentId));
            return false;
        }
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void count() {
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement("SELECT count(*) FROM indicator_dirty WHERE failures > 0");
                var row = statement.executeQuery()) {
            row.next();
            waiting.set(row.getLong(1));
        } catch (SQLException e) {
            LOG.warnf("Students set aside are not counted: SQL state %s", e.getSQLState());
        }
    }
}
