package org.schoolcase.cases.deadline.day;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The school years that hold for a student, indexed for counting; immutable, and shared by all who count on it. */
public final class SchoolCalendar {

    /** Where no calendar has been entered; every count of school days ends in {@link NotKnown}. */
    public static final SchoolCalendar NONE = new SchoolCalendar(List.of());

    private static final String REASON = "school days (34 CFR 300.11(c)); weekends do not count";
    private static final String MISSING = "No school calendar is known for the school.";

    private final List<SchoolYear> years;
    private final IndexedDays days;
    private final List<Gap> gaps;
    private final Map<Toll, List<Span>> tolled = new ConcurrentHashMap<>();

    private SchoolCalendar(List<SchoolYear> years) {
        this.years = years;
        var each = years.stream()
                .flatMap(SchoolYear::schoolDays)
                .distinct()
                .mapToInt(day -> Math.toIntExact(day.toEpochDay()))
                .sorted()
                .toArray();
        this.gaps = new GapFinder(years).between(each);
        var named = gaps.stream()
                .map(gap -> new Span(gap.from(), gap.to(), gap.name()))
                .toList();
        this.days = new IndexedDays("school day", REASON, each, named);
    }

    public static SchoolCalendar of(List<SchoolYear> years) {
        return years.isEmpty()
                ? NONE
                : new SchoolCalendar(years.stream()
                        .sorted(Comparator.comparing(SchoolYear::firstDay))
                        .toList());
    }

    public boolean isKnown() {
        return !years.isEmpty();
    }

    public DaySet schoolDays() {
        if (years.isEmpty()) {
            throw new NotKnown(MISSING);
        }
        return days;
    }

    public boolean isSchoolDay(int day) {
        return days.contains(day);
    }

    /** Whether the calendar says what this day is, summers between two known years included. */
    public boolean covers(int day) {
        return isKnown()
                && day >= years.getFirst().firstDay().toEpochDay()
                && day <= years.getLast().lastDay().toEpochDay();
    }

    /** The year in which a day lies; none in summer. */
    public Optional<SchoolYear> yearOf(LocalDate day) {
        requireAny();
        return years.stream().filter(year -> year.holds(day)).findFirst();
    }

    /** First day of the first school year that begins after a day. */
    public LocalDate nextFirstDay(LocalDate day) {
        requireAny();
        return years.stream()
                .map(SchoolYear::firstDay)
                .filter(first -> first.isAfter(day))
                .findFirst()
                .filter(first -> first.toEpochDay() - day.toEpochDay() <= 365)
                .orElseThrow(
                        () -> new NotKnown("The first day of the school year after %s is not known.".formatted(day)));
    }

    /** The days that a clock leaves out under a clause; throws {@link NotKnown} when no calendar is known. */
    public List<Span> leftOut(Toll toll) {
        requireAny();
        return tolled.computeIfAbsent(toll, clause -> new TolledSpans(years, gaps).of(clause));
    }

    /** Refuses a count that leaves the years that are known, for a rule that depends on them. */
    public void requireKnown(int from, int to) {
        var earliest = years.getFirst().firstDay().toEpochDay() - 100;
        if (from < earliest || to > years.getLast().lastDay().toEpochDay()) {
            throw new NotKnown("The count from %s to %s leaves the school years that are known (until %s)."
                    .formatted(
                            LocalDate.ofEpochDay(from),
                            LocalDate.ofEpochDay(to),
                            years.getLast().lastDay()));
        }
        if (gaps.stream()
                .anyMatch(gap ->
                        gap.to() - gap.from() > IndexedDays.LONGEST_PAUSE && gap.from() <= to && gap.to() >= from)) {
            throw new NotKnown("A school year between %s and %s is not known."
                    .formatted(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to)));
        }
    }

    private void requireAny() {
        if (years.isEmpty()) {
            throw new NotKnown(MISSING);
        }
    }
}
