package org.schoolcase.referrals.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Locale;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** Stores a referral's step together with the event and the audit entry that belong to it. */
@ApplicationScoped
class ReferralJournal {

    private final ReferralRepository referrals;
    private final ReferralSteps steps;
    private final Outbox outbox;
    private final Audit audit;
    private final Stamp stamp;

    ReferralJournal(ReferralRepository referrals, ReferralSteps steps, Outbox outbox, Audit audit, Stamp stamp) {
        this.referrals = referrals;
        this.steps = steps;
        this.outbox = outbox;
        this.audit = audit;
        this.stamp = stamp;
    }

    /** Stores a new draft. Nobody is told: it is still the case manager's own paper. */
    @Transactional(TxType.MANDATORY)
    Referral drafted(Referral.Draft draft, UUID requestedBy) {
        var now = stamp.now();
        var referral = Referral.draft(draft, requestedBy, now);
        referrals.persist(referral);
        steps.persist(ReferralStep.drafted(referral, new ReferralStep.Why(stamp.actor(), now, null, null)));
        referrals.flush();
        audit.wrote(entry(referral));
        return referral;
    }

    /** Makes an allowed move, stores it and tells it. */
    @Transactional(TxType.MANDATORY)
    void moved(Referral referral, ReferralState to, MoveReferral.Move move) {
        var now = stamp.now();
        var from = referral.state();
        referral.moveTo(to, now);
        var why = new ReferralStep.Why(stamp.actor(), now, move.reasonCode(), move.note());
        steps.persist(ReferralStep.moved(referral, from, why));
        referrals.flush();
        outbox.append(ReferralFact.of(referral, now, move.reasonCode()));
        audit.wrote(entry(referral));
    }

    private static AuditEntry entry(Referral referral) {
        var reached = referral.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return AuditEntry.of("referral." + reached, "referral", referral.id()).student(referral.studentId());
    }
}
