package org.schoolcase.students.roster;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.schoolcase.kit.http.PeopleAsking;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.roster.merge.DistrictSession;
import org.schoolcase.students.roster.merge.ImportRun;

/** Use case: one waiting import is worked off to its end, or until something fails; then it waits for the next try. */
@ApplicationScoped
class RunImport {

    /** Leaves people a part of the machine; whoever runs an import reads from the database how far it came. */
    private record Considerate(PeopleAsking people) implements ImportRun.Checkpoint {

        @Override
        public void reached(String file, long line) {
            // Nobody here counts along.
        }

        @Override
        public boolean isQuiet() {
            return people.isQuiet();
        }
    }

    private static final Logger LOG = Logger.getLogger(RunImport.class);

    private final AgroalDataSource dataSource;
    private final Tenants tenants;
    private final ImportFiles files;
    private final ImportLifecycle lifecycle;
    private final PeopleAsking people;

    RunImport(
            AgroalDataSource dataSource,
            Tenants tenants,
            ImportFiles files,
            ImportLifecycle lifecycle,
            PeopleAsking people) {
        this.dataSource = dataSource;
        this.tenants = tenants;
        this.files = files;
        this.lifecycle = lifecycle;
        this.people = people;
    }

    /** True when the import has ended. */
    boolean handle(UUID districtId, UUID importId) {
        try (var session = DistrictSession.open(tenants, dataSource, districtId)) {
            return session.lock(districtId) && run(session, districtId, importId);
        } catch (SQLException e) {
            // The message may quote a row.
            LOG.warnf("Roster import %s stopped: SQL state %s", importId, e.getSQLState());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Roster import %s stopped: %s at %s", importId, e.getClass().getName(), e.getStackTrace()[0]);
        }
        return false;
    }

    private boolean run(DistrictSession session, UUID districtId, UUID importId) throws SQLException {
        if (!lifecycle.begin(districtId, importId)) {
            return lifecycle.giveUp(districtId, importId);
        }
        var options = lifecycle.options(districtId, importId);
        var zip = files.load(districtId, importId);
        ImportRun.Outcome outcome;
        try {
            outcome = new ImportRun(session, districtId, importId, options, new Considerate(people))
                    .run(zip, files.limits());
        } finally {
            files.delete(zip);
        }
        lifecycle.settle(districtId, importId, outcome);
        return outcome != ImportRun.Outcome.AWAITING_CONFIRMATION;
    }
}
