package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.kit.tenant.Tenants;

/** Use case: a package comes in, is checked as a whole, stored, and queued. */
@ApplicationScoped
class ReceiveRoster {

    private final PackageSpool spool;
    private final PackageStore store;
    private final QueueImport queueImport;
    private final ImportWorker worker;
    private final Tenants tenants;

    ReceiveRoster(
            PackageSpool spool, PackageStore store, QueueImport queueImport, ImportWorker worker, Tenants tenants) {
        this.spool = spool;
        this.store = store;
        this.queueImport = queueImport;
        this.worker = worker;
        this.tenants = tenants;
    }

    RestResponse<RosterImportView> handle(InputStream body, ImportWish wish) throws IOException {
        var pack = spool.receive(body, wish);
        try {
            store.store(pack.importId(), pack.file());
            var answer = queue(pack);
            worker.wake();
            return answer;
        } finally {
            spool.delete(pack.file());
        }
    }

    /** An answer that is only repeated leaves no second package behind, nor does a refusal. */
    private RestResponse<RosterImportView> queue(ReceivedPackage pack) {
        boolean queued = false;
        try {
            var answer = queueImport.handle(pack);
            queued = answer.getHeaders().getFirst("Idempotency-Replayed") == null;
            return answer;
        } finally {
            if (!queued) {
                tenants.runInDistrict(tenants.districtId(), () -> store.delete(pack.importId()));
            }
        }
    }
}
