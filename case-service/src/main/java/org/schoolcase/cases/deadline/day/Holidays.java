package org.schoolcase.cases.deadline.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Public holidays of a jurisdiction, and the business days that they leave: 34 CFR 300.11(b). */
public final class Holidays {

    /** Monday to Friday, holidays included, as 34 CFR 300.148(d)(1)(ii) counts. */
    public static final Holidays NONE = new Holidays(Map.of());

    private static final int FIRST = 1995;
    private static final int LAST = 2075;

    private final Map<LocalDate, String> names;
    private final IndexedDays businessDays;

    private Holidays(Map<LocalDate, String> names) {
        this.names = Map.copyOf(names);
        var gaps = new ArrayList<Span>();
        names.keySet().stream().sorted().filter(Holidays::isWeekday).forEach(day -> gaps.add(gap(day)));
        this.businessDays = new IndexedDays(
                "business day",
                "business days: Monday to Friday%s"
                        .formatted(names.isEmpty() ? "" : " less holidays (34 CFR 300.11(b))"),
                LocalDate.of(FIRST, 1, 1)
                        .datesUntil(LocalDate.of(LAST, 1, 1))
                        .filter(day -> isWeekday(day) && !names.containsKey(day))
                        .mapToInt(day -> Math.toIntExact(day.toEpochDay()))
                        .toArray(),
                gaps);
    }

    /** Holidays given by their dates. */
    public static Holidays on(Map<LocalDate, String> dates) {
        return new Holidays(new TreeMap<>(dates));
    }

    /** Holidays given by their rules; of two on one day the later in the list gives the name. */
    public static Holidays by(List<Holiday> rules) {
        var dates = new TreeMap<LocalDate, String>();
        rules.forEach(rule -> rule.between(FIRST, LAST).forEach(day -> dates.put(day, rule.name())));
        return new Holidays(dates);
    }

    public Map<LocalDate, String> names() {
        return names;
    }

    public DaySet businessDays() {
        return businessDays;
    }

    private Span gap(LocalDate day) {
        var at = Math.toIntExact(day.toEpochDay());
        return new Span(at, at, "holiday: " + names.get(day));
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
