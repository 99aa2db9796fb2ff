package org.schoolcase.students.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.calendar.day.Amendment;

/** Use case: a school year changes after it was planned, for a reason such as snow; deadlines that count its days move. */
@ApplicationScoped
class AmendYear {

    /** What is to change, and why. */
    record Command(CalendarYear.Key key, Amendment amendment, String reason) {}

    /** What came of it. */
    sealed interface Outcome {
        record Amended(CalendarYear year, int removed, int added) implements Outcome {}

        record Refused(String code, String detail) implements Outcome {}
    }

    private final CalendarRepository calendars;
    private final PublishCalendar publish;
    private final CurrentUser user;
    private final Clock clock;

    AmendYear(CalendarRepository calendars, PublishCalendar publish, CurrentUser user, Clock clock) {
        this.calendars = calendars;
        this.publish = publish;
        this.user = user;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(Command command) {
        calendars.lock();
        var before = calendars.year(command.key()).filter(this::mayAmend).orElseThrow(ProblemException::notFound);
        return switch (command.amendment().applyTo(before.plan())) {
            case Amendment.Outcome.Refused(var code, var detail) -> new Outcome.Refused(code, detail);
            case Amendment.Outcome.Amended amended
            when overlaps(command, amended) ->
                new Outcome.Refused("calendar.overlaps", "The next year of this calendar has begun by then.");
            case Amendment.Outcome.Amended amended -> amend(before, command, amended);
        };
    }

    /** A school's administrator amends what holds for his schools alone. */
    private boolean mayAmend(CalendarYear year) {
        return user.has(Role.DISTRICT_ADMIN)
                || (!year.isForAllSchools() && user.schoolIds().containsAll(year.schoolIds()));
    }

    private boolean overlaps(Command command, Amendment.Outcome.Amended amended) {
        return calendars.overlapsAnotherYear(
                command.key(), amended.plan().firstDay(), amended.plan().lastDay());
    }

    private Outcome amend(CalendarYear before, Command command, Amendment.Outcome.Amended amended) {
        var amendment = command.amendment();
        var origin = new CalendarYear.Origin(
                amendment.kind().name(), amendment.from(), amendment.to(), command.reason(), clock.instant());
        var year = before.next(before.schoolIds(), amended.plan(), origin);
        var name = calendars.find(before.key().calendarId()).orElseThrow().name();
        publish.record(name, year);
        publish.amended(year, amended.removed(), amended.added());
        return new Outcome.Amended(year, amended.removed(), amended.added());
    }
}
