package org.schoolcase.students.indicator.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.calendar.AppliedCalendars;
import org.schoolcase.students.calendar.day.SchoolDays;
import org.schoolcase.students.enrollment.SchoolStay;
import org.schoolcase.students.enrollment.SchoolStays;
import org.schoolcase.students.indicator.attendance.CountedDays.Stretch;
import org.schoolcase.students.indicator.attendance.CoverageStatements.OfDistrict;
import org.schoolcase.students.indicator.rule.Evaluation.Outcome;
import org.schoolcase.students.indicator.rule.Facts;
import org.schoolcase.students.indicator.rule.Facts.Span;

/** Attendance of the students whose school's source delivers absences alone, for a whole batch. Needs a transaction. */
@ApplicationScoped
public class AbsencesOnly {

    /** A student, his first school, and the year so far. */
    public record Wanted(UUID studentId, @Nullable UUID schoolId, Span year) {}

    /** Sums of the year and of the grading period that is running. */
    public record Counted(Facts.Attendance inYear, Facts.Attendance inTerm) {

        public static Counted unknown(Outcome reason) {
            return new Counted(Facts.Attendance.unknown(reason), Facts.Attendance.unknown(reason));
        }
    }

    private static final String DAYS = """
            select student_id, on_date, missed, everyday from attendance_day
             where student_id = any(?) and on_date between ? and ?
            """;

    private final CoverageStatements statements;
    private final SchoolStays stays;
    private final AppliedCalendars calendars;
    private final Rows rows;

    AbsencesOnly(CoverageStatements statements, SchoolStays stays, AppliedCalendars calendars, Rows rows) {
        this.statements = statements;
        this.stays = stays;
        this.calendars = calendars;
        this.rows = rows;
    }

    /** Leaves out the students of whose schools no source says that it delivers absences alone. */
    public Map<UUID, Counted> count(List<Wanted> wanted, Optional<Span> term) {
        var said = statements.read();
        if (said.isEmpty() || wanted.isEmpty()) {
            return Map.of();
        }
        var since = wanted.stream().map(one -> one.year().from()).min(Comparator.naturalOrder());
        var attended = stays.of(wanted.stream().map(Wanted::studentId).toList(), since.orElseThrow());
        var concerned = wanted.stream()
                .filter(one -> of(one, attended).stream()
                        .anyMatch(stay -> said.of(stay.schoolId()).isPresent()))
                .toList();
        var delivered = delivered(concerned, since.orElseThrow());
        var years = new HashMap<Optional<UUID>, Optional<SchoolDays>>();
        var counted = new HashMap<UUID, Counted>();
        concerned.forEach(one ->
                counted.put(one.studentId(), count(one, of(one, attended), within(one, delivered), said, years, term)));
        return counted;
    }

    private static List<SchoolStay> of(Wanted one, Map<UUID, List<SchoolStay>> attended) {
        return attended.getOrDefault(one.studentId(), List.of()).stream()
                .filter(stay -> stay.meets(one.year().from(), one.year().to()))
                .toList();
    }

    private Counted count(
            Wanted one,
            List<SchoolStay> attended,
            List<CountedDays.Day> days,
            OfDistrict said,
            Map<Optional<UUID>, Optional<SchoolDays>> years,
            Optional<Span> term) {
        if (attended.stream().anyMatch(SchoolStay::endUnknown)) {
            return Counted.unknown(Outcome.ENROLLMENT_UNKNOWN);
        }
        var stretches = new ArrayList<Stretch>();
        var covered = new ArrayList<Span>();
        for (var stay : attended) {
            said.of(stay.schoolId())
                    .map(statement -> clip(one.year(), statement.from(), statement.through()))
                    .ifPresent(span -> {
                        covered.add(span);
                        var counts = clip(span, stay.beginsOn(), stay.endsOn());
                        if (!counts.from().isAfter(counts.to())) {
                            stretches.add(new Stretch(
                                    counts, calendar(stay.schoolId(), one.year().to(), years)));
                        }
                    });
        }
        var fault = CountedDays.fault(stretches, hull(covered), days);
        if (fault.isPresent()) {
            return Counted.unknown(fault.get());
        }
        var sums = CountedDays.of(stretches, days);
        var inYear = sums.since(one.year().from());
        return new Counted(inYear, term.map(span -> sums.since(span.from())).orElse(inYear));
    }

    private Optional<SchoolDays> calendar(
            @Nullable UUID schoolId, LocalDate on, Map<Optional<UUID>, Optional<SchoolDays>> years) {
        return years.computeIfAbsent(Optional.ofNullable(schoolId), _ -> calendars.schoolDays(schoolId, on));
    }

    private static Span clip(Span span, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Span(
                from == null || from.isBefore(span.from()) ? span.from() : from,
                to == null || to.isAfter(span.to()) ? span.to() : to);
    }

    private static Span hull(Collection<Span> spans) {
        var from = spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElseThrow();
        var to = spans.stream().map(Span::to).max(Comparator.naturalOrder()).orElseThrow();
        return new Span(from, to);
    }

    private static List<CountedDays.Day> within(Wanted one, Map<UUID, List<CountedDays.Day>> delivered) {
        return delivered.getOrDefault(one.studentId(), List.of()).stream()
                .filter(day -> !day.on().isBefore(one.year().from())
                        && !day.on().isAfter(one.year().to()))
                .toList();
    }

    private Map<UUID, List<CountedDays.Day>> delivered(List<Wanted> students, LocalDate since) {
        var found = new HashMap<UUID, List<CountedDays.Day>>();
        var ids = students.stream().map(Wanted::studentId).toArray(UUID[]::new);
        var until = students.stream().map(one -> one.year().to()).max(Comparator.naturalOrder());
        rows.list(Query.of(DAYS, ids, since, until.orElse(since)), row -> found.computeIfAbsent(
                        row.getObject("student_id", UUID.class), _ -> new ArrayList<>())
                .add(new CountedDays.Day(
                        row.getObject("on_date", LocalDate.class), row.getInt("missed"), row.getBoolean("everyday"))));
        return found;
    }
}
