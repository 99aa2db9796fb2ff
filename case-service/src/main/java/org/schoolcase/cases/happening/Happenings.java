package org.schoolcase.cases.happening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.cases.casedeadline.CaseClocks;
import org.schoolcase.cases.casedeadline.DeadlineView;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Rows;

/** Notes what happened in a case, in the transaction of the fact itself; clocks of law start and end by it. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Happenings {

    private static final String NOTE = """
            INSERT INTO case_happening
                (id, case_id, student_id, kind, on_date, recorded_at, by_staff, subject_id, sealed, law_events)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS text[]))
            """;

    private final Rows rows;
    private final CaseClocks clocks;
    private final Event<Happening> told;
    private final CurrentUser user;
    private final Clock clock;

    Happenings(Rows rows, CaseClocks clocks, Event<Happening> told, CurrentUser user, Clock clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.told = told;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Notes that something happened.
     *
     * @param on civil date of the district on which it happened
     * @param subjectId the consent, decision, note or other thing it is about
     * @return the deadlines that it set
     */
    public List<DeadlineView> note(CaseFile file, Kind kind, LocalDate on, UUID subjectId) {
        return note(file, kind, on, subjectId, false);
    }

    /** Notes something of which most readers learn that it happened, and not what. */
    public void noteSealed(CaseFile file, Kind kind, LocalDate on, UUID subjectId) {
        note(file, kind, on, subjectId, true);
    }

    /** Notes the referral with which a case begins; one that people wrote is an event of law (34 CFR 300.301(b)). */
    public List<DeadlineView> noteOpened(CaseFile file) {
        var written = file.isReferredByPeople();
        var happening = happening(file, Kind.CASE_OPENED, file.receivedOn(), file.id(), false);
        write(happening, written ? Set.of(LawEvent.WRITTEN_REFERRAL_RECEIVED) : Set.of());
        var set = written ? clocks.referred(file) : List.<DeadlineView>of();
        told.fire(happening);
        return set;
    }

    private List<DeadlineView> note(CaseFile file, Kind kind, LocalDate on, UUID subjectId, boolean sealed) {
        var happening = happening(file, kind, on, subjectId, sealed);
        var law = KindInLaw.of(kind);
        write(happening, law.events());
        clocks.done(file.id(), law.done(), law.answered(), on);
        var set = law.events().isEmpty()
                ? List.<DeadlineView>of()
                : clocks.happened(file, law.events(), law.startsClocks(), on, subjectId);
        told.fire(happening);
        return set;
    }

    private Happening happening(CaseFile file, Kind kind, LocalDate on, UUID subjectId, boolean sealed) {
        return new Happening(Ids.next(), file.id(), file.studentId(), kind, on, clock.instant(), subjectId, sealed);
    }

    private void write(Happening happening, Set<LawEvent> events) {
        rows.write(
                NOTE,
                happening.id(),
                happening.caseId(),
                happening.studentId(),
                happening.kind().name(),
                happening.on(),
                happening.recordedAt().atOffset(ZoneOffset.UTC),
                user.staffId().orElse(null),
                happening.subjectId(),
                happening.sealed(),
                events.stream().map(Enum::name).sorted().collect(Collectors.joining(",", "{", "}")));
    }
}
