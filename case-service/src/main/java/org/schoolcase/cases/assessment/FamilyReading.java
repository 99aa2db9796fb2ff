package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** Whether a case is open to the caller as a parent alone: then he reads what is final, and not the secret items of tests. */
@ApplicationScoped
class FamilyReading {

    private final Session session;
    private final CaseAccess access;
    private final CurrentUser user;

    FamilyReading(Session session, CaseAccess access, CurrentUser user) {
        this.session = session;
        this.access = access;
        this.user = user;
    }

    /** Of a case that is open to the caller. */
    boolean isFamilyOnly(UUID caseId) {
        if (!user.has(Role.GUARDIAN)) {
            return false;
        }
        var staff = access.circle(Reach.READ);
        var query = session.createNativeQuery(
                "SELECT count(*) FROM case_file c WHERE c.id = :id AND " + staff.sql(), Long.class);
        query.setParameter("id", caseId);
        staff.bind(query);
        return query.getSingleResult() == 0;
    }
}
