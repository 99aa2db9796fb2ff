package org.schoolcase.students.provider;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.schoolcase.kit.problem.ProblemException;

/** The scopes of the caller's token (OneRoster 1.2 Rostering REST Binding, section on security; RFC 6749, 3.3). */
@ApplicationScoped
class Scopes {

    /** What stands before the short names. */
    static final String PREFIX = "https://purl.imsglobal.org/spec/or/v1p2/scope/";

    private final CurrentIdentityAssociation callers;

    Scopes(CurrentIdentityAssociation callers) {
        this.callers = callers;
    }

    /** Goes on only if the token has one of these scopes. */
    void requireAny(Set<String> names) {
        if (names.stream().map(PREFIX::concat).noneMatch(granted()::contains)) {
            throw ProblemException.forbidden(
                    "scope.missing",
                    "The token needs one of the scopes " + String.join(", ", new java.util.TreeSet<>(names)));
        }
    }

    /** Issuer of the caller's token. */
    String issuer() {
        return token().getIssuer();
    }

    private Set<String> granted() {
        var scope = token().getClaim("scope");
        return scope == null
                ? Set.of()
                : Arrays.stream(scope.toString().split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private JsonWebToken token() {
        return (JsonWebToken) callers.getIdentity().getPrincipal();
    }
}
