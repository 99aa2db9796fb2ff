package org.schoolcase.referrals.casefile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The cases of the district, as far as they were told. */
@ApplicationScoped
class CaseFileRepository implements PanacheRepositoryBase<CaseFile, UUID> {

    /** The known case, or a new one: events may come in any order after a replay. */
    CaseFile knownOrNew(UUID caseId, UUID studentId) {
        return findByIdOptional(caseId).orElseGet(() -> {
            var file = new CaseFile(caseId, studentId);
            persist(file);
            return file;
        });
    }
}
