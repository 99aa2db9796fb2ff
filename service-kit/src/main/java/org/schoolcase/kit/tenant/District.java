package org.schoolcase.kit.tenant;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A district as every service knows it.
 *
 * @param jurisdiction ISO 3166-2 code of the state whose law applies, such as {@code US-AZ}
 * @param timeZone the zone in which dates of law are read
 * @param languages BCP 47 tags, the preferred first
 * @param issuer the one OIDC issuer whose tokens are of this district
 * @param version grows with each change
 */
public record District(
        UUID id,
        String name,
        String jurisdiction,
        ZoneId timeZone,
        List<String> languages,
        String issuer,
        boolean active,
        long version) {}
