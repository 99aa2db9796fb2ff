package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.security.CurrentUser;

/** Use case: a received package becomes an import that waits to be worked off. */
@ApplicationScoped
class QueueImport {

    private final RosterImports imports;
    private final Audit audit;
    private final CurrentUser caller;
    private final Clock clock;

    QueueImport(RosterImports imports, Audit audit, CurrentUser caller, Clock clock) {
        this.imports = imports;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** The same key and package give the first answer again: the fingerprint of the argument is the package's digest. */
    @Idempotent
    @Transactional
    RestResponse<RosterImportView> handle(ReceivedPackage pack) {
        imports.queue(pack, caller.actor(), clock.instant());
        audit.wrote(AuditEntry.of("roster-import.queue", "roster-import", pack.importId()));
        return ResponseBuilder.<RosterImportView>accepted()
                .location(URI.create("/v1/roster-imports/" + pack.importId()))
                .entity(imports.find(pack.importId()).orElseThrow())
                .build();
    }
}
