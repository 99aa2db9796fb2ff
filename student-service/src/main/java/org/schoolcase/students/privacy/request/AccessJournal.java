package org.schoolcase.students.privacy.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Event;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.students.privacy.DistrictDates;

/** Tells each step of a request to inspect to the others and to the trail. */
@ApplicationScoped
class AccessJournal {

    private final Outbox outbox;
    private final Audit audit;
    private final DistrictDates dates;

    AccessJournal(Outbox outbox, Audit audit, DistrictDates dates) {
        this.outbox = outbox;
        this.audit = audit;
        this.dates = dates;
    }

    @Transactional(TxType.MANDATORY)
    void moved(AccessRequest request, String action) {
        var view = request.view(java.util.List.of());
        outbox.append(new AccessRequestMoved(
                request.id(),
                request.studentId(),
                request.guardianId(),
                request.state(),
                view.due().on(),
                dates.instant()));
        audit.wrote(AuditEntry.of(action, "access-request", request.id())
                .student(request.studentId())
                .basis("34 CFR 99.10"));
    }

    @Transactional(TxType.MANDATORY)
    void tell(Event fact) {
        outbox.append(fact);
    }
}
