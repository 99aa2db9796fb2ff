package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.students.roster.RosterImportView.State;

/** What the end of an import leaves in the event log and in the audit. */
@ApplicationScoped
class ImportJournal {

    private final Outbox outbox;
    private final Audit audit;
    private final CurrentUser caller;
    private final Clock clock;

    ImportJournal(Outbox outbox, Audit audit, CurrentUser caller, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Issuer and subject of the caller. */
    String actor() {
        return caller.actor();
    }

    void decided(String action, UUID importId) {
        audit.wrote(AuditEntry.of(action, "roster-import", importId).fields("state"));
    }

    void waits(UUID importId) {
        audit.wrote(
                AuditEntry.of("roster-import.stop", "roster-import", importId).fields("state"));
    }

    Instant now() {
        return clock.instant();
    }

    /** A dry run has changed nothing, so nobody is told of it. */
    void ended(UUID importId, State state, Instant now, boolean dryRun) {
        if (!dryRun) {
            outbox.append(new RosterImportFinished(importId, state, now));
        }
        audit.wrote(
                AuditEntry.of("roster-import.finish", "roster-import", importId).fields("state"));
    }
}
