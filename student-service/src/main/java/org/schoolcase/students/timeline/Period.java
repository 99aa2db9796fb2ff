package org.schoolcase.students.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;

/** First and last day of an entry; without a last day it is open. */
public record Period(LocalDate beginsOn, @Nullable LocalDate endsOn) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** Refuses days that no living person has, and an end before the beginning. */
    public Period {
        requireSensible("/beginsOn", beginsOn);
        if (endsOn != null) {
            requireSensible("/endsOn", endsOn);
            if (endsOn.isBefore(beginsOn)) {
                throw ProblemException.unprocessable("entry.ends-before-begin", "The last day is before the first.")
                        .field("/endsOn", "entry.ends-before-begin", "Not before beginsOn.");
            }
        }
    }

    /** Whether it is in force on a day. */
    public boolean holdsOn(LocalDate day) {
        return !beginsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }

    static void requireSensible(String pointer, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw ProblemException.unprocessable("date.out-of-range", "The date is out of range.")
                    .field(pointer, "date.out-of-range", "Between 1900 and 2200.");
        }
    }
}
