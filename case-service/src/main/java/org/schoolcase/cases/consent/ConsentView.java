package org.schoolcase.cases.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casedeadline.DeadlineView;
import org.schoolcase.cases.casefile.Family;

/**
 * A consent as the API shows it.
 *
 * @param inForce given, not revoked and not used up
 * @param guardianId who signed; null when the adult student did (34 CFR 300.520)
 * @param requestId the request that it answers
 * @param usedOn when the evaluation that it was for was decided upon: another one needs a consent of its own
 * @param usedFor that evaluation
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
        @Nullable LocalDate usedOn,
        @Nullable UUID usedFor,
        String citation,
        @Nullable DeadlineView deadline) {

    static ConsentView of(Consent consent) {
        return of(consent, null);
    }

    /** As a parent or the adult student reads it: what another said to a revocation is between him and the school. */
    static ConsentView forFamily(Consent consent, Family reader) {
        return view(consent, null, reader.is(consent.revokedBy()) ? consent.revocationReason() : null);
    }

    static ConsentView of(Consent consent, @Nullable DeadlineView deadline) {
        return view(consent, deadline, consent.revocationReason());
    }

    private static ConsentView view(
            Consent consent, @Nullable DeadlineView deadline, @Nullable String revocationReason) {
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
                revocationReason,
                consent.requestId(),
                consent.usedOn(),
                consent.usedFor(),
                consent.kind().citation(),
                deadline);
    }
}
