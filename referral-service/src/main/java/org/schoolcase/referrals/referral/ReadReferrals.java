package org.schoolcase.referrals.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.referrals.casefile.CaseAccess;
import org.schoolcase.referrals.referral.ReferralRepository.Filter;
import org.schoolcase.referrals.referral.ReferralRepository.Reach;

/** Shows referrals to the staff of the school who may see them. */
@ApplicationScoped
class ReadReferrals {

    private final ReferralRepository referrals;
    private final ReferralSteps steps;
    private final CaseAccess cases;
    private final CurrentUser user;
    private final Audit audit;

    ReadReferrals(ReferralRepository referrals, ReferralSteps steps, CaseAccess cases, CurrentUser user, Audit audit) {
        this.referrals = referrals;
        this.steps = steps;
        this.cases = cases;
        this.user = user;
        this.audit = audit;
    }

    @Transactional
    ReferralView one(UUID referralId) {
        var referral = referrals.findByIdOptional(referralId).orElseThrow(ProblemException::notFound);
        cases.requireRead(referral.caseId(), referral.studentId(), "referral.read");
        audit.showed(AuditEntry.of("referral.read", "referral", referralId).student(referral.studentId()));
        return view(referral);
    }

    @Transactional
    List<ReferralItem> list(Filter filter, Cursor from, int limit) {
        var rows = referrals.list(filter, reach(), from, limit);
        rows.forEach(r ->
                audit.showed(AuditEntry.of("referral.list", "referral", r.id()).student(r.studentId())));
        return rows.stream().map(ReferralItem::of).toList();
    }

    ReferralView view(Referral referral) {
        return ReferralView.of(referral, steps.of(referral.id()));
    }

    private Reach reach() {
        var all = user.acts(Role.COORDINATOR) || user.acts(Role.DISTRICT_ADMIN) || user.acts(Role.AUDITOR);
        var manager = user.acts(Role.CASE_MANAGER) ? user.staffId().orElse(null) : null;
        Set<UUID> schools = user.acts(Role.SCHOOL_ADMIN) ? user.schoolIds() : Set.of();
        return new Reach(all, manager, schools);
    }
}
