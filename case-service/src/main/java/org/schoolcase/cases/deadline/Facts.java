package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one case, as civil dates of the district.
 *
 * @param dates the dated events the engine may count from
 * @param moments the hour of events that a rule counts hours from
 * @param absences school days the student was absent since the clock started
 * @param agreedDate the date to which a written agreement extends or that it sets
 * @param extensionDays days of the rule's own unit by which a written agreement extends
 * @param circumstances what is so in the case
 * @param periods from when to when a circumstance was so
 */
public record Facts(
        Map<LawEvent, LocalDate> dates,
        Map<LawEvent, ZonedDateTime> moments,
        int absences,
        @Nullable LocalDate agreedDate,
        int extensionDays,
        Set<Circumstance> circumstances,
        List<Period> periods) {

    /** A circumstance from one day through another. */
    public record Period(Circumstance circumstance, LocalDate from, LocalDate to) {}

    public static final Facts NONE = new Facts(Map.of(), Map.of(), 0, null, 0, Set.of(), List.of());

    public Facts {
        dates = Map.copyOf(dates);
        moments = Map.copyOf(moments);
        circumstances = Set.copyOf(circumstances);
        periods = List.copyOf(periods);
    }

    public static Facts of(LawEvent event, LocalDate on) {
        return NONE.and(event, on);
    }

    /** With one more date, or another for the same event. */
    public Facts and(LawEvent event, LocalDate on) {
        var more = new EnumMap<LawEvent, LocalDate>(LawEvent.class);
        more.putAll(dates);
        more.put(event, on);
        return new Facts(more, moments, absences, agreedDate, extensionDays, circumstances, periods);
    }

    /** With the hour of an event, and so its date. */
    public Facts at(LawEvent event, ZonedDateTime moment) {
        var more = new EnumMap<LawEvent, ZonedDateTime>(LawEvent.class);
        more.putAll(moments);
        more.put(event, moment);
        return new Facts(dates, more, absences, agreedDate, extensionDays, circumstances, periods)
                .and(event, moment.toLocalDate());
    }

    public Facts absent(int schoolDays) {
        return new Facts(dates, moments, schoolDays, agreedDate, extensionDays, circumstances, periods);
    }

    public Facts agreed(@Nullable LocalDate date, int days) {
        return new Facts(dates, moments, absences, date, days, circumstances, periods);
    }

    public Facts under(Circumstance circumstance) {
        var more = new HashSet<>(circumstances);
        more.add(circumstance);
        return new Facts(dates, moments, absences, agreedDate, extensionDays, more, periods);
    }

    @Nullable
    LocalDate on(LawEvent event) {
        return dates.get(event);
    }
}
