package org.schoolcase.cases.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores and lists consents. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, UUID> {

    private static final int MOST_OF_A_CASE = 200;

    /** The consents of a case, the newest first. */
    List<Consent> ofCase(UUID caseId) {
        return find("caseId = ?1 order by id desc", caseId)
                .page(0, MOST_OF_A_CASE)
                .list();
    }

    Optional<Consent> ofCase(UUID caseId, UUID consentId) {
        return find("caseId = ?1 and id = ?2", caseId, consentId).firstResultOptional();
    }
}
