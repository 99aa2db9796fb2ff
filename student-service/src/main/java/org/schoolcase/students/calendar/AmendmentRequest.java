package org.schoolcase.students.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.students.calendar.day.Amendment;

/** A change to a school year: the days it is about, the last one included, or the new last day of the year. */
public record AmendmentRequest(
        @NotNull Amendment.Kind kind,
        @NotNull LocalDate from,
        @Nullable LocalDate to,

        @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reason) {

    private static final int LONGEST = 100;
    private static final int LONGEST_NAME = 100;

    Amendment amendment() {
        var last = to == null ? from : to;
        if (last.isBefore(from) || last.isAfter(from.plusDays(LONGEST))) {
            throw ProblemException.unprocessable("calendar.invalid", "The year cannot be amended like this.")
                    .field(
                            "/to",
                            "span.invalid",
                            "The last day is not before the first, and 100 days after it at most.");
        }
        var words = reason.strip();
        return new Amendment(
                kind, from, last, words.length() > LONGEST_NAME ? words.substring(0, LONGEST_NAME) : words);
    }
}
