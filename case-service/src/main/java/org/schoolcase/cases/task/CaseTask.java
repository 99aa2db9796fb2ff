package org.schoolcase.cases.task;

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
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;

/** Something that one person has to do for a case; done or cancelled once, and kept. */
@Entity
@Table(name = "case_task")
class CaseTask {

    /** Whether it is still to be done. */
    enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    /** What is to be done, and by whom until when. */
    record Order(
            TaskKind kind,
            String text,
            List<String> links,
            UUID ownerId,
            @Nullable LocalDate dueOn) {}

    @Id
    private UUID id;

    private UUID caseId;
    private UUID studentId;

    @Enumerated(EnumType.STRING)
    private TaskKind kind;

    private String text;

    @Array(length = 10)
    private String[] links;

    private UUID ownerId;
    private @Nullable LocalDate dueOn;

    @Column(updatable = false)
    private @Nullable UUID deadlineId;

    @Column(updatable = false)
    private @Nullable String flowRule;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant createdAt;
    private @Nullable Instant closedAt;
    private @Nullable UUID closedBy;
    private @Nullable String reason;

    @Version
    private long version;

    protected CaseTask() {}

    private CaseTask(UUID caseId, UUID studentId, Order order, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.studentId = studentId;
        this.kind = order.kind();
        this.text = order.text();
        this.links = order.links().toArray(String[]::new);
        this.ownerId = order.ownerId();
        this.dueOn = order.dueOn();
        this.state = State.OPEN;
        this.createdAt = now;
    }

    static CaseTask byHand(UUID caseId, UUID studentId, Order order, Instant now) {
        return new CaseTask(caseId, studentId, order, now);
    }

    void finish(@Nullable UUID by, @Nullable String what, Instant now) {
        close(State.DONE, by, what, now);
    }

    void cancel(@Nullable UUID by, String why, Instant now) {
        close(State.CANCELLED, by, why, now);
    }

    void giveTo(UUID owner) {
        requireOpen();
        ownerId = owner;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    private void close(State as, @Nullable UUID by, @Nullable String words, Instant now) {
        requireOpen();
        state = as;
        closedBy = by;
        reason = words;
        closedAt = now;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("Only an open task changes");
        }
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

    TaskKind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    List<String> links() {
        return List.of(links);
    }

    UUID ownerId() {
        return ownerId;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    UUID deadlineId() {
        return deadlineId;
    }

    @Nullable
    String flowRule() {
        return flowRule;
    }

    State state() {
        return state;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    UUID closedBy() {
        return closedBy;
    }

    @Nullable
    String reason() {
        return reason;
    }

    long version() {
        return version;
    }
}
