package org.schoolcase.cases.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.casefile.Barrier;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.casefile.Circle;
import org.schoolcase.cases.casefile.NewCases;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** Use case: a case manager or coordinator opens a case for a student and becomes its case manager. */
@ApplicationScoped
public class OpenCase {

    /** What is known when a case is opened. */
    public record Command(
            UUID studentId, CaseFile.Source source, String reason, Set<Barrier> barriers, LocalDate receivedOn) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Opened(CaseFile file, TeamMember caseManager) implements Outcome {}

        record StudentOutOfReach() implements Outcome {}

        record AlreadyOpen() implements Outcome {}

        record ReceivedInFuture(LocalDate today) implements Outcome {}

        record NoStaffId() implements Outcome {}
    }

    private final NewCases cases;
    private final CurrentUser user;
    private final DistrictNow district;
    private final Happenings happenings;
    private final Outbox outbox;
    private final Audit audit;

    OpenCase(
            NewCases cases, CurrentUser user, DistrictNow district, Happenings happenings, Outbox outbox, Audit audit) {
        this.cases = cases;
        this.user = user;
        this.district = district;
        this.happenings = happenings;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    public Outcome handle(Command command) {
        var today = district.today();
        if (command.receivedOn().isAfter(today)) {
            return new Outcome.ReceivedInFuture(today);
        }
        return user.staffId().map(staff -> open(command, staff, today)).orElseGet(Outcome.NoStaffId::new);
    }

    private Outcome open(Command command, UUID staffId, LocalDate today) {
        var file = CaseFile.open(
                command.studentId(),
                command.source(),
                command.reason(),
                command.barriers(),
                command.receivedOn(),
                today);
        return switch (cases.open(file, staffId, user.has(Role.COORDINATOR), Circle.array(user))) {
            case DONE -> opened(file, new TeamMember(staffId, TeamMember.Role.CASE_MANAGER, today, null));
            case ALREADY_OPEN -> new Outcome.AlreadyOpen();
            case STUDENT_OUT_OF_REACH -> outOfReach(command.studentId());
        };
    }

    private Outcome opened(CaseFile file, TeamMember manager) {
        happenings.noteOpened(file);
        outbox.append(new CaseOpened(file.id(), file.studentId(), manager.staffId(), manager.from()));
        audit.wrote(AuditEntry.of("case.open", "case", file.id())
                .student(file.studentId())
                .fields("source", "reason", "barriers", "receivedOn"));
        return new Outcome.Opened(file, manager);
    }

    private Outcome outOfReach(UUID studentId) {
        audit.denied(AuditEntry.of("case.open", "student", studentId));
        return new Outcome.StudentOutOfReach();
    }
}
