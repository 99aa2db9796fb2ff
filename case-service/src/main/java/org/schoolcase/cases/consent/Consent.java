package org.schoolcase.cases.consent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.id.Ids;

/** One decision of a rights holder: given or refused on a day, and perhaps revoked later, from then on (34 CFR 300.9). */
@Entity
@Table(name = "consent")
class Consent {

    enum Decision {
        GIVEN,
        REFUSED
    }

    enum Method {
        PAPER,
        ELECTRONIC
    }

    /** What the form says. */
    record Form(
            ConsentKind kind,
            Decision decision,
            @Nullable UUID guardianId,
            String scope,
            String language,
            Method method,
            LocalDate signedOn,
            LocalDate receivedOn,
            @Nullable UUID requestId) {}

    @Id
    private UUID id;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private ConsentKind kind;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private @Nullable UUID guardianId;
    private String scope;
    private String language;

    @Enumerated(EnumType.STRING)
    private Method method;

    private LocalDate signedOn;
    private LocalDate receivedOn;
    private Instant recordedAt;
    private @Nullable LocalDate revokedOn;
    private @Nullable UUID revokedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Method revocationMethod;

    private @Nullable String revocationReason;
    private @Nullable UUID requestId;
    private @Nullable LocalDate usedOn;
    private @Nullable UUID usedFor;

    @Version
    private long version;

    protected Consent() {}

    private Consent(UUID caseId, Form form, @Nullable UUID requestId, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.kind = form.kind();
        this.decision = form.decision();
        this.guardianId = form.guardianId();
        this.scope = form.scope();
        this.language = form.language();
        this.method = form.method();
        this.signedOn = form.signedOn();
        this.receivedOn = form.receivedOn();
        this.requestId = requestId;
        this.recordedAt = now;
    }

    static Consent record(UUID caseId, Form form, @Nullable UUID requestId, Instant now) {
        return new Consent(caseId, form, requestId, now);
    }

    /** Takes a given consent back from a day on; what was done under it stays lawful. */
    void revoke(@Nullable UUID guardian, LocalDate on, @Nullable Method written, @Nullable String reason) {
        if (!isInForce()) {
            throw new IllegalStateException("Only a consent in force can be revoked");
        }
        revokedBy = guardian;
        revokedOn = on;
        revocationMethod = written;
        revocationReason = reason;
    }

    boolean isInForce() {
        return decision == Decision.GIVEN && revokedOn == null && usedOn == null;
    }

    boolean startsEvaluation() {
        return kind == ConsentKind.EVALUATION && decision == Decision.GIVEN;
    }

    /** What its arrival is in the history of the case. */
    Kind happening() {
        if (decision == Decision.REFUSED) {
            return Kind.CONSENT_REFUSED;
        }
        return switch (kind) {
            case EVALUATION -> Kind.EVALUATION_CONSENT_GIVEN;
            case REEVALUATION -> Kind.REEVALUATION_CONSENT_GIVEN;
            case SERVICES -> Kind.SERVICES_CONSENT_GIVEN;
            case PUBLIC_INSURANCE, TRANSITION_AGENCY, PRIVATE_SCHOOL_EXCHANGE -> Kind.CONSENT_GIVEN;
        };
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    ConsentKind kind() {
        return kind;
    }

    Decision decision() {
        return decision;
    }

    /** Who signed; null when the adult student did (34 CFR 300.520). */
    @Nullable
    UUID guardianId() {
        return guardianId;
    }

    String scope() {
        return scope;
    }

    String language() {
        return language;
    }

    Method method() {
        return method;
    }

    LocalDate signedOn() {
        return signedOn;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    @Nullable
    LocalDate revokedOn() {
        return revokedOn;
    }

    @Nullable
    UUID revokedBy() {
        return revokedBy;
    }

    @Nullable
    String revocationReason() {
        return revocationReason;
    }

    /** How the revocation was written. */
    @Nullable
    Method revocationMethod() {
        return revocationMethod;
    }

    /** The request that it answers. */
    @Nullable
    UUID requestId() {
        return requestId;
    }

    /** When the evaluation that it was for was decided upon. */
    @Nullable
    LocalDate usedOn() {
        return usedOn;
    }

    /** That evaluation. */
    @Nullable
    UUID usedFor() {
        return usedFor;
    }

    /** What its revocation is in the history of the case: that of services is an action of which notice is owed (34 CFR 300.300(b)(4)(i)). */
    Kind revocation() {
        return kind == ConsentKind.SERVICES ? Kind.SERVICES_CONSENT_REVOKED : Kind.CONSENT_REVOKED;
    }

    long version() {
        return version;
    }
}
