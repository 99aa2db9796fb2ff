package org.schoolcase.cases.casedeadline.recalculation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.schoolcase.cases.deadlinequeue.DirtyCases;
import org.schoolcase.kit.http.PeopleAsking;
import org.schoolcase.kit.tenant.District;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** Works off marked cases, in any replica: each batch is a transaction, and takes only those that nobody else has. */
@ApplicationScoped
class RecalculationJob {

    private static final Logger LOG = Logger.getLogger(RecalculationJob.class);

    private static final String WAITING = """
            SELECT d.id FROM district d WHERE EXISTS (SELECT FROM deadline_dirty q WHERE q.district_id = d.id AND %s)
            """.formatted(DirtyCases.DUE);

    private final AgroalDataSource relay;
    private final RecalculateDeadlines recalculate;
    private final SetAside setAside;
    private final Districts districts;
    private final Tenants tenants;
    private final Pace pace;

    RecalculationJob(
            @DataSource("relay") AgroalDataSource relay,
            RecalculateDeadlines recalculate,
            SetAside setAside,
            Districts districts,
            Tenants tenants,
            PeopleAsking people) {
        this.relay = relay;
        this.recalculate = recalculate;
        this.setAside = setAside;
        this.districts = districts;
        this.tenants = tenants;
        this.pace = new Pace(people, Pace::sleep, System::nanoTime);
    }

    /** On a thread of its own: a virtual one that computes would keep a carrier from the requests. */
    @Scheduled(every = "${schoolcase.deadline.poll:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        workOff(this::waiting);
    }

    /** New rule files come with a new version of the service. */
    @Scheduled(
            every = "${schoolcase.deadline.law-check:1h}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void checkLaw() {
        districts.all().stream().filter(District::active).forEach(district -> {
            try {
                tenants.inDistrict(district.id(), recalculate::markIfLawChanged);
            } catch (RuntimeException e) {
                LOG.warnf("Deadlines are not marked: %s", e.getClass().getName());
            }
        });
    }

    /** Works off to the end whichever districts wait, by turns. */
    void workOff(Supplier<List<UUID>> waiting) {
        var turns = new Turns(waiting, this::batch);
        pace.run(turns::next);
    }

    /** What fails together is worked off one by one. */
    private boolean batch(UUID district, int most) {
        try {
            return tenants.inDistrict(district, () -> recalculate.nextBatch(most));
        } catch (RuntimeException e) {
            LOG.warnf("Deadlines are computed one by one: %s", Fault.of(e));
            return setAside.oneByOne(district, most);
        }
    }

    private List<UUID> waiting() {
        var found = new ArrayList<UUID>();
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement(WAITING);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        } catch (SQLException e) {
            LOG.warnf("Deadlines are not computed anew: SQL state %s", e.getSQLState());
        }
        return found;
    }
}
