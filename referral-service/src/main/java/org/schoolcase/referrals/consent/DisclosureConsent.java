package org.schoolcase.referrals.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;

/** One signed decision about disclosing a student's data to one agency, with its purpose, fields and last day. */
@Entity
@Table(name = "disclosure_consent")
public class DisclosureConsent {

    @Id
    private UUID id;

    @Column(name = "student_id")
    private UUID studentId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "guardian_id")
    private UUID guardianId;

    private String purpose;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> fields;

    @Enumerated(EnumType.STRING)
    private ConsentDecision decision;

    @Column(name = "signed_on")
    private LocalDate signedOn;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "revoked_by")
    private @Nullable String revokedBy;

    @Version
    private long version;

    protected DisclosureConsent() {}

    private DisclosureConsent(ConsentRequest signed, Instant at, String actor) {
        this.id = Ids.next();
        this.studentId = signed.studentId();
        this.agencyId = signed.agencyId();
        this.guardianId = signed.guardianId();
        this.purpose = signed.purpose();
        this.fields =
                signed.fields().stream().distinct().sorted().map(Enum::name).toList();
        this.decision = signed.decision();
        this.signedOn = signed.signedOn();
        this.validUntil = signed.validUntil();
        this.recordedAt = at;
        this.recordedBy = actor;
    }

    static DisclosureConsent record(ConsentRequest signed, Instant at, String actor) {
        return new DisclosureConsent(signed, at, actor);
    }

    /** Ends it at once; a second revocation changes nothing. */
    void revoke(Instant at, String actor) {
        if (revokedAt == null) {
            revokedAt = at;
            revokedBy = actor;
        }
    }

    /** Whether something may be disclosed under it on that day of the district. */
    public boolean isInForce(LocalDate today) {
        return isGiven() && !isRevoked() && !signedOn.isAfter(today) && !isExpired(today);
    }

    public boolean covers(Collection<DisclosableField> wanted) {
        return wanted.stream().map(Enum::name).allMatch(fields::contains);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    boolean isGiven() {
        return decision == ConsentDecision.GIVEN;
    }

    private boolean isExpired(LocalDate today) {
        return validUntil == null || validUntil.isBefore(today);
    }

    public UUID id() {
        return id;
    }

    UUID studentId() {
        return studentId;
    }

    UUID agencyId() {
        return agencyId;
    }

    long version() {
        return version;
    }

    ConsentView view(LocalDate today) {
        return new ConsentView(
                id,
                studentId,
                agencyId,
                guardianId,
                purpose,
                fields.stream().map(DisclosableField::valueOf).toList(),
                decision,
                signedOn,
                validUntil,
                recordedAt,
                recordedBy,
                revokedAt,
                isInForce(today),
                version);
    }
}
