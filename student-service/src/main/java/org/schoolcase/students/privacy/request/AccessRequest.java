package org.schoolcase.students.privacy.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.students.privacy.Requester;

/** A request to inspect a record on its way from receipt to handover. */
@Entity
@Table(name = "access_request")
class AccessRequest {

    @Id
    private UUID id;

    @Column(name = "student_id")
    private UUID studentId;

    @Column(name = "guardian_id")
    private @Nullable UUID guardianId;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "before_kind")
    private @Nullable Meeting beforeKind;

    @Column(name = "before_on")
    private @Nullable LocalDate beforeOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "due_rule")
    private String dueRule;

    private String citation;
    private String confidence;

    @Enumerated(EnumType.STRING)
    private AccessState state;

    @Column(name = "assembling_at")
    private @Nullable Instant assemblingAt;

    @Column(name = "ready_at")
    private @Nullable Instant readyAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    private @Nullable String sha256;
    private @Nullable Long bytes;

    @Column(name = "contacts_hidden")
    private boolean contactsHidden;

    /** How many times the services were asked: an answer to an earlier asking is none to a later one. */
    private int asking;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "merged_ids")
    private List<UUID> mergedIds = List.of();

    @Column(name = "handed_over_on")
    private @Nullable LocalDate handedOverOn;

    @Column(name = "handed_over_by")
    private @Nullable String handedOverBy;

    @Enumerated(EnumType.STRING)
    private @Nullable HandoverMethod method;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Version
    private long version;

    protected AccessRequest() {}

    AccessRequest(UUID studentId, AccessRequestBody body, Requester by, Instant now, String actor) {
        var before = body.before();
        var due = DueDate.of(body.receivedOn(), body.beforeOn());
        this.id = Ids.next();
        this.studentId = studentId;
        this.guardianId = by.guardianId();
        this.receivedOn = body.receivedOn();
        this.beforeKind = before == null ? null : before.kind();
        this.beforeOn = body.beforeOn();
        this.dueOn = due.on();
        this.dueRule = due.rule();
        this.citation = due.citation();
        this.confidence = due.confidence();
        this.state = AccessState.RECEIVED;
        this.recordedAt = now;
        this.recordedBy = actor;
    }

    void assemble(Instant now, Instant expires, List<UUID> merged) {
        state = AccessState.ASSEMBLING;
        asking++;
        mergedIds = List.copyOf(merged);
        assemblingAt = now;
        expiresAt = expires;
    }

    /** What every service is asked, after {@link #assemble}. */
    ExportRequested asked(Instant now, Instant expires) {
        return new ExportRequested(id, studentId, mergedIds, asking, now, expires);
    }

    void ready(Instant now, Instant expires, ExportFiles.Stored file, boolean withoutContacts) {
        state = AccessState.READY;
        readyAt = now;
        expiresAt = expires;
        sha256 = file.sha256();
        bytes = file.bytes();
        contactsHidden = withoutContacts;
    }

    void handOver(LocalDate on, HandoverMethod how, String actor) {
        state = AccessState.HANDED_OVER;
        handedOverOn = on;
        method = how;
        handedOverBy = actor;
    }

    void withdraw() {
        state = AccessState.WITHDRAWN;
    }

    boolean hasFile(Instant now) {
        return sha256 != null && expiresAt != null && expiresAt.isAfter(now);
    }

    boolean isOf(@Nullable UUID guardian) {
        return guardian != null && guardian.equals(guardianId);
    }

    UUID id() {
        return id;
    }

    UUID studentId() {
        return studentId;
    }

    @Nullable
    UUID guardianId() {
        return guardianId;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    AccessState state() {
        return state;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    String sha256() {
        return sha256;
    }

    long version() {
        return version;
    }

    AccessRequestView view(List<AccessRequestView.Part> parts) {
        return new AccessRequestView(
                id,
                studentId,
                guardianId,
                receivedOn,
                beforeKind == null || beforeOn == null ? null : new AccessRequestBody.Before(beforeKind, beforeOn),
                new DueDate(dueOn, dueRule, citation, confidence),
                state,
                parts,
                readyAt == null || sha256 == null || bytes == null || expiresAt == null
                        ? null
                        : new AccessRequestView.Export(readyAt, expiresAt, sha256, bytes),
                handedOverOn == null || method == null ? null : new AccessRequestView.Handover(handedOverOn, method),
                version);
    }
}
