package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.roster.RosterImportView.State;

/** Begins and ends imports: at the end its state, the event, the audit entry and the removal of the package are one transaction. */
@ApplicationScoped
class ImportLifecycle {

    private final RosterImports imports;
    private final PackageStore store;
    private final Tenants tenants;
    private final ImportJournal journal;
    private final RosterConfig config;

    ImportLifecycle(
            RosterImports imports, PackageStore store, Tenants tenants, ImportJournal journal, RosterConfig config) {
        this.imports = imports;
        this.store = store;
        this.tenants = tenants;
        this.journal = journal;
        this.config = config;
    }

    /** True when the import was waiting and its time had come. */
    boolean begin(UUID districtId, UUID importId) {
        return tenants.inDistrict(districtId, () -> imports.begin(importId, journal.now(), config.attempts()));
    }

    void complete(UUID districtId, UUID importId) {
        tenants.runInDistrict(districtId, () -> end(importId, imports.outcome(importId), ""));
    }

    /** Fails an import that was begun too often; true when it was. */
    boolean giveUp(UUID districtId, UUID importId) {
        return tenants.inDistrict(districtId, () -> {
            boolean exhausted = imports.isExhausted(importId, config.attempts());
            if (exhausted) {
                end(importId, State.FAILED, "roster-import.gave-up");
            }
            return exhausted;
        });
    }

    private void end(UUID importId, State state, String failureCode) {
        var now = journal.now();
        imports.finish(importId, state, now, failureCode);
        store.delete(importId);
        journal.ended(importId, state, now);
    }
}
