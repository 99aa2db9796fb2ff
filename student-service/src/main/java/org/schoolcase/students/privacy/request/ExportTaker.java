package org.schoolcase.students.privacy.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.Beholder;
import org.schoolcase.students.privacy.RecordRights;

/**
 * Policy: as whom the caller takes an export. Who is a guardian of the student takes it as a guardian, whatever office he holds: his own,
 * and only while he holds educational rights. A student, too, takes his own only while he holds them.
 */
@ApplicationScoped
class ExportTaker {

    private final CurrentUser user;
    private final Beholder beholder;
    private final RecordRights rights;

    ExportTaker(CurrentUser user, Beholder beholder, RecordRights rights) {
        this.user = user;
        this.beholder = beholder;
        this.rights = rights;
    }

    String actor() {
        return user.actor();
    }

    boolean isCustodian(UUID studentId) {
        return (user.has(Role.DISTRICT_ADMIN) || user.has(Role.COORDINATOR))
                && beholder.on(studentId) instanceof Beholder.Eyes.OfStaff;
    }

    boolean isRequester(AccessRequest request) {
        if (request.guardianId() == null) {
            return rights.isHimself(request.studentId());
        }
        return user.has(Role.GUARDIAN)
                && user.guardianId()
                        .filter(request::isOf)
                        .filter(id -> rights.holds(id, request.studentId()))
                        .isPresent();
    }
}
