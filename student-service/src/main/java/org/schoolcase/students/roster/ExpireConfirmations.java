package org.schoolcase.students.roster;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.schoolcase.kit.tenant.Tenants;

/** Use case: imports that nobody confirmed in time are called off, so that later packages of their districts go on. */
@ApplicationScoped
class ExpireConfirmations {

    private static final Logger LOG = Logger.getLogger(ExpireConfirmations.class);

    private static final String OVERDUE = """
            SELECT district_id, id FROM roster_import
             WHERE state = 'AWAITING_CONFIRMATION' AND awaiting_until <= ? ORDER BY awaiting_until LIMIT 100
            """;

    private record Overdue(UUID districtId, UUID importId) {}

    private final AgroalDataSource relay;
    private final Tenants tenants;
    private final ImportLifecycle lifecycle;
    private final Clock clock;

    ExpireConfirmations(
            @DataSource("relay") AgroalDataSource relay, Tenants tenants, ImportLifecycle lifecycle, Clock clock) {
        this.relay = relay;
        this.tenants = tenants;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    void handle() throws SQLException {
        overdue().forEach(this::expire);
    }

    private void expire(Overdue overdue) {
        try {
            tenants.runInDistrict(overdue.districtId(), () -> lifecycle.expire(overdue.importId(), clock.instant()));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Roster import %s is not called off: %s",
                    overdue.importId(), e.getClass().getName());
        }
    }

    private List<Overdue> overdue() throws SQLException {
        var found = new ArrayList<Overdue>();
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement(OVERDUE)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Overdue(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
                }
            }
        }
        return found;
    }
}
