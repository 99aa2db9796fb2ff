package org.schoolcase.students.enrollment;

import jakarta.persistence.Column;
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

/** A transfer from or to another school, with the request for records and its answer. */
@Entity
@Table(name = "student_transfer")
class StudentTransfer {

    /** What is known of it from the start. */
    record Details(
            UUID studentId,
            Direction direction,
            String organization,
            @Nullable String otherDistrict,
            LocalDate effectiveOn,
            boolean planInForce) {}

    @Id
    private UUID id;

    @Column(name = "student_id")
    private UUID studentId;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private String organization;

    @Column(name = "other_district")
    private @Nullable String otherDistrict;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    @Column(name = "plan_in_force")
    private boolean planInForce;

    @Column(name = "records_requested_on")
    private @Nullable LocalDate recordsRequestedOn;

    @Column(name = "records_requested_by")
    private @Nullable String recordsRequestedBy;

    @Column(name = "records_answered_on")
    private @Nullable LocalDate recordsAnsweredOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "records_answer")
    private @Nullable RecordsAnswer recordsAnswer;

    @Column(name = "records_answered_by")
    private @Nullable String recordsAnsweredBy;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Version
    private long version;

    protected StudentTransfer() {}

    StudentTransfer(UUID id, Details details, String recordedBy, Instant recordedAt) {
        this.id = id;
        this.studentId = details.studentId();
        this.direction = details.direction();
        this.organization = details.organization();
        this.otherDistrict = details.otherDistrict();
        this.effectiveOn = details.effectiveOn();
        this.planInForce = details.planInForce();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    void requestRecords(LocalDate on, String by) {
        recordsRequestedOn = on;
        recordsRequestedBy = by;
    }

    void answer(RecordsAnswer answer, LocalDate on, String by) {
        recordsAnswer = answer;
        recordsAnsweredOn = on;
        recordsAnsweredBy = by;
    }

    UUID id() {
        return id;
    }

    UUID studentId() {
        return studentId;
    }

    Direction direction() {
        return direction;
    }

    @Nullable
    LocalDate recordsRequestedOn() {
        return recordsRequestedOn;
    }

    @Nullable
    LocalDate recordsAnsweredOn() {
        return recordsAnsweredOn;
    }

    long version() {
        return version;
    }

    TransferView view() {
        return new TransferView(
                id,
                direction,
                organization,
                otherDistrict,
                effectiveOn,
                planInForce,
                recordsRequestedOn,
                recordsRequestedBy,
                recordsAnsweredOn,
                recordsAnswer,
                recordsAnsweredBy,
                recordedBy,
                recordedAt);
    }
}
