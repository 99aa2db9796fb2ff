package org.schoolcase.referrals.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** Stores decisions about disclosure together with the event and the audit entry that belong to each. */
@ApplicationScoped
class ConsentJournal {

    private final DisclosureConsents consents;
    private final Outbox outbox;
    private final Audit audit;

    ConsentJournal(DisclosureConsents consents, Outbox outbox, Audit audit) {
        this.consents = consents;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Stores a decision; a refusal also ends what the same guardian gave to the same agency before. */
    @Transactional(TxType.MANDATORY)
    DisclosureConsent record(ConsentRequest signed, Instant at, String actor) {
        if (signed.decision() == ConsentDecision.REFUSED) {
            consents.standing(signed.studentId(), signed.agencyId(), signed.guardianId())
                    .forEach(earlier -> revoke(earlier, at, actor));
        }
        var consent = DisclosureConsent.record(signed, at, actor);
        consents.persistAndFlush(consent);
        outbox.append(DisclosureConsentRecorded.of(consent, signed.decision().name(), at));
        audit.wrote(entry("disclosure-consent.recorded", consent));
        return consent;
    }

    @Transactional(TxType.MANDATORY)
    void revoke(DisclosureConsent consent, Instant at, String actor) {
        if (consent.isRevoked()) {
            return;
        }
        consent.revoke(at, actor);
        consents.flush();
        outbox.append(DisclosureConsentRecorded.of(consent, "REVOKED", at));
        audit.wrote(entry("disclosure-consent.revoked", consent));
    }

    private static AuditEntry entry(String action, DisclosureConsent consent) {
        return AuditEntry.of(action, "disclosure-consent", consent.id())
                .student(consent.studentId())
                .basis("34 CFR 99.30");
    }
}
