package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** Tells with whose eyes the caller reads the assessments of a case that is open to him. */
@ApplicationScoped
class Readers {

    /** They read all of a case that is open to them and change none of it. */
    private static final Set<String> OVERSEERS = Set.of(Role.SCHOOL_ADMIN, Role.AUDITOR);

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
        return oversees() || access.mayChange(caseId)
                ? new Reader.OfStaff()
                : new Reader.OfTeam(user.staffId().orElseThrow());
    }

    private boolean oversees() {
        return user.roles().stream().anyMatch(OVERSEERS::contains);
    }
}
