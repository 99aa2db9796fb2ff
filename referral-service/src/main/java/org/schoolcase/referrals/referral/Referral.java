package org.schoolcase.referrals.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.referrals.consent.DisclosableField;
import org.schoolcase.referrals.consent.DisclosureConsent;

/** A request of a school to an agency to serve one student. Moves only along {@link ReferralMachine}. */
@Entity
@Table(name = "referral")
public class Referral {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "student_id")
    private UUID studentId;

    @Column(name = "agency_id")
    private UUID agencyId;

    @Column(name = "service_id")
    private UUID serviceId;

    private String reason;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> fields;

    private String state;

    @Column(name = "consent_id")
    private @Nullable UUID consentId;

    @Column(name = "requested_by")
    private UUID requestedBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Version
    private long version;

    protected Referral() {}

    private Referral(Draft draft, UUID requestedBy, Instant at) {
        this.id = Ids.next();
        this.caseId = draft.caseId();
        this.studentId = draft.studentId();
        this.agencyId = draft.agencyId();
        this.serviceId = draft.serviceId();
        this.reason = draft.reason();
        this.urgency = draft.urgency();
        this.fields =
                draft.fields().stream().distinct().sorted().map(Enum::name).toList();
        this.state = new ReferralState.Draft().name();
        this.requestedBy = requestedBy;
        this.createdAt = at;
    }

    /** What a new referral asks for, of whom, and which fields it is to share. */
    record Draft(
            UUID caseId,
            UUID studentId,
            UUID agencyId,
            UUID serviceId,
            String reason,
            Urgency urgency,
            List<DisclosableField> fields) {}

    static Referral draft(Draft draft, UUID requestedBy, Instant at) {
        return new Referral(draft, requestedBy, at);
    }

    /** Ties it to the consent under which it leaves the house. */
    void leaveUnder(DisclosureConsent consent) {
        consentId = consent.id();
    }

    void moveTo(ReferralState next, Instant at) {
        state = next.name();
        if (next instanceof ReferralState.Sent) {
            sentAt = at;
        }
    }

    /** Whether it is for this agency to see: addressed to it, and sent. */
    public boolean isAddressedTo(UUID agency) {
        return agencyId.equals(agency) && sentAt != null;
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID studentId() {
        return studentId;
    }

    public UUID agencyId() {
        return agencyId;
    }

    public UUID serviceId() {
        return serviceId;
    }

    public String reason() {
        return reason;
    }

    public Urgency urgency() {
        return urgency;
    }

    /** The fields that the agency is to read, in the order of the enumeration. */
    public List<DisclosableField> fields() {
        return fields.stream().map(DisclosableField::valueOf).toList();
    }

    public ReferralState state() {
        return ReferralState.of(state);
    }

    public @Nullable UUID consentId() {
        return consentId;
    }

    public @Nullable Instant sentAt() {
        return sentAt;
    }

    public long version() {
        return version;
    }

    UUID requestedBy() {
        return requestedBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
