package org.schoolcase.students.privacy.destruction;

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
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;

/** The destruction of a record, from the notice to the proof. */
@Entity
@Table(name = "destruction")
class Destruction {

    /** By which rules of the district, and from which day on. */
    record Terms(String rule, LocalDate earliestOn) {}

    @Id
    private UUID id;

    @Column(name = "student_id")
    private UUID studentId;

    @Enumerated(EnumType.STRING)
    private DestructionScope scope;

    @Enumerated(EnumType.STRING)
    private DestructionGround ground;

    @Column(name = "left_on")
    private LocalDate leftOn;

    @Enumerated(EnumType.STRING)
    private DestructionState state;

    @Column(name = "notice_on")
    private LocalDate noticeOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "notice_method")
    private NoticeMethod noticeMethod;

    @Column(name = "earliest_on")
    private LocalDate earliestOn;

    private String rule;

    @Column(name = "ordered_at")
    private @Nullable Instant orderedAt;

    @Column(name = "ordered_by")
    private @Nullable String orderedBy;

    @Column(name = "destroyed_at")
    private @Nullable Instant destroyedAt;

    private @Nullable String hash;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Version
    private long version;

    protected Destruction() {}

    Destruction(UUID studentId, DestructionRequest request, Terms terms, Instant now, String actor) {
        this.id = Ids.next();
        this.studentId = studentId;
        this.scope = request.scope();
        this.ground = request.ground();
        this.leftOn = request.leftOn();
        this.state = DestructionState.NOTICE_GIVEN;
        this.noticeOn = request.noticeOn();
        this.noticeMethod = request.noticeMethod();
        this.earliestOn = terms.earliestOn();
        this.rule = terms.rule();
        this.recordedAt = now;
        this.recordedBy = actor;
    }

    void order(Instant now, String actor) {
        state = DestructionState.ORDERED;
        orderedAt = now;
        orderedBy = actor;
    }

    void done(Instant now, String proof) {
        state = DestructionState.DESTROYED;
        destroyedAt = now;
        hash = proof;
    }

    void cancel() {
        state = DestructionState.CANCELLED;
    }

    UUID id() {
        return id;
    }

    UUID studentId() {
        return studentId;
    }

    DestructionScope scope() {
        return scope;
    }

    DestructionState state() {
        return state;
    }

    LocalDate earliestOn() {
        return earliestOn;
    }

    boolean isWhole() {
        return scope == DestructionScope.WHOLE_RECORD;
    }

    long version() {
        return version;
    }

    DestructionView view(List<DestructionView.Count> counts) {
        return new DestructionView(
                id,
                studentId,
                scope,
                ground,
                state,
                leftOn,
                noticeOn,
                noticeMethod,
                earliestOn,
                rule,
                "34 CFR 300.624",
                orderedAt,
                destroyedAt,
                counts,
                hash,
                version);
    }
}
