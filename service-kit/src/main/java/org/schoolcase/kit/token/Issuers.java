package org.schoolcase.kit.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.schoolcase.kit.tenant.District;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.token.Issuer.Kind;

/** The issuers that are trusted: the operator's, the agencies', and one per active district. */
@ApplicationScoped
class Issuers {

    private final SecurityConfig config;
    private final Districts districts;

    Issuers(SecurityConfig config, Districts districts) {
        this.config = config;
        this.districts = districts;
    }

    /** True if {@link #find} will not wait for the database. */
    boolean remembers(String url) {
        return districts.remembers(url) || is(config.operatorIssuer(), url) || is(config.agenciesIssuer(), url);
    }

    private static boolean is(Optional<String> configured, String url) {
        return configured.filter(url::equals).isPresent();
    }

    Optional<Issuer> find(String url) {
        if (is(config.operatorIssuer(), url)) {
            return Optional.of(new Issuer(url, Kind.OPERATOR, null));
        }
        if (is(config.agenciesIssuer(), url)) {
            return Optional.of(new Issuer(url, Kind.AGENCIES, null));
        }
        return districts.ofIssuer(url).filter(District::active).map(d -> new Issuer(url, Kind.DISTRICT, d.id()));
    }
}
