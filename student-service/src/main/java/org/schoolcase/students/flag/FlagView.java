package org.schoolcase.students.flag;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.students.timeline.EntryReader.Found;
import org.schoolcase.students.timeline.Recorded;

/** A status of a student as the API shows it. */
public record FlagView(
        UUID id,
        FlagKind kind,
        FlagSource source,
        @Nullable NightResidence nightResidence,
        @Nullable Boolean unaccompanied,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        Recorded recorded) {

    private static final String ENTRIES = "select e.id, e.entry_id, e.kind, e.source, e.night_residence,"
            + " e.unaccompanied, e.begins_on, e.ends_on, " + Recorded.COLUMNS
            + " from student_flag e where e.student_id = ?";

    static Query entries(UUID studentId) {
        return Query.of(ENTRIES, studentId);
    }

    static Found<FlagView> of(ResultSet row) throws SQLException {
        var residence = row.getString("night_residence");
        return new Found<>(
                row.getObject("id", UUID.class),
                new FlagView(
                        row.getObject("entry_id", UUID.class),
                        FlagKind.valueOf(row.getString("kind")),
                        FlagSource.valueOf(row.getString("source")),
                        residence == null ? null : NightResidence.valueOf(residence),
                        row.getObject("unaccompanied", Boolean.class),
                        row.getObject("begins_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        Recorded.of(row)));
    }
}
