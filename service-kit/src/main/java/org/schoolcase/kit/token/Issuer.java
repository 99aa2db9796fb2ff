package org.schoolcase.kit.token;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.security.Role;

/** Who may mint tokens, for which district, and with which roles: bound here on the server, never by a claim. */
record Issuer(String url, Kind kind, @Nullable UUID districtId) {

    enum Kind {
        OPERATOR,
        AGENCIES,
        DISTRICT;

        Set<String> roles() {
            return switch (this) {
                case OPERATOR -> Set.of(Role.OPERATOR);
                case AGENCIES -> Set.of(Role.AGENCY);
                case DISTRICT -> Role.OF_DISTRICT;
            };
        }
    }
}
