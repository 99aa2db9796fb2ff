package org.schoolcase.students.indicator.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of a student in his windows, as sums. */
public record Facts(
        @Nullable String grade,
        Span year,
        boolean yearEnded,
        Attendance inYear,
        @Nullable Term term,
        @Nullable Behavior behavior,
        Courses courses,
        Screenings screenings) {

    /** Days looked at, both included. */
    public record Span(LocalDate from, LocalDate to) {}

    /**
     * Days enrolled and absent; a day is absent if half of it or more was missed.
     *
     * @param counted first and last day that count, where the calendar says which days do; null: days were delivered
     * @param unknown why nothing can be said; null if something can
     */
    public record Attendance(
            long enrolledDays, long absentDays, @Nullable Span counted, Evaluation.@Nullable Outcome unknown) {

        /** Of days delivered one by one. */
        public Attendance(long enrolledDays, long absentDays) {
            this(enrolledDays, absentDays, null, null);
        }

        /** Nothing can be said, for this reason. */
        public static Attendance unknown(Evaluation.Outcome reason) {
            return new Attendance(0, 0, null, reason);
        }
    }

    /** The grading period that is running. */
    public record Term(Span span, Attendance attendance) {}

    /** Incidents and their responses; not known where the district delivers none at all. */
    public record Behavior(long incidents, long removals, long outOfSchoolRemovals) {}

    /** Marks: of each course the latest one, but failedCoreMarks counts every term. */
    public record Courses(
            long graded,
            long failed,
            long failedEnglishOrMathematics,
            long failedCoreMarks,
            long conductMarks,
            long unsatisfactoryConduct,
            long withPoints,
            BigDecimal points,
            long withCredits,
            BigDecimal credits) {}

    /** Screenings: the latest of each measure. */
    public record Screenings(long taken, long below) {}
}
