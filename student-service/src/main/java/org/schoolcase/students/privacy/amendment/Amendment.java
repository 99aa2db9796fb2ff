package org.schoolcase.students.privacy.amendment;

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
import org.schoolcase.kit.id.Ids;
import org.schoolcase.students.privacy.Requester;

/** A request to amend a record on its way through decision, hearing and statement. */
@Entity
@Table(name = "amendment")
class Amendment {

    @Id
    private UUID id;

    @Column(name = "student_id")
    private UUID studentId;

    @Column(name = "guardian_id")
    private @Nullable UUID guardianId;

    @Column(name = "record_part")
    private String recordPart;

    @Enumerated(EnumType.STRING)
    private AmendmentGround ground;

    private String wanted;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Enumerated(EnumType.STRING)
    private AmendmentState state;

    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    private @Nullable String reason;

    @Column(name = "informed_on")
    private @Nullable LocalDate informedOn;

    @Column(name = "hearing_at")
    private @Nullable Instant hearingAt;

    @Column(name = "hearing_place")
    private @Nullable String hearingPlace;

    @Column(name = "hearing_officer")
    private @Nullable String hearingOfficer;

    @Column(name = "hearing_notice_on")
    private @Nullable LocalDate hearingNoticeOn;

    @Column(name = "hearing_held_on")
    private @Nullable LocalDate hearingHeldOn;

    @Column(name = "hearing_decided_on")
    private @Nullable LocalDate hearingDecidedOn;

    private @Nullable String evidence;

    @Column(name = "hearing_reason")
    private @Nullable String hearingReason;

    @Column(name = "hearing_informed_on")
    private @Nullable LocalDate hearingInformedOn;

    private @Nullable String statement;

    @Column(name = "statement_on")
    private @Nullable LocalDate statementOn;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Version
    private long version;

    protected Amendment() {}

    Amendment(UUID studentId, AmendmentRequest request, Requester by, Instant now, String actor) {
        this.id = Ids.next();
        this.studentId = studentId;
        this.guardianId = by.guardianId();
        this.recordPart = request.recordPart();
        this.ground = request.ground();
        this.wanted = request.wanted();
        this.receivedOn = request.receivedOn();
        this.state = AmendmentState.RECEIVED;
        this.recordedAt = now;
        this.recordedBy = actor;
    }

    void decide(DecisionRequest decision, String actor) {
        state = decision.amend() ? AmendmentState.AMENDED : AmendmentState.REFUSED;
        decidedOn = decision.decidedOn();
        decidedBy = actor;
        reason = decision.reason();
        informedOn = decision.informedOn();
    }

    void askForHearing() {
        state = AmendmentState.HEARING_REQUESTED;
    }

    void schedule(HearingSchedule schedule) {
        state = AmendmentState.HEARING_SCHEDULED;
        hearingAt = schedule.at();
        hearingPlace = schedule.place();
        hearingOfficer = schedule.officer();
        hearingNoticeOn = schedule.noticeOn();
    }

    void hear(HearingOutcome outcome) {
        state = outcome.amend() ? AmendmentState.AMENDED : AmendmentState.KEPT;
        hearingHeldOn = outcome.heldOn();
        hearingDecidedOn = outcome.decidedOn();
        evidence = outcome.evidence();
        hearingReason = outcome.reason();
        hearingInformedOn = outcome.informedOn();
    }

    void place(StatementRequest placed) {
        statement = placed.statement();
        statementOn = placed.receivedOn();
    }

    void withdraw() {
        state = AmendmentState.WITHDRAWN;
    }

    UUID id() {
        return id;
    }

    @Nullable
    UUID guardianId() {
        return guardianId;
    }

    UUID studentId() {
        return studentId;
    }

    AmendmentState state() {
        return state;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    @Nullable
    Instant hearingAt() {
        return hearingAt;
    }

    long version() {
        return version;
    }

    AmendmentView view() {
        return new AmendmentView(
                id,
                studentId,
                guardianId,
                recordPart,
                ground,
                wanted,
                receivedOn,
                state,
                decidedOn == null ? null : new AmendmentView.Decision(decidedOn, reason, informedOn),
                AmendmentNotice.of(state),
                hearing(),
                statement == null ? null : new AmendmentView.Statement(id, recordPart, statement, statementOn),
                recordedAt,
                version);
    }

    private AmendmentView.@Nullable Hearing hearing() {
        return hearingAt == null
                ? null
                : new AmendmentView.Hearing(
                        hearingAt,
                        hearingPlace,
                        hearingOfficer,
                        hearingNoticeOn,
                        hearingHeldOn,
                        hearingDecidedOn,
                        evidence,
                        hearingReason,
                        hearingInformedOn);
    }
}
