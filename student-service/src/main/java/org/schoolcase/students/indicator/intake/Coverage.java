package org.schoolcase.students.indicator.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;

/**
 * Which days a source of attendance covers.
 *
 * @param from of absences, the first day whose absences are delivered; null: the first of the school year
 * @param through of absences, the last day whose absences are all delivered; null: not yet
 * @param schoolId of absences, the school that it is said of; null: all
 */
record Coverage(
        Days coverage,
        @Nullable LocalDate from,
        @Nullable LocalDate through,
        @Nullable UUID schoolId) {

    /** ALL_DAYS: a record for each day enrolled, present or not. ABSENCES_ONLY: for absences alone. */
    public enum Days {
        ALL_DAYS,
        ABSENCES_ONLY
    }

    static @Nullable Coverage of(ResultSet row) throws SQLException {
        var coverage = row.getString("coverage");
        return coverage == null
                ? null
                : new Coverage(
                        Days.valueOf(coverage),
                        row.getObject("covered_from", LocalDate.class),
                        row.getObject("covered_through", LocalDate.class),
                        row.getObject("school_id", UUID.class));
    }

    /** Whether the days up to some day are said to be complete; of all days each row speaks for itself. */
    boolean closes() {
        return coverage == Days.ALL_DAYS || through != null;
    }

    void check(LocalDate today) {
        if (coverage == Days.ALL_DAYS && (from != null || through != null || schoolId != null)) {
            throw ProblemException.badRequest(
                    "coverage.only-for-absences", "A source of all days covers the days that it has rows of.");
        }
        if (through != null && through.isAfter(today)) {
            throw ProblemException.badRequest(
                    "coverage.through-in-future", "The last day covered is later than today.");
        }
        if (through != null && from != null && from.isAfter(through)) {
            throw ProblemException.badRequest("coverage.from-after-through", "The first day is after the last.");
        }
    }
}
