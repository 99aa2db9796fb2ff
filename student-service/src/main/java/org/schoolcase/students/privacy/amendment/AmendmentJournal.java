package org.schoolcase.students.privacy.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Locale;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.students.privacy.DistrictDates;

/** Tells each step of a request to the others and to the trail. */
@ApplicationScoped
class AmendmentJournal {

    private final Outbox outbox;
    private final Audit audit;
    private final DistrictDates dates;

    AmendmentJournal(Outbox outbox, Audit audit, DistrictDates dates) {
        this.outbox = outbox;
        this.audit = audit;
        this.dates = dates;
    }

    @Transactional(TxType.MANDATORY)
    void moved(Amendment amendment, String step, String citation) {
        outbox.append(new AmendmentMoved(
                amendment.id(),
                amendment.studentId(),
                amendment.guardianId(),
                step,
                amendment.state(),
                dates.instant()));
        audit.wrote(AuditEntry.of("amendment." + step.toLowerCase(Locale.ROOT), "amendment", amendment.id())
                .student(amendment.studentId())
                .basis(citation));
    }
}
