package org.schoolcase.students.privacy.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One decision about directory information; guardianId is null where the adult student decided. */
public record DirectoryChoiceView(
        UUID id,
        UUID studentId,
        boolean optedOut,
        LocalDate fromOn,
        LocalDate receivedOn,
        ChoiceMethod method,
        @Nullable UUID guardianId,
        Instant recordedAt) {

    static DirectoryChoiceView of(ResultSet row) throws SQLException {
        return new DirectoryChoiceView(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getBoolean("opted_out"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("received_on", LocalDate.class),
                ChoiceMethod.valueOf(row.getString("method")),
                row.getObject("guardian_id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
