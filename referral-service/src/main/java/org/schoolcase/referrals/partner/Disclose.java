package org.schoolcase.referrals.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.schoolcase.referrals.consent.DisclosureConsent;
import org.schoolcase.referrals.consent.DisclosureConsents;
import org.schoolcase.referrals.consent.DistrictCalendar;
import org.schoolcase.referrals.partner.Disclosure.Ground;
import org.schoolcase.referrals.referral.Referral;
import org.schoolcase.referrals.student.StudentRepository;

/**
 * Discloses the agreed fields of a referral as they are now, through the consent in force now (34 CFR 99.30), and logs
 * it in the same transaction (99.32). Without one, or once the referral has ended, nothing is disclosed.
 */
@ApplicationScoped
class Disclose {

    private final DisclosureConsents consents;
    private final StudentRepository students;
    private final DistrictCalendar calendar;
    private final DisclosureJournal journal;

    Disclose(
            DisclosureConsents consents,
            StudentRepository students,
            DistrictCalendar calendar,
            DisclosureJournal journal) {
        this.consents = consents;
        this.students = students;
        this.calendar = calendar;
        this.journal = journal;
    }

    @Transactional(TxType.MANDATORY)
    Disclosure handle(Referral referral) {
        if (referral.state().ended()) {
            return new Disclosure.Withheld(Ground.PURPOSE_ENDED);
        }
        var consent = consents.inForce(referral.studentId(), referral.agencyId(), referral.fields(), calendar.today());
        if (consent.isEmpty()) {
            return new Disclosure.Withheld(groundOf(referral));
        }
        var student = students.findByIdOptional(referral.studentId());
        if (student.isEmpty()) {
            return new Disclosure.Withheld(Ground.RECORD_GONE);
        }
        journal.disclosed(referral, consent.get());
        return new Disclosure.Shown(SharedFields.of(referral, student.get()));
    }

    private Ground groundOf(Referral referral) {
        return consents.findByIdOptional(referral.consentId())
                .filter(DisclosureConsent::isRevoked)
                .map(_ -> Ground.CONSENT_REVOKED)
                .orElse(Ground.CONSENT_EXPIRED);
    }
}
