package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.roster.RosterImportView.State;
import org.schoolcase.students.roster.merge.ImportRun;

/** Begins and ends imports: at the end its state, the event, the audit entry and the removal of the package are one transaction. */
@ApplicationScoped
class ImportLifecycle {

    private final ImportStates states;
    private final PackageStore store;
    private final Tenants tenants;
    private final ImportJournal journal;
    private final RosterConfig config;

    ImportLifecycle(
            ImportStates states, PackageStore store, Tenants tenants, ImportJournal journal, RosterConfig config) {
        this.states = states;
        this.store = store;
        this.tenants = tenants;
        this.journal = journal;
        this.config = config;
    }

    /** True when the import was waiting and its time had come. */
    boolean begin(UUID districtId, UUID importId) {
        return tenants.inDistrict(districtId, () -> states.begin(importId, journal.now(), config.attempts()));
    }

    ImportRun.Options options(UUID districtId, UUID importId) {
        return tenants.inDistrict(districtId, () -> states.options(importId, config.chunkRows()));
    }

    /** Ends an import as its run came out, or lets it wait for a decision. */
    void settle(UUID districtId, UUID importId, ImportRun.Outcome outcome) {
        tenants.runInDistrict(districtId, () -> {
            switch (outcome) {
                case DONE -> end(importId, states.outcome(importId), "");
                case CANCELLED -> end(importId, State.CANCELLED, "");
                case AWAITING_CONFIRMATION -> {
                    states.await(importId, journal.now().plus(config.confirmationTime()));
                    journal.waits(importId);
                }
            }
        });
    }

    /** Ends an import that nobody works on; in the running transaction. */
    void cancel(UUID importId) {
        end(importId, State.CANCELLED, "");
    }

    /** Ends an import that waited in vain for a confirmation; in the running transaction. */
    void expire(UUID importId, Instant now) {
        if (states.takeOverdue(importId, now)) {
            end(importId, State.CANCELLED, "import.confirmation-expired");
        }
    }

    /** Fails an import that was begun too often; true when it was. */
    boolean giveUp(UUID districtId, UUID importId) {
        return tenants.inDistrict(districtId, () -> {
            boolean exhausted = states.isExhausted(importId, config.attempts());
            if (exhausted) {
                end(importId, State.FAILED, "roster-import.gave-up");
            }
            return exhausted;
        });
    }

    private void end(UUID importId, State state, String failureCode) {
        var now = journal.now();
        var options = states.options(importId, config.chunkRows());
        states.finish(importId, state, now, failureCode);
        store.delete(importId);
        TraceParent.within(options.traceparent(), () -> journal.ended(importId, state, now, options.dryRun()));
    }
}
