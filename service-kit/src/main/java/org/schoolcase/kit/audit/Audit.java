package org.schoolcase.kit.audit;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.journal.Journal;
import org.schoolcase.kit.journal.PendingAudit;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.tenant.Tenants;

/** Records who did, saw or was refused what. Append-only; sealed into a hash chain per district every second. */
@ApplicationScoped
public class Audit {

    private final Journal journal;
    private final AuditReads reads;
    private final CurrentUser caller;
    private final Tenants tenants;
    private final Clock clock;

    Audit(Journal journal, AuditReads reads, CurrentUser caller, Tenants tenants, Clock clock) {
        this.journal = journal;
        this.reads = reads;
        this.caller = caller;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** A change. Stored in the running transaction or not at all. */
    public void wrote(AuditEntry entry) {
        journal.add(pending(entry, "DONE"));
    }

    /** A disclosure to somebody outside the district. Stored in the running transaction or not at all. */
    public void disclosed(AuditEntry entry) {
        journal.add(pending(entry, "DISCLOSED"));
    }

    /** A record shown to staff or family. Stored within 100 ms, together with others. */
    public void showed(AuditEntry entry) {
        reads.add(pending(entry, "SHOWN"));
    }

    /** A record that was asked for and refused. Stored within 100 ms, together with others. */
    public void denied(AuditEntry entry) {
        reads.add(pending(entry, "DENIED"));
    }

    private PendingAudit pending(AuditEntry entry, String outcome) {
        var district = tenants.current().districtId();
        return new PendingAudit(
                district == null ? Tenants.NO_DISTRICT : district,
                Ids.next(),
                clock.instant(),
                caller.actor(),
                String.join(" ", caller.roles()),
                entry.action(),
                outcome,
                entry.entity(),
                entry.entityId(),
                entry.studentId(),
                String.join(",", entry.fields()),
                entry.basis(),
                Span.current().getSpanContext().getTraceId());
    }
}
