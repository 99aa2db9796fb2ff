package org.schoolcase.kit.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles that the running operation admits; all of them where none runs, as in jobs. */
@RequestScoped
class Admitted {

    private @Nullable Set<String> roles;

    void only(Set<String> admitted) {
        roles = admitted;
    }

    boolean has(String role) {
        return roles == null || roles.contains(role);
    }
}
