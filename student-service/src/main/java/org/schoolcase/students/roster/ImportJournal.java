package org.schoolcase.students.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.students.roster.RosterImportView.State;

/** What the end of an import leaves in the event log and in the audit. */
@ApplicationScoped
class ImportJournal {

    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ImportJournal(Outbox outbox, Audit audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void ended(UUID importId, State state, Instant now) {
        outbox.append(new RosterImportFinished(importId, state, now));
        audit.wrote(
                AuditEntry.of("roster-import.finish", "roster-import", importId).fields("state"));
    }
}
