package org.schoolcase.students.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.students.timeline.EntryReader.Found;
import org.schoolcase.students.timeline.Recorded;

/** An entry of the timeline of rights as the API shows it. */
public record RightsView(
        UUID id,
        @Nullable UUID guardianId,
        Authority authority,
        RightsEffect effect,
        @Nullable String documentReference,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        Recorded recorded) {

    private static final String ENTRIES = "select e.id, e.entry_id, e.guardian_id, e.authority, e.effect,"
            + " e.document_reference, e.begins_on, e.ends_on, " + Recorded.COLUMNS
            + " from rights_period e where e.student_id = ?";

    static Query entries(UUID studentId) {
        return Query.of(ENTRIES, studentId);
    }

    static Found<RightsView> of(ResultSet row) throws SQLException {
        return new Found<>(
                row.getObject("id", UUID.class),
                new RightsView(
                        row.getObject("entry_id", UUID.class),
                        row.getObject("guardian_id", UUID.class),
                        Authority.valueOf(row.getString("authority")),
                        RightsEffect.valueOf(row.getString("effect")),
                        row.getString("document_reference"),
                        row.getObject("begins_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        Recorded.of(row)));
    }
}
