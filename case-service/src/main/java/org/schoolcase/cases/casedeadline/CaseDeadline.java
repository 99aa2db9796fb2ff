package org.schoolcase.cases.casedeadline;

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
import org.hibernate.annotations.Array;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.Answer;
import org.schoolcase.cases.deadline.Confidence;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.kit.id.Ids;

/** What the engine said about one step of one case on the day it was asked; it ends, and is never deleted or moved back. */
@Entity
@Table(name = "case_deadline")
class CaseDeadline {

    enum Status {
        OPEN,
        ENDED,
        /** The rule is known or unknown, but cannot be counted; there is no date. */
        NO_COMPUTED_DEADLINE,
        /** Law has words and no number. */
        NO_NUMERIC_DEADLINE
    }

    enum EndedBy {
        /** What was due was done. */
        COMPLETED,
        CONSENT_REVOKED,
        CASE_CLOSED,
        LAW_CHANGED
    }

    /** What started the clock: the case, the consent, decision or other subject, and the event with its date. */
    record Trigger(UUID caseId, UUID studentId, UUID subjectId, LawEvent event, LocalDate on, LawEvent completedBy) {}

    @Id
    private UUID id;

    private UUID caseId;
    private UUID studentId;
    private UUID subjectId;

    @Enumerated(EnumType.STRING)
    private Step step;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String jurisdiction;
    private @Nullable String ruleId;

    @Enumerated(EnumType.STRING)
    private LawEvent startEvent;

    private LocalDate startedOn;

    @Enumerated(EnumType.STRING)
    private LawEvent completionEvent;

    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate actBy;
    private @Nullable String citation;

    @Enumerated(EnumType.STRING)
    private Confidence confidence;

    private @Nullable String explanation;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(read = "CAST(trace AS text)", write = "CAST(? AS jsonb)")
    private String trace;

    @Array(length = 20)
    private String[] notes = {};

    private @Nullable LocalDate unextended;
    private Instant setAt;
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable EndedBy endedBy;

    @Version
    private long version;

    protected CaseDeadline() {}

    private CaseDeadline(Trigger trigger, Answer answer, Status status, String trace, Instant now) {
        this.id = Ids.next();
        this.caseId = trigger.caseId();
        this.studentId = trigger.studentId();
        this.subjectId = trigger.subjectId();
        this.startEvent = trigger.event();
        this.startedOn = trigger.on();
        this.completionEvent = trigger.completedBy();
        this.step = answer.step();
        this.jurisdiction = answer.jurisdiction();
        this.confidence = answer.confidence();
        this.status = status;
        this.trace = trace;
        this.setAt = now;
    }

    static CaseDeadline due(Trigger trigger, Answer.Due due, String trace, Instant now) {
        var deadline = new CaseDeadline(trigger, due, Status.OPEN, trace, now);
        deadline.ruleId = due.ruleId();
        deadline.completionEvent = due.completionEvent();
        deadline.dueOn = due.dueOn();
        deadline.actBy = due.actBy();
        deadline.citation = due.citation();
        deadline.notes = due.notes().toArray(String[]::new);
        deadline.unextended = due.unextended();
        return deadline;
    }

    static CaseDeadline inWords(Trigger trigger, Answer.NoNumericDeadline words, Instant now) {
        var deadline = new CaseDeadline(trigger, words, Status.NO_NUMERIC_DEADLINE, "[]", now);
        deadline.ruleId = words.ruleId();
        deadline.citation = words.citation();
        deadline.explanation = words.words();
        return deadline;
    }

    static CaseDeadline notComputed(Trigger trigger, Answer.NotComputed none, Instant now) {
        var deadline = new CaseDeadline(trigger, none, Status.NO_COMPUTED_DEADLINE, "[]", now);
        deadline.ruleId = none.ruleId();
        deadline.citation = none.citation();
        deadline.explanation = none.reason();
        return deadline;
    }

    /** Stops the clock from a day on; what was due before stays as it was. */
    void end(LocalDate on, EndedBy why) {
        if (status == Status.ENDED) {
            throw new IllegalStateException("The deadline has ended already");
        }
        status = Status.ENDED;
        endedOn = on;
        endedBy = why;
    }

    boolean isRunning() {
        return status != Status.ENDED;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID studentId() {
        return studentId;
    }

    UUID subjectId() {
        return subjectId;
    }

    Step step() {
        return step;
    }

    Status status() {
        return status;
    }

    String jurisdiction() {
        return jurisdiction;
    }

    @Nullable
    String ruleId() {
        return ruleId;
    }

    LawEvent startEvent() {
        return startEvent;
    }

    LocalDate startedOn() {
        return startedOn;
    }

    LawEvent completionEvent() {
        return completionEvent;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    LocalDate actBy() {
        return actBy;
    }

    @Nullable
    String citation() {
        return citation;
    }

    Confidence confidence() {
        return confidence;
    }

    @Nullable
    String explanation() {
        return explanation;
    }

    List<String> notes() {
        return List.of(notes);
    }

    @Nullable
    LocalDate unextended() {
        return unextended;
    }

    String trace() {
        return trace;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    @Nullable
    EndedBy endedBy() {
        return endedBy;
    }
}
