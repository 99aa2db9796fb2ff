package org.schoolcase.cases.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** Keeps a hand-over, and tells everybody whom it concerns: the case's own story, the suite, the audit. */
@ApplicationScoped
class HandOverNotes {

    private final HandOverStore store;
    private final Happenings happenings;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    HandOverNotes(HandOverStore store, Happenings happenings, Outbox outbox, Audit audit, Clock clock) {
        this.store = store;
        this.happenings = happenings;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    void handedOver(CaseFile file, HandOverView done) {
        store.store(done, clock.instant());
        happenings.note(file, Kind.CASE_HANDED_OVER, done.handedOn(), done.id());
        outbox.append(HandedOver.of(done));
        audit.wrote(AuditEntry.of("case.hand-over", "case", file.id())
                .student(file.studentId())
                .fields("fromStaffId", "toStaffId", "roles", "duties", "reason"));
    }
}
