package org.schoolcase.students.student;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;

/**
 * The days for which a new value holds: a change from its day on; a correction for as long as the wrong value was held,
 * or for the days it names.
 *
 * @param from first day; null for always
 * @param until day after the last; null for ever
 */
record FieldDays(@Nullable LocalDate from, @Nullable LocalDate until, boolean coversToday) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    static FieldDays of(FieldChangeRequest wanted, LocalDate today, @Nullable LocalDate since) {
        refuseFuture("/validFrom", wanted.validFrom(), today);
        refuseFuture("/validTo", wanted.validTo(), today);
        return switch (wanted.kind()) {
            case CHANGE -> change(wanted, today);
            case CORRECTION -> correction(wanted, since);
        };
    }

    private static FieldDays change(FieldChangeRequest wanted, LocalDate today) {
        if (wanted.validTo() != null) {
            throw ProblemException.unprocessable("change.with-end", "A change holds until the next one.")
                    .field("/validTo", "change.with-end", "Only of a CORRECTION.");
        }
        return new FieldDays(wanted.validFrom() == null ? today : wanted.validFrom(), null, true);
    }

    private static FieldDays correction(FieldChangeRequest wanted, @Nullable LocalDate since) {
        var from = wanted.validFrom() == null && wanted.validTo() == null ? since : wanted.validFrom();
        var until = wanted.validTo() == null ? null : wanted.validTo().plusDays(1);
        if (from != null && until != null && !from.isBefore(until)) {
            throw ProblemException.unprocessable("entry.ends-before-begin", "The last day is before the first.")
                    .field("/validTo", "entry.ends-before-begin", "Not before validFrom.");
        }
        return new FieldDays(from, until, until == null);
    }

    private static void refuseFuture(String pointer, @Nullable LocalDate day, LocalDate today) {
        if (day != null && (day.isAfter(today) || day.isBefore(EARLIEST))) {
            throw ProblemException.unprocessable("change.in-future", "What is to come is recorded when it has come.")
                    .field(pointer, "change.in-future", "Between 1900 and today.");
        }
    }
}
