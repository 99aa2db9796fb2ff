package org.schoolcase.students.http;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.FieldError;
import org.schoolcase.kit.problem.ProblemException;

/** Days and instants of which a caller asks, within what a record can be of: 400 {@code date.out-of-range} otherwise. */
public final class AskedTime {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private AskedTime() {}

    /** The day itself. */
    public static @Nullable LocalDate day(String parameter, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            throw outOfRange(parameter);
        }
        return day;
    }

    /** The instant itself. */
    public static @Nullable Instant instant(String parameter, @Nullable Instant instant) {
        if (instant != null && (instant.isBefore(FIRST) || instant.isAfter(LAST))) {
            throw outOfRange(parameter);
        }
        return instant;
    }

    private static ProblemException outOfRange(String parameter) {
        return ProblemException.badRequest("date.out-of-range", "The date is out of range.")
                .error(FieldError.parameter(parameter, "date.out-of-range", "Between 1900 and 2200."));
    }
}
