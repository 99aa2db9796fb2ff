package org.schoolcase.cases.deadline;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.schoolcase.cases.deadline.day.Holiday;
import org.schoolcase.cases.deadline.day.Holiday.Observed;
import org.schoolcase.cases.deadline.day.Holiday.When;
import org.schoolcase.cases.deadline.day.Holiday.Years;

/** Reads one public holiday as an editor of law writes it. */
final class HolidayReader {

    static final Set<String> KEYS = Set.of(
            "name",
            "date",
            "month",
            "weekday",
            "nth",
            "daysAfter",
            "beforeEaster",
            "observed",
            "since",
            "until",
            "every",
            "citation",
            "confidence",
            "note");

    private static final List<String> KINDS = List.of("date", "month", "beforeEaster");

    /** Which weekday of a month. */
    enum Nth {
        FIRST(1),
        SECOND(2),
        THIRD(3),
        FOURTH(4),
        LAST(-1);

        private final int number;

        Nth(int number) {
            this.number = number;
        }
    }

    private HolidayReader() {}

    static Holiday read(YamlMap yaml) {
        return new Holiday(
                name(yaml),
                when(yaml),
                yaml.oneOfOr(Observed.class, "observed", Observed.NEAREST_WEEKDAY),
                new Years(yaml.wholeOr("since", 1900), yaml.wholeOr("until", 9999), every(yaml)));
    }

    /** The name with its source, which a trace shows, and how sure that is where it is not quite. */
    private static String name(YamlMap yaml) {
        var confidence = yaml.oneOf(Confidence.class, "confidence");
        return confidence == Confidence.HIGH
                ? "%s (%s)".formatted(yaml.text("name"), yaml.text("citation"))
                : "%s (%s; confidence %s)"
                        .formatted(
                                yaml.text("name"),
                                yaml.text("citation"),
                                confidence.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static When when(YamlMap yaml) {
        if (KINDS.stream().filter(yaml::has).count() != 1) {
            throw yaml.problem("name", "a holiday has one of date, month and beforeEaster");
        }
        if (yaml.has("date")) {
            return new Holiday.OnDate(Objects.requireNonNull(yaml.monthDayOrNull("date")));
        }
        return yaml.has("month") ? weekday(yaml) : new Holiday.BeforeEaster(yaml.whole("beforeEaster"));
    }

    private static When weekday(YamlMap yaml) {
        var month = yaml.whole("month");
        if (month < 1 || month > 12) {
            throw yaml.problem("month", "'month' must be from 1 to 12");
        }
        return new Holiday.OnWeekday(
                month,
                yaml.oneOf(DayOfWeek.class, "weekday"),
                yaml.oneOf(Nth.class, "nth").number,
                yaml.wholeOr("daysAfter", 0));
    }

    private static int every(YamlMap yaml) {
        var every = yaml.wholeOr("every", 1);
        if (every != 1 && every != 2 && every != 4) {
            throw yaml.problem("every", "'every' must be 1, 2 or 4");
        }
        return every;
    }
}
