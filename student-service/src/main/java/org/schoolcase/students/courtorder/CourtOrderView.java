package org.schoolcase.students.courtorder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.timeline.EntryReader.Found;
import org.schoolcase.students.timeline.Recorded;

/** A court order as the API shows it. */
public record CourtOrderView(
        UUID id,
        OrderKind kind,
        UUID guardianId,
        @Nullable Custody custody,
        List<UUID> protectedGuardianIds,
        boolean revokesRecordAccess,
        @Nullable String court,
        String documentReference,
        LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        Recorded recorded) {

    private static final String ENTRIES = "select e.id, e.entry_id, e.kind, e.guardian_id, e.custody,"
            + " e.protected_guardian_ids, e.revokes_record_access, e.court, e.document_reference, e.begins_on,"
            + " e.ends_on, " + Recorded.COLUMNS + " from court_order e where e.student_id = ?";

    static Query entries(UUID studentId) {
        return Query.of(ENTRIES, studentId);
    }

    static Found<CourtOrderView> of(ResultSet row) throws SQLException {
        var custody = row.getString("custody");
        return new Found<>(
                row.getObject("id", UUID.class),
                new CourtOrderView(
                        row.getObject("entry_id", UUID.class),
                        OrderKind.valueOf(row.getString("kind")),
                        row.getObject("guardian_id", UUID.class),
                        custody == null ? null : Custody.valueOf(custody),
                        Rows.uuids(row, "protected_guardian_ids"),
                        row.getBoolean("revokes_record_access"),
                        row.getString("court"),
                        row.getString("document_reference"),
                        row.getObject("begins_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        Recorded.of(row)));
    }
}
