package org.schoolcase.kit.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who the bearers of verified tokens are, so that a signature is checked once and not with every request. A token is
 * kept by its digest, never itself; it is forgotten when it expires, and believed no longer once its issuer's key or
 * district is another.
 */
@ApplicationScoped
class KnownTokens {

    private static final int MOST = 20_000;

    /** An identity with what it was verified by. */
    private record Known(SecurityIdentity identity, Issuer issuer, String kid, String key, Instant expires) {}

    private final Issuers issuers;
    private final IssuerKeys keys;
    private final Clock clock;
    private final Cache<String, Known> known;

    KnownTokens(Issuers issuers, IssuerKeys keys, Clock clock) {
        this.issuers = issuers;
        this.keys = keys;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<String, Known>creating(
                        (_, token) -> Duration.between(clock.instant(), token.expires())))
                .build();
    }

    /** The bearer, if the token was verified before and would be now; never waits. */
    Optional<SecurityIdentity> find(String token) {
        return Optional.ofNullable(known.getIfPresent(digest(token)))
                .filter(this::stands)
                .map(Known::identity);
    }

    /** Keeps the bearer of a token that was verified just now. */
    void remember(String token, SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken claims)) {
            return;
        }
        var expires = Instant.ofEpochSecond(claims.getExpirationTime());
        TokenHeader.of(token).filter(_ -> expires.isAfter(clock.instant())).ifPresent(header -> issuers.find(
                        header.issuer())
                .ifPresent(issuer -> keys.remembered(header.issuer(), header.kid())
                        .ifPresent(key ->
                                known.put(digest(token), new Known(identity, issuer, header.kid(), key, expires)))));
    }

    private boolean stands(Known token) {
        var url = token.issuer().url();
        return token.expires().isAfter(clock.instant())
                && issuers.remembers(url)
                && issuers.find(url).filter(token.issuer()::equals).isPresent()
                && keys.remembered(url, token.kid()).filter(token.key()::equals).isPresent();
    }

    private static String digest(String token) {
        return DigestUtils.sha256Hex(token);
    }
}
