package org.schoolcase.cases.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casedeadline.DeadlineView;

/**
 * A consent as the API shows it.
 *
 * @param inForce given and not revoked
 * @param deadline the deadline that it set; only in the answer to its recording
 */
public record ConsentView(
        UUID id,
        UUID caseId,
        ConsentKind kind,
        String decision,
        boolean inForce,
        UUID guardianId,
        String scope,
        String language,
        String method,
        LocalDate signedOn,
        LocalDate receivedOn,
        @Nullable LocalDate revokedOn,
        @Nullable UUID revokedBy,
        @Nullable String revocationReason,
        String citation,
        @Nullable DeadlineView deadline) {

    static ConsentView of(Consent consent) {
        return of(consent, null);
    }

    static ConsentView of(Consent consent, @Nullable DeadlineView deadline) {
        return new ConsentView(
                consent.id(),
                consent.caseId(),
                consent.kind(),
                consent.decision().name(),
                consent.isInForce(),
                consent.guardianId(),
                consent.scope(),
                consent.language(),
                consent.method().name(),
                consent.signedOn(),
                consent.receivedOn(),
                consent.revokedOn(),
                consent.revokedBy(),
                consent.revocationReason(),
                consent.kind().citation(),
                deadline);
    }
}
