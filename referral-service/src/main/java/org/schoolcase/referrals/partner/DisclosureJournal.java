package org.schoolcase.referrals.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.referrals.consent.DisclosureConsent;
import org.schoolcase.referrals.referral.Referral;

/** Writes each disclosure into the trail, and tells the student service for the log that the family reads (34 CFR 99.32). */
@ApplicationScoped
class DisclosureJournal {

    /** The legitimate interest of an agency that serves a student. */
    private static final String PURPOSE = "SERVICE_REFERRAL";

    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    DisclosureJournal(Audit audit, Outbox outbox, Clock clock) {
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void disclosed(Referral referral, DisclosureConsent consent) {
        var fields = referral.fields().stream().map(Enum::name).toList();
        audit.disclosed(AuditEntry.of("referral.disclosed", "referral", referral.id())
                .student(referral.studentId())
                .fields(fields.toArray(String[]::new))
                .basis("consent:" + consent.id()));
        outbox.append(new ReferralDisclosed(
                Ids.next(),
                referral.id(),
                referral.studentId(),
                referral.agencyId(),
                consent.id(),
                fields,
                PURPOSE,
                "34 CFR 99.30",
                clock.instant()));
    }
}
