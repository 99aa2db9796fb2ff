package org.schoolcase.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.cases.action.Gates;
import org.schoolcase.cases.casedeadline.CaseClocks;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** Use case: the case manager ends the work on a case; its running deadlines end with it. */
@ApplicationScoped
class CloseCase {

    record Command(UUID caseId, LocalDate closedOn, String reason) {}

    sealed interface Outcome {
        record Closed(CaseFile file) implements Outcome {}

        record OutOfOrder(LocalDate earliest, LocalDate latest) implements Outcome {}
    }

    private final CaseAccess access;
    private final CloseCaseAction action;
    private final Gates gates;
    private final CaseClocks clocks;
    private final Happenings happenings;
    private final DistrictNow district;
    private final Outbox outbox;
    private final Audit audit;

    CloseCase(
            CaseAccess access,
            CloseCaseAction action,
            Gates gates,
            CaseClocks clocks,
            Happenings happenings,
            DistrictNow district,
            Outbox outbox,
            Audit audit) {
        this.access = access;
        this.action = action;
        this.gates = gates;
        this.clocks = clocks;
        this.happenings = happenings;
        this.district = district;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    Outcome handle(Command command) {
        var file = access.toChange(command.caseId());
        gates.require(action, file);
        var today = district.today();
        if (command.closedOn().isBefore(file.receivedOn()) || command.closedOn().isAfter(today)) {
            return new Outcome.OutOfOrder(file.receivedOn(), today);
        }
        return close(command, file);
    }

    private Outcome close(Command command, CaseFile file) {
        file.close(command.closedOn(), command.reason());
        clocks.caseClosed(file.id(), command.closedOn());
        happenings.note(file, Kind.CASE_CLOSED, command.closedOn(), file.id());
        outbox.append(new CaseClosed(file.id(), file.studentId(), command.closedOn()));
        audit.wrote(AuditEntry.of("case.close", "case", file.id())
                .student(file.studentId())
                .fields("closedOn", "closureReason"));
        access.write();
        return new Outcome.Closed(file);
    }
}
