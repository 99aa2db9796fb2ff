package org.schoolcase.students.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the OneRoster provider. */
@ConfigMapping(prefix = "schoolcase.oneroster")
interface ProviderConfig {

    /** URL under which clients reach this service, such as {@code https://roster.district.example}; else that of the request. */
    Optional<String> publicUrl();

    /** Largest page; a larger limit is taken for this one. */
    @WithDefault("10000")
    int largestPage();

    /** Rows that are read in one statement and held in memory while a page is sent. */
    @WithDefault("1000")
    int piece();

    /** How long a count and the remembered positions of a list stand at most, even if no import changes the roster. */
    @WithDefault("30s")
    Duration countAge();

    /** Where the district's issuer gives tokens, behind its URL; for the discovery document. */
    @WithDefault("/protocol/openid-connect/token")
    String tokenPath();
}
