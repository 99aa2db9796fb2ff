package org.schoolcase.referrals.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.referrals.student.StudentAccess;

/** Use case: the school records that a consent was taken back; the agency's next read shows nothing more. */
@ApplicationScoped
class RevokeConsent {

    /** What came of it. */
    sealed interface Outcome {
        record Revoked(DisclosureConsent consent) implements Outcome {}

        record NeverGiven() implements Outcome {}
    }

    private final StudentAccess students;
    private final DisclosureConsents consents;
    private final ConsentJournal journal;
    private final Clock clock;

    RevokeConsent(StudentAccess students, DisclosureConsents consents, ConsentJournal journal, Clock clock) {
        this.students = students;
        this.consents = consents;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(UUID consentId, CurrentUser by) {
        var consent = consents.findByIdOptional(consentId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemException::notFound);
        students.require(consent.studentId(), "disclosure-consent.revoke");
        if (!consent.isGiven()) {
            return new Outcome.NeverGiven();
        }
        journal.revoke(consent, clock.instant().truncatedTo(ChronoUnit.MICROS), by.actor());
        return new Outcome.Revoked(consent);
    }
}
