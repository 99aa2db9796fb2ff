package org.schoolcase.cases.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/**
 * Use case: notes in each open case of a student that he goes to another school. The flow gives its case manager the tasks
 * (34 CFR 300.323(e) to (g), 300.304(c)(5)); no clock starts, moves or ends by it, since the law names no number of days.
 */
@ApplicationScoped
class FollowEnrollment {

    private final MovedCases cases;
    private final ToldMoves moves;
    private final Happenings happenings;
    private final Outbox outbox;
    private final Audit audit;

    FollowEnrollment(MovedCases cases, ToldMoves moves, Happenings happenings, Outbox outbox, Audit audit) {
        this.cases = cases;
        this.moves = moves;
        this.happenings = happenings;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** He attends a school that he did not attend before, is back, or comes from another district; told twice it counts once. */
    void enrolled(EnrollmentTold told, UUID eventId) {
        cases.lockOpen(told).stream()
                .filter(file -> moves.isNew(file.id(), told, eventId))
                .forEach(file -> enrolled(file, told, eventId));
    }

    private void enrolled(CaseFile file, EnrollmentTold told, UUID eventId) {
        var evaluated = cases.isUnderEvaluation(file);
        note(file, Kind.STUDENT_ENROLLED, told, eventId);
        if (evaluated) {
            note(file, Kind.ENROLLED_DURING_EVALUATION, told, eventId);
        }
        outbox.append(new StudentEnrolled(file.id(), file.studentId(), told.on(), evaluated));
    }

    /** He goes to another school or district. */
    void left(EnrollmentTold told, UUID eventId) {
        cases.lockOpen(told).forEach(file -> note(file, Kind.STUDENT_ENROLLED_ELSEWHERE, told, eventId));
    }

    private void note(CaseFile file, Kind kind, EnrollmentTold told, UUID eventId) {
        var subject = told.transferId() == null ? eventId : told.transferId();
        happenings.note(file, kind, told.on(), subject);
        audit.wrote(AuditEntry.of("case.note-enrollment", "case", file.id())
                .student(file.studentId())
                .fields("timeline"));
    }
}
