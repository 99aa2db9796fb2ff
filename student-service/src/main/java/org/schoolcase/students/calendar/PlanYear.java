package org.schoolcase.students.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.calendar.day.PlanCheck;
import org.schoolcase.students.calendar.day.YearPlan;
import org.schoolcase.students.http.Precondition;

/** Use case: the district enters a school year, or replaces the plan of one; the plan before stays readable. */
@ApplicationScoped
class PlanYear {

    /** The year as it is to be. */
    record Command(
            CalendarYear.Key key,
            String name,
            List<UUID> schoolIds,
            YearPlan plan,
            @Nullable String reason) {}

    /** What came of it. */
    sealed interface Outcome {
        record Planned(CalendarYear year) implements Outcome {}

        record Replaced(CalendarYear year) implements Outcome {}

        record Faulty(List<PlanCheck.Fault> faults) implements Outcome {}

        /** The dates are within another year of this calendar. */
        record Overlaps() implements Outcome {}

        /** Another calendar holds for one of these schools, or for all, in that year. */
        record Taken(UUID calendarId) implements Outcome {}
    }

    private final CalendarRepository calendars;
    private final PublishCalendar publish;
    private final Clock clock;

    PlanYear(CalendarRepository calendars, PublishCalendar publish, Clock clock) {
        this.calendars = calendars;
        this.publish = publish;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(Command command, Precondition precondition) {
        var key = command.key();
        calendars.lock();
        var before = calendars.year(key);
        before.ifPresentOrElse(year -> precondition.requireCurrent(year.version()), precondition::requireNew);
        var faults = PlanCheck.faults(command.plan(), key.startYear());
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        if (calendars.overlapsAnotherYear(
                key, command.plan().firstDay(), command.plan().lastDay())) {
            return new Outcome.Overlaps();
        }
        var other = calendars.otherCalendar(key, command.schoolIds());
        if (other.isPresent()) {
            return new Outcome.Taken(other.get());
        }
        return before.map(year -> replace(year, command)).orElseGet(() -> plan(command));
    }

    private Outcome plan(Command command) {
        var year = new CalendarYear(command.key(), 0, command.schoolIds(), command.plan(), origin("PLANNED", command));
        publish.record(command.name(), year);
        return new Outcome.Planned(year);
    }

    private Outcome replace(CalendarYear before, Command command) {
        var year = before.next(command.schoolIds(), command.plan(), origin("REPLACED", command));
        var was = new HashSet<>(before.plan().schoolDays());
        var is = new HashSet<>(year.plan().schoolDays());
        int kept = (int) was.stream().filter(is::contains).count();
        publish.record(command.name(), year);
        publish.amended(year, was.size() - kept, is.size() - kept);
        return new Outcome.Replaced(year);
    }

    private CalendarYear.Origin origin(String change, Command command) {
        return new CalendarYear.Origin(change, null, null, command.reason(), clock.instant());
    }
}
