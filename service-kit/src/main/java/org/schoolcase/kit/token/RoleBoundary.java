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
            return Uni.createFrom().item(within(identity, token));
        }
        return context.runBlocking(() -> within(identity, token));
    }

    private SecurityIdentity within(SecurityIdentity identity, JsonWebToken token) {
        Set<String> grantable =
                issuers.find(token.getIssuer()).map(i -> i.kind().roles()).orElse(Set.of());
        var roles = identity.getRoles().stream().filter(grantable::contains).collect(Collectors.toSet());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(roles)
                .build();
    }
}
