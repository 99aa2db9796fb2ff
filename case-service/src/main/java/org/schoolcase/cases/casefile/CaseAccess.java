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
import org.schoolcase.kit.security.Role;

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
        return toChange(caseId, Reach.CHANGE);
    }

    /** The same for a part of it that is open to more people. */
    public CaseFile toChange(UUID caseId, Reach reach) {
        return require(caseId, circle(reach), " FOR NO KEY UPDATE");
    }

    /** Whether the caller may change the case and what belongs to it. */
    public boolean mayChange(UUID caseId) {
        return isOpen(caseId, Reach.CHANGE);
    }

    /** Whether the case is open to the caller for something. */
    public boolean isOpen(UUID caseId, Reach reach) {
        return find(caseId, circle(reach), "").isPresent();
    }

    /** Who the caller is where a case that is open to him is so as family alone. */
    public Optional<Family> familyOnly(UUID caseId) {
        var family = user.has(Role.GUARDIAN) || user.has(Role.STUDENT);
        if (!family || isOpen(caseId, Reach.READ)) {
            return Optional.empty();
        }
        return Optional.of(new Family(
                user.guardianId().filter(_ -> user.has(Role.GUARDIAN)).orElse(null)));
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
