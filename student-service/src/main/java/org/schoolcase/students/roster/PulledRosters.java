package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.tenant.Tenants;

/** The way into the import for packages that the suite has made itself of a pulled roster: the same checks, queue and merge. */
@ApplicationScoped
public class PulledRosters {

    private final PackageSpool spool;
    private final PackageStore store;
    private final ImportWorker worker;
    private final Tenants tenants;
    private final Trail trail;

    PulledRosters(PackageSpool spool, PackageStore store, ImportWorker worker, Tenants tenants, Trail trail) {
        this.spool = spool;
        this.store = store;
        this.worker = worker;
        this.tenants = tenants;
        this.trail = trail;
    }

    /** Queues a package; what the caller adds is stored in the same transaction. A package that cannot be read is refused. */
    public void queue(UUID districtId, InputStream zip, Consumer<UUID> inSameTransaction) {
        var pack = spool.receive(zip);
        try {
            tenants.runInDistrict(districtId, () -> keep(pack));
            tenants.runInDistrict(districtId, () -> {
                trail.queue(pack);
                inSameTransaction.accept(pack.importId());
            });
        } finally {
            spool.delete(pack.file());
        }
        worker.wake();
    }

    private void keep(ReceivedPackage pack) {
        try {
            store.store(pack.importId(), pack.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Queues a package and says so. */
    @ApplicationScoped
    static class Trail {

        private final RosterImports imports;
        private final Audit audit;
        private final CurrentUser caller;
        private final Clock clock;

        Trail(RosterImports imports, Audit audit, CurrentUser caller, Clock clock) {
            this.imports = imports;
            this.audit = audit;
            this.caller = caller;
            this.clock = clock;
        }

        void queue(ReceivedPackage pack) {
            imports.queue(pack, caller.actor(), clock.instant());
            audit.wrote(AuditEntry.of("roster-import.queue", "roster-import", pack.importId()));
        }
    }
}
