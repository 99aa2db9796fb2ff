package org.schoolcase.cases.deadline.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what lies between school days: breaks, holidays, closures and summers, with their names. */
final class GapFinder {

    private final List<SchoolYear> years;

    GapFinder(List<SchoolYear> years) {
        this.years = years;
    }

    List<Gap> between(int[] days) {
        var gaps = new ArrayList<Gap>();
        for (var i = 1; i < days.length; i++) {
            if (days[i] - days[i - 1] > 1) {
                gap(days[i - 1] + 1, days[i] - 1).ifPresent(gaps::add);
            }
        }
        return List.copyOf(gaps);
    }

    private Optional<Gap> gap(int from, int to) {
        var summer = !Objects.equals(yearOf(from - 1), yearOf(to + 1));
        var vacated = 0;
        var vacation = 0;
        Integer first = null;
        Integer firstVacation = null;
        for (var day = from; day <= to; day++) {
            if (isVacated(day)) {
                vacated++;
                first = first == null ? day : first;
                if (summer || isVacation(day)) {
                    vacation++;
                    firstVacation = firstVacation == null ? day : firstVacation;
                }
            }
        }
        return first == null
                ? Optional.empty()
                : Optional.of(
                        new Gap(from, to, summer, vacated, first, vacation, firstVacation, name(from, to, summer)));
    }

    private boolean isVacated(int day) {
        var date = LocalDate.ofEpochDay(day);
        var year = yearOf(day);
        return year == null ? SchoolYear.MONDAY_TO_FRIDAY.contains(date.getDayOfWeek()) : year.isOfTheWeek(date);
    }

    private boolean isVacation(int day) {
        var year = yearOf(day);
        return year != null && year.isVacation(LocalDate.ofEpochDay(day));
    }

    private String name(int from, int to, boolean summer) {
        if (summer) {
            return "between two school years: school ends on %s and begins on %s"
                    .formatted(LocalDate.ofEpochDay(from - 1L), LocalDate.ofEpochDay(to + 1L));
        }
        var names = new LinkedHashSet<String>();
        for (var day = from; day <= to; day++) {
            var year = yearOf(day);
            if (year != null && isVacated(day)) {
                year.closure(LocalDate.ofEpochDay(day)).ifPresent(it -> names.add(it.name()));
            }
        }
        return "no school: " + String.join(", ", names);
    }

    private @Nullable SchoolYear yearOf(int day) {
        var date = LocalDate.ofEpochDay(day);
        for (var year : years) {
            if (year.holds(date)) {
                return year;
            }
        }
        return null;
    }
}
