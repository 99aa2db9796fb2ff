package org.schoolcase.kit.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Whose tokens are trusted besides those of the registered districts. */
@ConfigMapping(prefix = "schoolcase.security")
public interface SecurityConfig {

    /** The {@code aud} that every access token must carry. */
    @WithDefault("schoolcase-api")
    String audience();

    /** Issuer of the operator's tokens; without it there is no operator. */
    Optional<String> operatorIssuer();

    /** Issuer of the agencies' tokens; without it no agency comes in. */
    Optional<String> agenciesIssuer();

    /** After this age a key is fetched again in the background. */
    @WithDefault("PT10M")
    Duration keyAge();

    /** At most one fetch per issuer in this time, whatever key ids strangers make up. */
    @WithDefault("PT10S")
    Duration fetchPause();
}
