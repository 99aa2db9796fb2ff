package org.schoolcase.notifications.profile;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days on which somebody held the educational rights; without guardianId the adult student (34 CFR 300.520). */
record RightsSpan(
        @Nullable UUID guardianId,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** First of the days without a gap, up to this one, on which he held them; null where nothing is dated. */
    static @Nullable LocalDate since(@Nullable UUID who, @Nullable List<RightsSpan> held, LocalDate day) {
        var spans = held == null
                ? List.<RightsSpan>of()
                : held.stream()
                        .filter(span -> Objects.equals(span.guardianId(), who) && span.hasBegun(day))
                        .sorted(comparing(RightsSpan::from, nullsFirst(naturalOrder())))
                        .toList();
        LocalDate since = null;
        RightsSpan before = null;
        for (var span : spans) {
            if (before == null || !before.reaches(span)) {
                since = span.from();
            }
            before = span;
        }
        return since;
    }

    /** Whether the rights passed from him: he held them on the day before they were the adult student's (34 CFR 300.520). */
    static boolean passedFrom(UUID who, @Nullable List<RightsSpan> held, LocalDate toStudentOn) {
        var dayBefore = toStudentOn.minusDays(1);
        return held != null
                && held.stream().anyMatch(span -> who.equals(span.guardianId()) && span.contains(dayBefore));
    }

    private boolean contains(LocalDate day) {
        return hasBegun(day) && (to == null || !to.isBefore(day));
    }

    private boolean hasBegun(LocalDate day) {
        return from == null || !from.isAfter(day);
    }

    private boolean reaches(RightsSpan next) {
        return to == null || (next.from != null && !next.from.isAfter(to.plusDays(1)));
    }
}
