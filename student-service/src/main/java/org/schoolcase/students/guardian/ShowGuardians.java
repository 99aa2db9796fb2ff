package org.schoolcase.students.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.guardian.GuardianRepository.OfStudent;

/** Use case: somebody looks at guardians. Staff see all of a student; a guardian sees himself, not the others. */
@ApplicationScoped
class ShowGuardians {

    private final GuardianRepository guardians;
    private final CurrentUser user;
    private final Audit audit;

    ShowGuardians(GuardianRepository guardians, CurrentUser user, Audit audit) {
        this.guardians = guardians;
        this.user = user;
        this.audit = audit;
    }

    List<OfStudent> ofStudent(UUID studentId) {
        var found = guardians.ofStudent(studentId);
        audit.showed(AuditEntry.of("guardian.list", "student", studentId).student(studentId));
        return found;
    }

    Optional<OfStudent> find(UUID studentId, UUID guardianId) {
        var found = maySee(guardianId) ? guardians.find(studentId, guardianId) : Optional.<OfStudent>empty();
        found.ifPresent(_ -> audit.showed(
                AuditEntry.of("guardian.read", "guardian", guardianId).student(studentId)));
        return found;
    }

    private boolean maySee(UUID guardianId) {
        return !user.roles().equals(java.util.Set.of(Role.GUARDIAN))
                || user.guardianId().filter(guardianId::equals).isPresent();
    }
}
