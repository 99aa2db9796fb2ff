package org.schoolcase.cases.caseload.balance;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.cases.caseload.policy.CaseloadPolicy;
import org.schoolcase.cases.caseload.policy.CaseloadPolicy.Measure;
import org.schoolcase.cases.caseload.policy.CaseloadView;
import org.schoolcase.cases.caseload.policy.Load;
import org.schoolcase.cases.caseload.policy.Loads;
import org.schoolcase.cases.caseload.policy.Policies;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursor;

/** Use case: who could carry which case instead, and why. It writes nothing. */
@ApplicationScoped
class SuggestBalance {

    private static final int MOST_CARRIERS = 1000;
    private static final int GIVERS = 20;

    private final Policies policies;
    private final Loads loads;
    private final BalanceData data;
    private final DistrictNow district;
    private final Audit audit;

    SuggestBalance(Policies policies, Loads loads, BalanceData data, DistrictNow district, Audit audit) {
        this.policies = policies;
        this.loads = loads;
        this.data = data;
        this.district = district;
        this.audit = audit;
    }

    List<Suggestion> handle(int most) {
        var policy = policies.policy();
        var found = loads.heaviest(policy, TeamMember.Role.CASE_MANAGER, new Cursor(List.of()), MOST_CARRIERS);
        var schools = data.schools(found.stream().map(Load::staffId).toList());
        var carriers =
                found.stream().map(load -> carrier(load, policy, schools)).toList();
        var givers = carriers.stream()
                .sorted(Comparator.comparing(Carrier::isOver)
                        .thenComparing(Carrier::load)
                        .reversed())
                .limit(GIVERS)
                .map(Carrier::staffId)
                .toList();
        var suggestions = new Balancer(carriers, data.casesOf(givers, policy), district.today()).suggest(most);
        suggestions.forEach(it -> audit.showed(
                AuditEntry.of("caseload.balance", "case", it.caseId()).student(it.studentId())));
        return suggestions;
    }

    private static Carrier carrier(Load load, CaseloadPolicy policy, Map<UUID, Set<UUID>> schools) {
        var cap = tightest(load, policy);
        return new Carrier(
                load.staffId(),
                policy.weighs() ? load.weight() : BigDecimal.valueOf(load.cases()),
                cap.map(CaseloadView.AgainstCap::most).orElse(null),
                cap.map(CaseloadView.AgainstCap::citation).orElse(null),
                schools.getOrDefault(load.staffId(), Set.of()),
                schools.containsKey(load.staffId()));
    }

    /** The smallest cap over all levels of school in the measure that loads are compared by. */
    private static Optional<CaseloadView.AgainstCap> tightest(Load load, CaseloadPolicy policy) {
        var measure = policy.weighs() ? Measure.WEIGHT : Measure.CASES;
        return load.against(policy).stream()
                .filter(cap -> cap.measure() == measure && cap.schoolLevel() == null)
                .min(Comparator.comparing(CaseloadView.AgainstCap::most));
    }
}
