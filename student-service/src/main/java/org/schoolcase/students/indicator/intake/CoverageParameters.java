package org.schoolcase.students.indicator.intake;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;

/**
 * Which days a file of attendance covers.
 *
 * @param coverage ALL_DAYS: a row for each day enrolled; ABSENCES_ONLY: for absences alone
 * @param coveredFrom of absences, the first day whose absences are in the file or came before; none: the first of the year
 * @param through of absences, the last day whose absences are all in the file or came before
 * @param schoolId of absences, the school that the file is of; none: all
 */
public record CoverageParameters(
        @QueryParam("coverage") Coverage.@Nullable Days coverage,
        @QueryParam("coveredFrom") @Nullable LocalDate coveredFrom,
        @QueryParam("through") @Nullable LocalDate through,
        @QueryParam("schoolId") @Nullable UUID schoolId) {

    /** Null for other kinds than attendance. */
    @Nullable
    Coverage of(DataKind kind, LocalDate today) {
        if (kind != DataKind.ATTENDANCE) {
            if (coverage != null || coveredFrom != null || through != null || schoolId != null) {
                throw refused("coverage.only-for-attendance", "Only attendance has a coverage.");
            }
            return null;
        }
        if (coverage == null) {
            throw refused(
                    "coverage.missing", "Say whether the file has a row for each day enrolled, or absences alone.");
        }
        var said = new Coverage(coverage, coveredFrom, through, schoolId);
        said.check(today);
        if (coverage == Coverage.Days.ABSENCES_ONLY && !said.closes()) {
            throw refused("coverage.through-missing", "Say which is the last day whose absences are delivered.");
        }
        return said;
    }

    private static ProblemException refused(String code, String detail) {
        return ProblemException.badRequest(code, detail);
    }
}
