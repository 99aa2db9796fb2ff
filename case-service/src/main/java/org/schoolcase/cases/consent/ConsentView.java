package org.schoolcase.cases.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casedeadline.DeadlineView;

/**
 * A consent as the API shows it.
 *
 * @param inForce given and not revoked
 * @param guardianId who signed; null when the adult student did (34 CFR 300.520)
 * @param requestId the request that it answers
 * @param deadline the deadline that it set; only in the answer to its recording
 */
public record ConsentView(
        UUID id,
        UUID caseId,
        ConsentKind kind,
        String decision,
        boolean inForce,
        @Nullable UUID guardianId,
        String scope,
        String language,
        String method,
        LocalDate signedOn,
        LocalDate receivedOn,
        @Nullable LocalDate revokedOn,
        @Nullable UUID revokedBy,
        @Nullable String revocationMethod,
        @Nullable String revocationReason,
        @Nullable UUID requestId,
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
                consent.revocationMethod() == null
                        ? null
                        : consent.revocationMethod().name(),
                consent.revocationReason(),
                consent.requestId(),
                consent.kind().citation(),
                deadline);
    }
}
