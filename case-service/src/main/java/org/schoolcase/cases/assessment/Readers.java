package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.security.CurrentUser;

/** Tells with whose eyes the caller reads the assessments of a case that is open to him. */
@ApplicationScoped
class Readers {

    private final CaseAccess access;
    private final CurrentUser user;

    Readers(CaseAccess access, CurrentUser user) {
        this.access = access;
        this.user = user;
    }

    Reader of(UUID caseId) {
        if (access.familyOnly(caseId).isPresent()) {
            return new Reader.OfFamily();
        }
        return access.isOpen(caseId, Reach.OVERSEE)
                ? new Reader.OfStaff()
                : new Reader.OfTeam(user.staffId().orElseThrow());
    }
}
