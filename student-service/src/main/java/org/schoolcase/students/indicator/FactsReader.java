package org.schoolcase.students.indicator;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.indicator.DirtyStudents.Student;
import org.schoolcase.students.indicator.attendance.AbsencesOnly;
import org.schoolcase.students.indicator.rule.Evaluation;
import org.schoolcase.students.indicator.rule.Facts;

/** Sums up, in one statement for a whole batch, what is known of students in their windows. Needs a transaction. */
@ApplicationScoped
class FactsReader {

    /** A student with the year that is looked at. */
    record Asked(Student student, Windows.Year year) {}

    private static final String SQL = """
            select b.student_id, a.*, i.*, m.*, s.*, exists (select from behavior_incident) as behavior_known
              from unnest(?::uuid[], ?::date[], ?::date[]) as b (student_id, since, until)
              cross join lateral (
                   select count(*) as enrolled, count(*) filter (where missed >= 50) as absent,
                          count(*) filter (where on_date >= ?) as term_enrolled,
                          count(*) filter (where on_date >= ? and missed >= 50) as term_absent,
                          coalesce(bool_or(not everyday), false) as absences_only
                     from attendance_day d
                    where d.student_id = b.student_id and d.on_date between b.since and b.until) a
              cross join lateral (
                   select count(*) as incidents,
                          count(*) filter (where response in
                              ('IN_SCHOOL_SUSPENSION', 'OUT_OF_SCHOOL_SUSPENSION', 'EXPULSION')) as removals,
                          count(*) filter (where response in ('OUT_OF_SCHOOL_SUSPENSION', 'EXPULSION')) as out_of_school
                     from behavior_incident d
                    where d.student_id = b.student_id and d.occurred_on between b.since and b.until and not d.voided) i
              cross join lateral (
                   select count(*) filter (where latest and not conduct) as graded,
                          count(*) filter (where latest and not conduct and failed) as failed,
                          count(*) filter (where latest and failed and subject in ('ENGLISH', 'MATHEMATICS')) as failed_em,
                          count(*) filter (where core and failed) as failed_core,
                          count(*) filter (where latest and conduct) as conduct_marks,
                          count(*) filter (where latest and conduct and failed) as unsatisfactory,
                          count(points) filter (where latest and not conduct) as with_points,
                          coalesce(sum(points) filter (where latest and not conduct), 0) as points,
                          count(credits_earned) as with_credits, coalesce(sum(credits_earned), 0) as credits
                     from (select d.*, subject = 'CONDUCT' as conduct, row_number() over (
                                  partition by course order by ended_on desc, id) = 1 as latest
                             from course_mark d
                            where d.student_id = b.student_id and d.ended_on between b.since and b.until
                              and not d.voided) marks) m
              cross join lateral (
                   select count(*) as screened,
                          count(*) filter (where benchmark in ('BELOW', 'WELL_BELOW')) as below
                     from (select distinct on (measure) benchmark from screening_result d
                            where d.student_id = b.student_id and d.taken_on between b.since and b.until
                              and not d.voided order by measure, taken_on desc, id) results) s
            """;

    private final AgroalDataSource database;
    private final AbsencesOnly absencesOnly;

    FactsReader(AgroalDataSource database, AbsencesOnly absencesOnly) {
        this.database = database;
        this.absencesOnly = absencesOnly;
    }

    Map<UUID, Facts> read(List<Asked> asked, Optional<Facts.Span> term) {
        var byStudent = new HashMap<UUID, Asked>();
        asked.forEach(one -> byStudent.put(one.student().id(), one));
        var counted = absencesOnly.count(
                asked.stream()
                        .map(one -> new AbsencesOnly.Wanted(
                                one.student().id(),
                                one.student().schoolId(),
                                one.year().span()))
                        .toList(),
                term);
        try (var connection = database.getConnection();
                var statement = prepare(connection, asked, term);
                var row = statement.executeQuery()) {
            var facts = new HashMap<UUID, Facts>();
            while (row.next()) {
                var id = row.getObject("student_id", UUID.class);
                var one = byStudent.get(id);
                if (one != null) {
                    facts.put(id, facts(row, one, term, attendance(row, counted.get(id))));
                }
            }
            return facts;
        } catch (SQLException e) {
            throw new IllegalStateException("Facts cannot be read: SQL state " + e.getSQLState(), e);
        }
    }

    private static PreparedStatement prepare(Connection connection, List<Asked> asked, Optional<Facts.Span> term)
            throws SQLException {
        var statement = connection.prepareStatement(SQL);
        statement.setArray(1, connection.createArrayOf("uuid", column(asked, one -> one.student()
                .id())));
        statement.setArray(2, connection.createArrayOf("date", column(asked, one -> one.year()
                .span()
                .from())));
        statement.setArray(3, connection.createArrayOf("date", column(asked, one -> one.year()
                .span()
                .to())));
        var from = term.map(Facts.Span::from).orElse(java.time.LocalDate.MAX.withYear(9999));
        statement.setObject(4, from);
        statement.setObject(5, from);
        return statement;
    }

    private static Object[] column(List<Asked> asked, Function<Asked, Object> value) {
        return asked.stream().map(value).toArray();
    }

    /** Absences alone say nothing until their source says which days it covers. */
    private static AbsencesOnly.Counted attendance(ResultSet row, AbsencesOnly.@Nullable Counted counted)
            throws SQLException {
        if (counted != null) {
            return counted;
        }
        if (row.getBoolean("absences_only")) {
            return AbsencesOnly.Counted.unknown(Evaluation.Outcome.NOT_COVERED);
        }
        return new AbsencesOnly.Counted(
                new Facts.Attendance(row.getLong("enrolled"), row.getLong("absent")),
                new Facts.Attendance(row.getLong("term_enrolled"), row.getLong("term_absent")));
    }

    private static Facts facts(ResultSet row, Asked asked, Optional<Facts.Span> term, AbsencesOnly.Counted attendance)
            throws SQLException {
        return new Facts(
                asked.student().grade(),
                asked.year().span(),
                asked.year().ended(),
                attendance.inYear(),
                term.map(span -> new Facts.Term(span, attendance.inTerm())).orElse(null),
                row.getBoolean("behavior_known")
                        ? new Facts.Behavior(
                                row.getLong("incidents"), row.getLong("removals"), row.getLong("out_of_school"))
                        : null,
                courses(row),
                new Facts.Screenings(row.getLong("screened"), row.getLong("below")));
    }

    private static Facts.Courses courses(ResultSet row) throws SQLException {
        return new Facts.Courses(
                row.getLong("graded"),
                row.getLong("failed"),
                row.getLong("failed_em"),
                row.getLong("failed_core"),
                row.getLong("conduct_marks"),
                row.getLong("unsatisfactory"),
                row.getLong("with_points"),
                number(row, "points"),
                row.getLong("with_credits"),
                number(row, "credits"));
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        var value = row.getBigDecimal(column);
        return value == null ? BigDecimal.ZERO : value;
    }
}
