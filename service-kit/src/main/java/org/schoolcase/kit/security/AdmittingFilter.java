package org.schoolcase.kit.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Remembers which roles the operation that was asked for admits. */
@Singleton
class AdmittingFilter {

    private final Admitted admitted;

    AdmittingFilter(Admitted admitted) {
        this.admitted = admitted;
    }

    /** Before the operation runs, on the thread that took the request. */
    @ServerRequestFilter(nonBlocking = true)
    public void admit(ResourceInfo operation) {
        var ofMethod = operation.getResourceMethod().getAnnotation(RolesAllowed.class);
        var allowed = ofMethod != null ? ofMethod : operation.getResourceClass().getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            admitted.only(Set.of(allowed.value()));
        }
    }
}
