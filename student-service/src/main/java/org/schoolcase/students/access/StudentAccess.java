package org.schoolcase.students.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Districts;

/** Answers which students the caller of this request may see; what he may not see does not exist for him. */
@ApplicationScoped
public class StudentAccess {

    private final CurrentUser user;
    private final Districts districts;
    private final Rows rows;
    private final Audit audit;
    private final Clock clock;

    StudentAccess(CurrentUser user, Districts districts, Rows rows, Audit audit, Clock clock) {
        this.user = user;
        this.districts = districts;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** The condition to be put into a select over student. */
    public Relation relation() {
        return relation(user.actingRoles());
    }

    /** The same for what only some of the roles may know: others open nothing. */
    public Relation relationBy(Set<String> roles) {
        return relation(user.actingRoles().stream().filter(roles::contains).collect(Collectors.toSet()));
    }

    private Relation relation(Set<String> roles) {
        var caller = new Relation.Caller(roles, user.schoolIds(), user.staffId(), user.guardianId(), user.studentId());
        return Relation.of(caller, today());
    }

    /** Goes on only if the caller may see this student: one lookup. */
    public void require(UUID studentId) {
        var relation = relation();
        var query =
                Query.of("select 1 from student s where s.id = ?", studentId).and(relation);
        if (rows.first(query, row -> true).isEmpty()) {
            throw refused(studentId);
        }
    }

    /** Records the refusal; the answer is the same as for an id that does not exist. */
    public ProblemException refused(UUID studentId) {
        audit.denied(AuditEntry.of("student.read", "student", studentId).student(studentId));
        return ProblemException.notFound();
    }

    /** The date in the caller's district. */
    public LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), districts.require(user.districtId()).timeZone());
    }
}
