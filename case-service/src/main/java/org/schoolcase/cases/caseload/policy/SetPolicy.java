package org.schoolcase.cases.caseload.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.tenant.Tenants;

/** Use case: the district sets how cases weigh and what one person may carry. */
@ApplicationScoped
class SetPolicy {

    private final Policies policies;
    private final Tenants tenants;
    private final Audit audit;
    private final Clock clock;

    SetPolicy(Policies policies, Tenants tenants, Audit audit, Clock clock) {
        this.policies = policies;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    PolicyView handle(CaseloadPolicy wanted, @Nullable String ifMatch) {
        var current = policies.toChange();
        ETags.requireMatch(ifMatch, current.version(), current.policy(), wanted);
        policies.store(wanted, clock.instant());
        audit.wrote(AuditEntry.of("caseload-policy.set", "district", tenants.districtId())
                .fields("base", "barriers", "stages", "serviceLevels", "caps"));
        return policies.view();
    }
}
