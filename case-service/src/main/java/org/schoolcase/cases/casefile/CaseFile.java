package org.schoolcase.cases.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;

/** One student's case: why it was opened, since when, and whether it is still worked on. */
@Entity
@Table(name = "case_file")
public class CaseFile {

    /** Who referred the student. */
    public enum Source {
        STAFF,
        PARENT,
        AGENCY,
        INDICATOR
    }

    /** Whether the case is worked on. */
    public enum Status {
        OPEN,
        CLOSED
    }

    @Id
    private UUID id;

    private UUID studentId;

    @Enumerated(EnumType.STRING)
    private Source source;

    private String reason;

    @Array(length = 6)
    private String[] barriers;

    private LocalDate receivedOn;
    private LocalDate openedOn;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable LocalDate closedOn;
    private @Nullable String closureReason;
    private @Nullable UUID parallelTo;

    @Version
    private long version;

    protected CaseFile() {}

    private CaseFile(
            UUID studentId,
            Source source,
            String reason,
            Collection<Barrier> barriers,
            LocalDate receivedOn,
            LocalDate openedOn) {
        this.id = Ids.next();
        this.studentId = studentId;
        this.source = source;
        this.reason = reason;
        this.barriers = barriers.stream().sorted().map(Barrier::name).toArray(String[]::new);
        this.receivedOn = receivedOn;
        this.openedOn = openedOn;
        this.status = Status.OPEN;
    }

    /** A new case, received on a day and opened on another. */
    public static CaseFile open(
            UUID studentId,
            Source source,
            String reason,
            Collection<Barrier> barriers,
            LocalDate receivedOn,
            LocalDate openedOn) {
        return new CaseFile(studentId, source, reason, barriers, receivedOn, openedOn);
    }

    /** Ends the work on the case; it is kept. */
    public void close(LocalDate on, String why) {
        if (!isOpen()) {
            throw new IllegalStateException("Only an open case can be closed");
        }
        status = Status.CLOSED;
        closedOn = on;
        closureReason = why;
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public UUID id() {
        return id;
    }

    public UUID studentId() {
        return studentId;
    }

    Source source() {
        return source;
    }

    /** Whether a person referred the student, and not an indicator. */
    public boolean isReferredByPeople() {
        return source != Source.INDICATOR;
    }

    /** Whether somebody outside the school asked, who is owed an answer (34 CFR 300.301(b)). */
    public boolean isOwedAnAnswer() {
        return source == Source.PARENT || source == Source.AGENCY;
    }

    String reason() {
        return reason;
    }

    Set<Barrier> barriers() {
        var set = new TreeSet<Barrier>();
        Arrays.stream(barriers).map(Barrier::valueOf).forEach(set::add);
        return set;
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    Status status() {
        return status;
    }

    public @Nullable LocalDate closedOn() {
        return closedOn;
    }

    public @Nullable String closureReason() {
        return closureReason;
    }

    /** The student's other open case, where two records of one student that each had one were merged. */
    @Nullable
    UUID parallelTo() {
        return parallelTo;
    }

    public long version() {
        return version;
    }
}
