package org.schoolcase.kit.tenant;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import java.util.function.Supplier;

/** Tells which tenant the running code works for, and runs jobs and consumers for one district each. */
@ApplicationScoped
public class Tenants {

    /** District of what belongs to none, such as the directory of agencies. */
    public static final UUID NO_DISTRICT = new UUID(0, 0);

    private final TenantContext context;
    private final EntityManager entityManager;
    private final CurrentIdentityAssociation callers;

    Tenants(TenantContext context, EntityManager entityManager, CurrentIdentityAssociation callers) {
        this.context = context;
        this.entityManager = entityManager;
        this.callers = callers;
    }

    /** The tenant of the running request or job. */
    public Tenant current() {
        return context.tenant();
    }

    /** The district of the running request or job; an error of ours where there is none. */
    public UUID districtId() {
        var district = context.tenant().districtId();
        if (district == null) {
            throw new IllegalStateException("No district is set");
        }
        return district;
    }

    /**
     * Runs work in a request context of its own and one new transaction of one district: for jobs, consumers, and the
     * operator, who is of no district. Where there is a caller it stays the same, so that the trail names him.
     */
    public <T> T inDistrict(UUID districtId, Supplier<T> work) {
        return inNewContext(() -> {
            context.enter(Tenant.district(districtId));
            return QuarkusTransaction.requiringNew().call(work::get);
        });
    }

    /** As {@link #inDistrict(UUID, Supplier)}, without a result. */
    public void runInDistrict(UUID districtId, Runnable work) {
        inDistrict(districtId, () -> {
            work.run();
            return true;
        });
    }

    /**
     * Lets the running transaction of an agency write in the district of a row addressed to it, until it ends. The
     * caller has read that row as the agency before; nothing else may be passed here.
     */
    @Transactional(TxType.MANDATORY)
    public void enterDistrictAsAgency(UUID districtId) {
        var agency = context.tenant().agencyId();
        if (agency == null) {
            throw new IllegalStateException("Only a transaction of an agency enters a district");
        }
        entityManager
                .createNativeQuery("SELECT set_config('app.district', :district, true)")
                .setParameter("district", districtId.toString())
                .getSingleResult();
        context.enter(new Tenant(districtId, agency));
    }

    private <T> T inNewContext(Supplier<T> work) {
        ManagedContext request = Arc.container().requestContext();
        var outer = request.getStateIfActive();
        var caller = outer == null ? null : callers.getIdentity();
        if (outer != null) {
            request.deactivate();
        }
        request.activate();
        if (caller != null) {
            callers.setIdentity(caller);
        }
        try {
            return work.get();
        } finally {
            request.terminate();
            if (outer != null) {
                request.activate(outer);
            }
        }
    }
}
