package org.schoolcase.kit.security;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says of its bearer, read once per token.
 *
 * @param actor issuer and subject
 * @param roles those that the issuer may grant, sorted
 * @param districtId claim {@code district_id}, only of callers with a role in a district
 * @param agencyId claim {@code agency_id}, only of agencies
 */
public record Caller(
        String actor,
        Set<String> roles,
        Optional<UUID> districtId,
        Optional<UUID> staffId,
        Optional<UUID> guardianId,
        Optional<UUID> studentId,
        Optional<UUID> agencyId,
        Set<UUID> schoolIds) {

    /** Name of the identity's attribute that holds the caller. */
    public static final String ATTRIBUTE = "schoolcase.caller";

    /** The caller of a verified token with the roles that its issuer may grant. */
    public static Caller of(JsonWebToken token, Set<String> roles) {
        var ofDistrict = roles.stream().anyMatch(Role.OF_DISTRICT::contains);
        return new Caller(
                token.getIssuer() + "|" + token.getSubject(),
                new TreeSet<>(roles),
                ofDistrict ? id(token, "district_id") : Optional.empty(),
                id(token, "staff_id"),
                id(token, "guardian_id"),
                id(token, "student_id"),
                roles.contains(Role.AGENCY) ? id(token, "agency_id") : Optional.empty(),
                texts(token.getClaim("school_ids")).stream()
                        .flatMap(text -> parse(text).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Optional<UUID> id(JsonWebToken token, String claim) {
        @Nullable Object value = token.getClaim(claim);
        return value == null ? Optional.empty() : parse(text(value));
    }

    private static Set<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case JsonArray array -> array.stream().map(Caller::text).collect(Collectors.toSet());
            case Collection<?> many -> many.stream().map(Caller::text).collect(Collectors.toSet());
            default -> Set.of(text(claim));
        };
    }

    private static String text(Object value) {
        return switch (value) {
            case JsonString string -> string.getString();
            case JsonValue other -> other.toString();
            default -> value.toString();
        };
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
