package org.schoolcase.referrals.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.referrals.directory.AgencyRepository;
import org.schoolcase.referrals.student.StudentAccess;

/** Use case: the school records what a guardian signed about disclosure to an agency. */
@ApplicationScoped
class RecordConsent {

    /** What came of it. */
    sealed interface Outcome {
        record Recorded(DisclosureConsent consent) implements Outcome {}

        record Flawed(ConsentPolicy.Flaw flaw) implements Outcome {}

        record UnknownAgency() implements Outcome {}

        record NoGuardianOfTheStudent() implements Outcome {}

        record NoEducationalRights() implements Outcome {}
    }

    private final StudentAccess students;
    private final AgencyRepository agencies;
    private final ConsentJournal journal;
    private final DistrictCalendar calendar;
    private final Clock clock;

    RecordConsent(
            StudentAccess students,
            AgencyRepository agencies,
            ConsentJournal journal,
            DistrictCalendar calendar,
            Clock clock) {
        this.students = students;
        this.agencies = agencies;
        this.journal = journal;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(ConsentRequest signed, CurrentUser by) {
        var student = students.require(signed.studentId(), "disclosure-consent.record");
        var signer = student.guardian(signed.guardianId());
        if (signer.isEmpty()) {
            return new Outcome.NoGuardianOfTheStudent();
        }
        if (!signer.get().educationalRights()) {
            return new Outcome.NoEducationalRights();
        }
        if (!agencies.isKnown(signed.agencyId())) {
            return new Outcome.UnknownAgency();
        }
        return ConsentPolicy.flawOf(signed, calendar.today())
                .<Outcome>map(Outcome.Flawed::new)
                .orElseGet(() -> new Outcome.Recorded(journal.record(signed, now(), by.actor())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
