package org.schoolcase.students.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.security.CurrentUser;

/** Use case: a received file becomes an import that waits to be worked off. */
@ApplicationScoped
class QueueFile {

    private final Imports imports;
    private final Audit audit;
    private final CurrentUser caller;

    QueueFile(Imports imports, Audit audit, CurrentUser caller) {
        this.imports = imports;
        this.audit = audit;
        this.caller = caller;
    }

    /** The same key and file give the first answer again: what counts of the argument is the file, not its new id. */
    @Idempotent
    @Transactional
    RestResponse<ImportView> handle(Imports.Received file) {
        imports.queue(file, caller.actor());
        audit.wrote(AuditEntry.of("indicator-import.queue", "indicator-import", file.id())
                .fields("kind", "source"));
        return ResponseBuilder.<ImportView>accepted()
                .location(URI.create("/v1/indicator-imports/" + file.id()))
                .entity(imports.find(file.id()).orElseThrow())
                .build();
    }
}
