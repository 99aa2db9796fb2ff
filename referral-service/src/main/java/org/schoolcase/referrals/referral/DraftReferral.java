package org.schoolcase.referrals.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.referrals.casefile.CaseAccess;
import org.schoolcase.referrals.casefile.CaseFile;
import org.schoolcase.referrals.directory.OfferedService;
import org.schoolcase.referrals.directory.OfferedServiceRepository;

/** Use case: a case manager drafts a referral for the student of a case; nothing leaves the house yet. */
@ApplicationScoped
class DraftReferral {

    /** What came of it. */
    sealed interface Outcome {
        record Drafted(Referral referral) implements Outcome {}

        record CaseClosed() implements Outcome {}

        record UnknownService() implements Outcome {}

        record ServiceTakesNone() implements Outcome {}
    }

    private final CaseAccess cases;
    private final OfferedServiceRepository services;
    private final ReferralJournal journal;

    DraftReferral(CaseAccess cases, OfferedServiceRepository services, ReferralJournal journal) {
        this.cases = cases;
        this.services = services;
        this.journal = journal;
    }

    @Transactional
    Outcome handle(ReferralRequest asked, UUID requestedBy) {
        var file = cases.requireWork(asked.caseId(), "referral.draft");
        if (!file.isOpen()) {
            return new Outcome.CaseClosed();
        }
        var service = services.findByIdOptional(asked.serviceId());
        if (service.isEmpty()) {
            return new Outcome.UnknownService();
        }
        if (!service.get().takesReferrals()) {
            return new Outcome.ServiceTakesNone();
        }
        return new Outcome.Drafted(journal.drafted(draft(asked, file, service.get()), requestedBy));
    }

    private static Referral.Draft draft(ReferralRequest asked, CaseFile file, OfferedService service) {
        return new Referral.Draft(
                file.id(),
                file.studentId(),
                service.agencyId(),
                service.id(),
                asked.reason(),
                asked.urgency(),
                asked.fields());
    }
}
