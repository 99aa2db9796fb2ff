package org.schoolcase.kit.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The person or client behind the running request, as the verified token tells; the service itself in jobs. */
@RequestScoped
public class CurrentUser {

    private final CurrentIdentityAssociation association;
    private final String service;

    CurrentUser(
            CurrentIdentityAssociation association, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.association = association;
        this.service = service;
    }

    /** Issuer and subject: the identity that is stored and audited (never an e-mail or a user name). */
    public String actor() {
        return token().map(t -> t.getIssuer() + "|" + t.getSubject()).orElse("service:" + service);
    }

    /** Roles that the issuer may grant, sorted. */
    public Set<String> roles() {
        return identity().map(i -> new TreeSet<>(i.getRoles())).orElseGet(TreeSet::new);
    }

    /** Whether the caller has a role. */
    public boolean has(String role) {
        return identity().map(i -> i.hasRole(role)).orElse(false);
    }

    /** The caller's district; an error of ours where the operation is not for districts. */
    public UUID districtId() {
        return district().orElseThrow(() -> new IllegalStateException("The caller is of no district"));
    }

    /** The caller's district, from the claim {@code district_id} that his issuer is bound to. */
    public Optional<UUID> district() {
        return roles().stream().anyMatch(Role.OF_DISTRICT::contains) ? id("district_id") : Optional.empty();
    }

    /** The suite's id of the staff member, from the claim {@code staff_id}. */
    public Optional<UUID> staffId() {
        return id("staff_id");
    }

    /** The suite's id of the guardian, from the claim {@code guardian_id}. */
    public Optional<UUID> guardianId() {
        return id("guardian_id");
    }

    /** The suite's id of the adult student, from the claim {@code student_id}. */
    public Optional<UUID> studentId() {
        return id("student_id");
    }

    /** The agency, from the claim {@code agency_id}; only of tokens of the agencies' issuer. */
    public Optional<UUID> agencyId() {
        return has(Role.AGENCY) ? id("agency_id") : Optional.empty();
    }

    /** The schools the caller works for, from the claim {@code school_ids}. */
    public Set<UUID> schoolIds() {
        return token().map(t -> texts(t.getClaim("school_ids"))).orElse(Set.of()).stream()
                .flatMap(text -> parse(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<SecurityIdentity> identity() {
        return Optional.ofNullable(association.getIdentity()).filter(i -> !i.isAnonymous());
    }

    private Optional<JsonWebToken> token() {
        return identity()
                .map(SecurityIdentity::getPrincipal)
                .filter(JsonWebToken.class::isInstance)
                .map(JsonWebToken.class::cast);
    }

    private Optional<UUID> id(String claim) {
        return token().map(t -> t.getClaim(claim)).flatMap(value -> parse(text(value)));
    }

    private static Set<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case JsonArray array -> array.stream().map(CurrentUser::text).collect(Collectors.toSet());
            case Collection<?> many -> many.stream().map(CurrentUser::text).collect(Collectors.toSet());
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
