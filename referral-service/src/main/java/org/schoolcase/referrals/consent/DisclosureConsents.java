package org.schoolcase.referrals.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.paging.Cursor;

/** The decisions about disclosure of the district. */
@ApplicationScoped
public class DisclosureConsents implements PanacheRepositoryBase<DisclosureConsent, UUID> {

    /** The newest consent under which all these fields may go to the agency on that day. */
    public Optional<DisclosureConsent> inForce(
            UUID studentId, UUID agencyId, Collection<DisclosableField> fields, LocalDate today) {
        return list("studentId = ?1 and agencyId = ?2 and revokedAt is null order by id desc", studentId, agencyId)
                .stream()
                .filter(consent -> consent.isInForce(today) && consent.covers(fields))
                .findFirst();
    }

    /** What one guardian gave to one agency and has not revoked. */
    List<DisclosureConsent> standing(UUID studentId, UUID agencyId, UUID guardianId) {
        return list(
                "studentId = ?1 and agencyId = ?2 and guardianId = ?3 and decision = ?4 and revokedAt is null",
                studentId,
                agencyId,
                guardianId,
                ConsentDecision.GIVEN);
    }

    /** The decisions about a student in the order of recording, one more than the limit. */
    List<DisclosureConsent> ofStudent(UUID studentId, Cursor from, int limit) {
        var after = from.isStart() ? new UUID(0, 0) : from.uuid(0);
        return find("studentId = ?1 and id > ?2 order by id", studentId, after)
                .range(0, limit)
                .list();
    }
}
