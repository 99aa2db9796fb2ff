package org.schoolcase.students.privacy.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.RecordRights;

/** Use case: a family asks that its child's record be amended (34 CFR 99.20(a)). */
@ApplicationScoped
class RequestAmendment {

    private final RecordRights rights;
    private final Amendments amendments;
    private final AmendmentJournal journal;
    private final DistrictDates dates;
    private final CurrentUser user;

    RequestAmendment(
            RecordRights rights,
            Amendments amendments,
            AmendmentJournal journal,
            DistrictDates dates,
            CurrentUser user) {
        this.rights = rights;
        this.amendments = amendments;
        this.journal = journal;
        this.dates = dates;
        this.user = user;
    }

    @Transactional
    AmendmentView handle(UUID studentId, AmendmentRequest request) {
        dates.notInFuture(request.receivedOn(), "/receivedOn");
        var by = rights.requester(studentId, request.guardianId(), request.byStudent());
        var amendment = new Amendment(studentId, request, by, dates.instant(), user.actor());
        amendments.add(amendment);
        journal.moved(amendment, "REQUEST", "34 CFR 99.20(a)");
        return amendment.view();
    }
}
