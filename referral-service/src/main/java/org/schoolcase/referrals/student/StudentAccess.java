package org.schoolcase.referrals.student;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** Which students a member of staff may know: all of the district, or those of his schools. */
@ApplicationScoped
public class StudentAccess {

    private final StudentRepository students;
    private final CurrentUser user;
    private final Audit audit;

    StudentAccess(StudentRepository students, CurrentUser user, Audit audit) {
        this.students = students;
        this.user = user;
        this.audit = audit;
    }

    /** The student, or 404 where he does not exist for the caller. */
    public Student require(UUID studentId, String action) {
        var student = students.findByIdOptional(studentId).orElseThrow(ProblemException::notFound);
        if (!mayKnow(student)) {
            audit.denied(AuditEntry.of(action, "student", studentId).student(studentId));
            throw ProblemException.notFound();
        }
        return student;
    }

    /** Whether the caller administers a school of the student. */
    public boolean isOfOwnSchool(UUID studentId) {
        return students.findByIdOptional(studentId)
                .filter(student -> student.attendsOneOf(user.schoolIds()))
                .isPresent();
    }

    private boolean mayKnow(Student student) {
        var knowsAll = user.acts(Role.COORDINATOR) || user.acts(Role.DISTRICT_ADMIN) || user.acts(Role.AUDITOR);
        var knowsHisSchools = user.acts(Role.CASE_MANAGER) || user.acts(Role.SCHOOL_ADMIN);
        return knowsAll || (knowsHisSchools && student.attendsOneOf(user.schoolIds()));
    }
}
