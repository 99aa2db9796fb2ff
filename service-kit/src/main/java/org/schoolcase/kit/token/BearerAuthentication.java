package org.schoolcase.kit.token;

import io.quarkus.oidc.common.runtime.OidcConstants;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/** Bearer tokens as {@code quarkus-oidc} verifies them, each once. */
@Alternative
@Priority(1)
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {

    /** The same for every tenant; {@code quarkus-oidc} would choose the tenant again to say so. */
    private static final HttpCredentialTransport TRANSPORT =
            new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, OidcConstants.BEARER_SCHEME);

    private final OidcAuthenticationMechanism oidc;
    private final KnownTokens tokens;

    BearerAuthentication(OidcAuthenticationMechanism oidc, KnownTokens tokens) {
        this.oidc = oidc;
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager providers) {
        var token = BearerToken.of(routing);
        var known = token.flatMap(tokens::find);
        if (known.isPresent()) {
            return Uni.createFrom().item(known.get());
        }
        return oidc.authenticate(routing, providers)
                .onItem()
                .ifNotNull()
                .invoke(identity -> token.ifPresent(text -> tokens.remember(text, identity)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return oidc.getChallenge(routing);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext routing) {
        return Uni.createFrom().item(TRANSPORT);
    }

    @Override
    public int getPriority() {
        return oidc.getPriority() + 1;
    }
}
