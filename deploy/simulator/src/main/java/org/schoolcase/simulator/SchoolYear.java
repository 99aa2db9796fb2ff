package org.schoolcase.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A school year from mid-August to early June with the usual breaks. */
record SchoolYear(int begins) {

    private record Break(LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    LocalDate first() {
        return LocalDate.of(begins, 8, 17);
    }

    LocalDate last() {
        return LocalDate.of(begins + 1, 6, 4);
    }

    String title() {
        return begins + "-" + (begins + 1);
    }

    /** The first days of instruction. */
    List<LocalDate> schoolDays(int most) {
        return Stream.iterate(first(), day -> !day.isAfter(last()), day -> day.plusDays(1))
                .filter(this::isSchoolDay)
                .limit(most)
                .toList();
    }

    private boolean isSchoolDay(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && breaks().stream().noneMatch(pause -> pause.holds(day));
    }

    private List<Break> breaks() {
        return List.of(
                new Break(LocalDate.of(begins, 9, 7), LocalDate.of(begins, 9, 7)),
                new Break(LocalDate.of(begins, 11, 25), LocalDate.of(begins, 11, 27)),
                new Break(LocalDate.of(begins, 12, 21), LocalDate.of(begins + 1, 1, 1)),
                new Break(LocalDate.of(begins + 1, 3, 15), LocalDate.of(begins + 1, 3, 19)));
    }
}
