package org.schoolcase.students.indicator;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.indicator.DirtyStudents.Marked;

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
        var failures = next.stream()
                .flatMap(student -> failure(districtId, student).stream())
                .toList();
        if (!failures.isEmpty()) {
            LOG.warnf(
                    "Indicators of %d students of district %s cannot be computed and are set aside: %s",
                    failures.size(), districtId, failures.stream().distinct().collect(Collectors.joining(", ")));
            count();
        }
        return !next.isEmpty();
    }

    /** The class of what went wrong, and where; never of whom. */
    private Optional<String> failure(UUID districtId, Marked student) {
        try {
            tenants.inDistrict(districtId, () -> compute.one(student.studentId()));
            return Optional.empty();
        } catch (RuntimeException e) {
            tenants.runInDistrict(districtId, () -> dirty.setAside(student));
            return Optional.of("%s at %s".formatted(e.getClass().getName(), e.getStackTrace()[0]));
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
