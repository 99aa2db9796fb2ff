package org.schoolcase.referrals.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.referrals.student.StudentAccess;

/** Which cases a member of staff may act on, and which he may read. */
@ApplicationScoped
public class CaseAccess {

    private final CaseFileRepository cases;
    private final StudentAccess students;
    private final CurrentUser user;
    private final Audit audit;

    CaseAccess(CaseFileRepository cases, StudentAccess students, CurrentUser user, Audit audit) {
        this.cases = cases;
        this.students = students;
        this.user = user;
        this.audit = audit;
    }

    /** The case on which the caller works as its case manager or as coordinator, or 404. */
    public CaseFile requireWork(UUID caseId, String action) {
        var file = cases.findByIdOptional(caseId).orElseThrow(ProblemException::notFound);
        if (!user.acts(Role.COORDINATOR) && !manages(file)) {
            throw denied(action, file.id(), file.studentId());
        }
        return file;
    }

    /** Refuses with 404 who may not read what belongs to the case. */
    public void requireRead(UUID caseId, UUID studentId, String action) {
        var readsAll = user.acts(Role.COORDINATOR) || user.acts(Role.DISTRICT_ADMIN) || user.acts(Role.AUDITOR);
        if (!readsAll && !managesOne(caseId) && !administersSchoolOf(studentId)) {
            throw denied(action, caseId, studentId);
        }
    }

    private boolean managesOne(UUID caseId) {
        return cases.findByIdOptional(caseId).filter(this::manages).isPresent();
    }

    private boolean manages(CaseFile file) {
        Optional<UUID> staff = user.staffId();
        return user.acts(Role.CASE_MANAGER) && staff.filter(file::isManagedBy).isPresent();
    }

    private boolean administersSchoolOf(UUID studentId) {
        return user.acts(Role.SCHOOL_ADMIN) && students.isOfOwnSchool(studentId);
    }

    private ProblemException denied(String action, UUID caseId, UUID studentId) {
        audit.denied(AuditEntry.of(action, "case", caseId).student(studentId));
        return ProblemException.notFound();
    }
}
