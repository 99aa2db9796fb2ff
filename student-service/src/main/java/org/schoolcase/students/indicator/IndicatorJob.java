package org.schoolcase.students.indicator;

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
import org.schoolcase.kit.tenant.District;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** Works off marked students, in any replica: each batch is a transaction, and takes only those that nobody else has. */
@ApplicationScoped
class IndicatorJob {

    private static final Logger LOG = Logger.getLogger(IndicatorJob.class);

    private static final String WAITING = """
            SELECT d.id FROM district d WHERE EXISTS (SELECT FROM indicator_dirty i WHERE i.district_id = d.id AND %s)
            """.formatted(DirtyStudents.DUE);

    private final AgroalDataSource relay;
    private final ComputeIndicators compute;
    private final SetAside setAside;
    private final Districts districts;
    private final Tenants tenants;

    IndicatorJob(
            @DataSource("relay") AgroalDataSource relay,
            ComputeIndicators compute,
            SetAside setAside,
            Districts districts,
            Tenants tenants) {
        this.relay = relay;
        this.compute = compute;
        this.setAside = setAside;
        this.districts = districts;
        this.tenants = tenants;
    }

    @Scheduled(every = "${schoolcase.indicator.poll:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void poll() {
        try {
            waiting().forEach(this::workOff);
        } catch (SQLException e) {
            LOG.warnf("Indicators are not computed: SQL state %s", e.getSQLState());
        }
    }

    /** New rules and new school years begin without any data coming in. */
    @Scheduled(
            every = "${schoolcase.indicator.rollover:1h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void rollOver() {
        districts.all().stream().filter(District::active).forEach(district -> {
            try {
                tenants.inDistrict(district.id(), compute::markOutdated);
            } catch (RuntimeException e) {
                LOG.warnf("Outdated indicators are not marked: %s", e.getClass().getName());
            }
        });
    }

    private void workOff(UUID districtId) {
        try {
            boolean more = true;
            while (more) {
                more = batch(districtId);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Indicators are not computed: %s at %s", e.getClass().getName(), e.getStackTrace()[0]);
        }
    }

    private boolean batch(UUID districtId) {
        try {
            return tenants.inDistrict(districtId, compute::nextBatch);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Indicators are computed one by one: %s at %s", e.getClass().getName(), e.getStackTrace()[0]);
            return setAside.oneByOne(districtId);
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
