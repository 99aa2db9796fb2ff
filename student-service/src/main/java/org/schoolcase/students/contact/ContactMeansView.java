package org.schoolcase.students.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.students.timeline.EntryReader.Found;
import org.schoolcase.students.timeline.Recorded;

/** A means of contact as the API shows it; who recorded it and why only to staff. */
public record ContactMeansView(
        UUID id,
        UUID studentId,
        @Nullable UUID guardianId,
        ContactKind kind,
        String value,
        @Nullable LocalTime callFrom,
        @Nullable LocalTime callUntil,
        boolean doNotUse,
        @Nullable String limits,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        @Nullable Recorded recorded) {

    private static final String ENTRIES = "select e.id, e.entry_id, e.student_id, e.guardian_id, e.kind, e.value,"
            + " e.call_from, e.call_until, e.do_not_use, e.limits, e.begins_on, e.ends_on, " + Recorded.COLUMNS
            + " from contact_means e where (e.guardian_id is null and e.student_id = ? or e.guardian_id in"
            + " (select g.guardian_id from student_guardian g where g.student_id = ? and g.ended_on is null))";

    /** Those of a student and of all his guardians. */
    static Query entries(UUID studentId) {
        return Query.of(ENTRIES, studentId, studentId);
    }

    static Found<ContactMeansView> of(ResultSet row) throws SQLException {
        return found(row, Recorded.of(row));
    }

    static Found<ContactMeansView> forFamily(ResultSet row) throws SQLException {
        return found(row, null);
    }

    private static Found<ContactMeansView> found(ResultSet row, @Nullable Recorded recorded) throws SQLException {
        return new Found<>(
                row.getObject("id", UUID.class),
                new ContactMeansView(
                        row.getObject("entry_id", UUID.class),
                        row.getObject("student_id", UUID.class),
                        row.getObject("guardian_id", UUID.class),
                        ContactKind.valueOf(row.getString("kind")),
                        row.getString("value"),
                        row.getObject("call_from", LocalTime.class),
                        row.getObject("call_until", LocalTime.class),
                        row.getBoolean("do_not_use"),
                        row.getString("limits"),
                        row.getObject("begins_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        recorded));
    }
}
