package org.schoolcase.kit.tenant;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/**
 * The tenant of the running request or job: set by a job, else taken from the caller's token. What the operator does is of
 * no district: its events and audit entries carry {@link Tenants#NO_DISTRICT}.
 */
@RequestScoped
class TenantContext {

    private final CurrentUser caller;

    private @Nullable Tenant tenant;

    TenantContext(CurrentUser caller) {
        this.caller = caller;
    }

    Tenant tenant() {
        if (tenant == null) {
            tenant = ofCaller();
        }
        return tenant;
    }

    private Tenant ofCaller() {
        return caller.agencyId()
                .map(Tenant::agency)
                .or(() -> caller.district().map(Tenant::district))
                .or(() -> caller.has(Role.OPERATOR)
                        ? Optional.of(Tenant.district(Tenants.NO_DISTRICT))
                        : Optional.empty())
                .orElse(Tenant.NONE);
    }

    void enter(Tenant entered) {
        tenant = entered;
    }
}
