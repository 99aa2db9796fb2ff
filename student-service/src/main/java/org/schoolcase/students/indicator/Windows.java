package org.schoolcase.students.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.calendar.AppliedCalendars;
import org.schoolcase.students.indicator.rule.Facts.Span;

/** The days that rules look at: the school year so far by the calendar that holds, and the roster's grading period so far. */
@ApplicationScoped
class Windows {

    private static final int JULY = 7;

    /** A school year up to the day of the computation, and whether it has ended. */
    record Year(Span span, boolean ended) {}

    private final AppliedCalendars calendars;
    private final Rows rows;

    Windows(AppliedCalendars calendars, Rows rows) {
        this.calendars = calendars;
        this.rows = rows;
    }

    /** Without a calendar the year is taken from July to June. */
    Year year(@Nullable UUID schoolId, LocalDate today) {
        return calendars
                .span(schoolId, today)
                .filter(year -> !year.firstDay().isAfter(today))
                .map(year -> year(year.firstDay(), year.lastDay(), today))
                .orElseGet(() -> julyToJune(today));
    }

    private static Year julyToJune(LocalDate today) {
        var july = LocalDate.of(today.getMonthValue() < JULY ? today.getYear() - 1 : today.getYear(), JULY, 1);
        return year(july, july.plusYears(1).minusDays(1), today);
    }

    private static Year year(LocalDate first, LocalDate last, LocalDate today) {
        boolean ended = today.isAfter(last);
        return new Year(new Span(first, ended ? last : today), ended);
    }

    /** The grading period of the roster that is running, up to today. */
    Optional<Span> term(LocalDate today) {
        return rows.first(
                Query.of(
                        "select start_date from roster_academic_session where type = 'gradingPeriod' and status = 'ACTIVE'"
                                + " and start_date <= ? and end_date >= ? order by start_date desc limit 1",
                        today,
                        today),
                row -> new Span(row.getObject(1, LocalDate.class), today));
    }
}
