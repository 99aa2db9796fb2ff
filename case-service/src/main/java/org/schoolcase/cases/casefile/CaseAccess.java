package org.schoolcase.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;

/** Opens a case to those with a relation to it, with one query; to everybody else it does not exist. */
@ApplicationScoped
public class CaseAccess {

    private final Session session;
    private final CurrentUser user;
    private final DistrictNow district;
    private final Audit audit;

    CaseAccess(Session session, CurrentUser user, DistrictNow district, Audit audit) {
        this.session = session;
        this.user = user;
        this.district = district;
        this.audit = audit;
    }

    /** The cases open to the caller, for lists. */
    public Circle circle(Reach reach) {
        return Circle.of(user, reach, district.today());
    }

    /** The case for reading; 404 when it is not open to the caller. */
    public CaseFile toRead(UUID caseId, Reach reach) {
        return require(caseId, circle(reach), "");
    }

    /** The case for changing it or what belongs to it; its changes wait for each other. */
    public CaseFile toChange(UUID caseId) {
        return require(caseId, circle(Reach.CHANGE), " FOR NO KEY UPDATE");
    }

    /** Whether the caller may change the case and what belongs to it. */
    public boolean mayChange(UUID caseId) {
        return find(caseId, circle(Reach.CHANGE), "").isPresent();
    }

    /** Writes the changes of this transaction now, so that the case's new version is known. */
    public void write() {
        session.flush();
    }

    private CaseFile require(UUID caseId, Circle circle, String lock) {
        return find(caseId, circle, lock).orElseThrow(() -> denied(caseId));
    }

    private Optional<CaseFile> find(UUID caseId, Circle circle, String lock) {
        var query = session.createNativeQuery(
                "SELECT c.* FROM case_file c WHERE c.id = :id AND " + circle.sql() + lock, CaseFile.class);
        query.setParameter("id", caseId);
        circle.bind(query);
        return query.getResultList().stream().findFirst();
    }

    private ProblemException denied(UUID caseId) {
        audit.denied(AuditEntry.of("case.access", "case", caseId));
        return ProblemException.notFound();
    }
}
