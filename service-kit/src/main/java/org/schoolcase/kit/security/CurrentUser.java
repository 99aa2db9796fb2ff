package org.schoolcase.kit.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The person or client behind the running request, as the verified token tells; the service itself in jobs. */
@RequestScoped
public class CurrentUser {

    private final CurrentIdentityAssociation association;
    private final Admitted admitted;
    private final String service;

    CurrentUser(
            CurrentIdentityAssociation association,
            Admitted admitted,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.association = association;
        this.admitted = admitted;
        this.service = service;
    }

    /** Issuer and subject: the identity that is stored and audited (never an e-mail or a user name). */
    public String actor() {
        return caller().map(Caller::actor).orElse("service:" + service);
    }

    /** Roles that the issuer may grant, sorted. */
    public Set<String> roles() {
        return caller().map(Caller::roles).orElse(Set.of());
    }

    /** Whether the caller has a role. */
    public boolean has(String role) {
        return roles().contains(role);
    }

    /**
     * The roles in which the caller acts: those that the running operation admits. What opens a record counts these alone, so that a role
     * which the operation shuts out opens nothing to him who has another one that it admits.
     */
    public Set<String> actingRoles() {
        return roles().stream().filter(admitted::has).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the caller acts in a role. */
    public boolean acts(String role) {
        return has(role) && admitted.has(role);
    }

    /** The caller's district; an error of ours where the operation is not for districts. */
    public UUID districtId() {
        return district().orElseThrow(() -> new IllegalStateException("The caller is of no district"));
    }

    /** The caller's district, from the claim {@code district_id} that his issuer is bound to. */
    public Optional<UUID> district() {
        return caller().flatMap(Caller::districtId);
    }

    /** The suite's id of the staff member, from the claim {@code staff_id}. */
    public Optional<UUID> staffId() {
        return caller().flatMap(Caller::staffId);
    }

    /** The suite's id of the guardian, from the claim {@code guardian_id}. */
    public Optional<UUID> guardianId() {
        return caller().flatMap(Caller::guardianId);
    }

    /** The suite's id of the adult student, from the claim {@code student_id}. */
    public Optional<UUID> studentId() {
        return caller().flatMap(Caller::studentId);
    }

    /** The agency, from the claim {@code agency_id}; only of tokens of the agencies' issuer. */
    public Optional<UUID> agencyId() {
        return caller().flatMap(Caller::agencyId);
    }

    /** The schools the caller works for, from the claim {@code school_ids}. */
    public Set<UUID> schoolIds() {
        return caller().map(Caller::schoolIds).orElse(Set.of());
    }

    private Optional<Caller> caller() {
        var identity = association.getIdentity();
        return identity == null ? Optional.empty() : Optional.ofNullable(identity.getAttribute(Caller.ATTRIBUTE));
    }
}
