package org.schoolcase.students.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.students.timeline.DistrictDay;

/** Use case: the school records that a student comes from, or goes to, another school. */
@ApplicationScoped
class RecordTransfer {

    private final TransferRepository transfers;
    private final Outbox outbox;
    private final Audit audit;
    private final CurrentUser user;
    private final DistrictDay day;

    RecordTransfer(TransferRepository transfers, Outbox outbox, Audit audit, CurrentUser user, DistrictDay day) {
        this.transfers = transfers;
        this.outbox = outbox;
        this.audit = audit;
        this.user = user;
        this.day = day;
    }

    /** Of a student whom the caller may see. */
    @Transactional
    StudentTransfer handle(StudentTransfer.Details details) {
        var transfer = new StudentTransfer(Ids.next(), details, user.actor(), day.now());
        transfers.add(transfer);
        transfers.send();
        tell(transfer.id(), details);
        audit.wrote(AuditEntry.of("transfer.record", "transfer", transfer.id())
                .student(details.studentId())
                .fields("direction", "organization", "otherDistrict", "effectiveOn", "planInForce"));
        return transfer;
    }

    private void tell(UUID id, StudentTransfer.Details details) {
        var studentId = details.studentId();
        var cases = transfers.openCases(studentId);
        switch (details.direction()) {
            case OUT -> outbox.append(new EnrolledElsewhere(studentId, id, cases, details.effectiveOn()));
            case IN -> {
                if (details.planInForce() || !cases.isEmpty()) {
                    outbox.append(new EnrolledWithActivePlan(studentId, List.of(), cases, details.effectiveOn(), id));
                }
            }
        }
    }
}
