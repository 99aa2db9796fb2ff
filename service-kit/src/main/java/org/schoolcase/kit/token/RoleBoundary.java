package org.schoolcase.kit.token;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.schoolcase.kit.security.Caller;

/** Takes away every role that the token's issuer may not grant: a district cannot make an operator or an agency. */
@ApplicationScoped
class RoleBoundary implements SecurityIdentityAugmentor {

    private final Issuers issuers;

    RoleBoundary(Issuers issuers) {
        this.issuers = issuers;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        if (issuers.remembers(token.getIssuer())) {
            return Uni.createFrom().item(within(token, identity.getRoles()));
        }
        return context.runBlocking(() -> within(token, identity.getRoles()));
    }

    /** A new identity without what the request left in the old one: it may outlive the request. */
    private SecurityIdentity within(JsonWebToken token, Set<String> granted) {
        Set<String> grantable =
                issuers.find(token.getIssuer()).map(i -> i.kind().roles()).orElse(Set.of());
        var roles = granted.stream().filter(grantable::contains).collect(Collectors.toSet());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(roles)
                .addAttribute(Caller.ATTRIBUTE, Caller.of(token, roles))
                .build();
    }
}
