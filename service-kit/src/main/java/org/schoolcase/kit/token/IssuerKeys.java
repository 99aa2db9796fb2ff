package org.schoolcase.kit.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.schoolcase.kit.token.KeyStore.Keys;

/** The public keys of trusted issuers: in memory, behind that in the database, behind that at the issuer. */
@ApplicationScoped
class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final KeyStore store;
    private final KeyFetcher fetcher;
    private final SecurityConfig config;
    private final Clock clock;
    private final Map<String, Keys> known = new ConcurrentHashMap<>();
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();

    IssuerKeys(KeyStore store, KeyFetcher fetcher, SecurityConfig config, Clock clock) {
        this.store = store;
        this.fetcher = fetcher;
        this.config = config;
        this.clock = clock;
    }

    /** The key if it is in memory and young; never waits. */
    Optional<String> remembered(String issuer, String kid) {
        var keys = known.getOrDefault(issuer, Keys.NONE);
        return isOld(keys) ? Optional.empty() : Optional.ofNullable(keys.byKid().get(kid));
    }

    /** The key, looked for in the database and at the issuer where needed. An old key stands while the issuer is away. */
    Optional<String> find(String issuer, String kid) {
        var keys = known.computeIfAbsent(issuer, store::read);
        if ((!keys.byKid().containsKey(kid) || isOld(keys)) && mayAsk(issuer)) {
            keys = refresh(issuer, keys);
        }
        if (!keys.byKid().containsKey(kid)) {
            keys = store.read(issuer);
        }
        return Optional.ofNullable(keys.byKid().get(kid));
    }

    private Keys refresh(String issuer, Keys old) {
        try {
            var keys = new Keys(fetcher.fetch(issuer), clock.instant());
            store.write(issuer, keys);
            known.put(issuer, keys);
            return keys;
        } catch (IOException e) {
            LOG.warnf(
                    "The keys of issuer %s could not be fetched: %s",
                    issuer, e.getClass().getSimpleName());
            return old;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return old;
        }
    }

    private boolean isOld(Keys keys) {
        return keys.fetchedAt().plus(config.keyAge()).isBefore(clock.instant());
    }

    private boolean mayAsk(String issuer) {
        var now = clock.instant();
        var until = asked.merge(
                issuer, now, (last, _) -> last.plus(config.fetchPause()).isAfter(now) ? last : now);
        return until.equals(now);
    }
}
