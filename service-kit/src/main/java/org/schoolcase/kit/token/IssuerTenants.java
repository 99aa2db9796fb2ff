package org.schoolcase.kit.token;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Chooses how a bearer token is verified: by the key that a trusted issuer has shown under the token's key id, for our
 * audience, and for the district that this issuer is bound to. Everything else stays unauthenticated.
 */
@ApplicationScoped
class IssuerTenants implements TenantConfigResolver {

    private static final int CLOCK_SKEW_SECONDS = 30;

    private final Issuers issuers;
    private final IssuerKeys keys;
    private final SecurityConfig config;

    IssuerTenants(Issuers issuers, IssuerKeys keys, SecurityConfig config) {
        this.issuers = issuers;
        this.keys = keys;
        this.config = config;
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext routing, OidcRequestContext<OidcTenantConfig> context) {
        var token = BearerToken.of(routing).flatMap(TokenHeader::of);
        if (token.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        if (inMemory(token.get())) {
            return Uni.createFrom().item(tenant(token.get()).orElse(null));
        }
        return context.runBlocking(() -> tenant(token.get()).orElse(null));
    }

    private boolean inMemory(TokenHeader token) {
        return issuers.remembers(token.issuer())
                && keys.remembered(token.issuer(), token.kid()).isPresent();
    }

    private Optional<OidcTenantConfig> tenant(TokenHeader token) {
        return issuers.find(token.issuer())
                .flatMap(issuer -> keys.find(issuer.url(), token.kid()).map(key -> tenant(issuer, token.kid(), key)));
    }

    private OidcTenantConfig tenant(Issuer issuer, String kid, String publicKey) {
        var builder = OidcTenantConfig.builder()
                .tenantId(issuer.url() + "#" + kid)
                .clientId(config.audience())
                .applicationType(ApplicationType.SERVICE)
                .publicKey(publicKey);
        var token = builder.token()
                .issuer(issuer.url())
                .audience(config.audience())
                .subjectRequired()
                .lifespanGrace(CLOCK_SKEW_SECONDS)
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false);
        if (issuer.districtId() != null) {
            token.requiredClaims("district_id", issuer.districtId().toString());
        }
        return token.end().build();
    }
}
