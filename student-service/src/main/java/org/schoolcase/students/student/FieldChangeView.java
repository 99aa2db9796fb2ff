package org.schoolcase.students.student;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the history of a student's record.
 *
 * @param oldValue what it was on the first of the days, as JSON
 * @param newValue what it is on these days
 * @param validFrom first day; null for always
 * @param validTo last day; null while it holds
 */
public record FieldChangeView(
        UUID id,
        StudentField field,
        FieldChangeKind kind,
        Source source,

        @Schema(description = "Text, or a list of texts") @JsonRawValue @Nullable
        String oldValue,

        @Schema(description = "Text, or a list of texts") @JsonRawValue @Nullable
        String newValue,

        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String reason,
        String recordedBy,
        Instant recordedAt) {

    /** Who said so: the roster, or the school here. */
    public enum Source {
        ROSTER,
        LOCAL
    }

    static FieldChangeView of(ResultSet row) throws SQLException {
        var from = row.getObject("valid_from", LocalDate.class);
        var to = row.getObject("valid_to", LocalDate.class);
        return new FieldChangeView(
                row.getObject("id", UUID.class),
                StudentField.valueOf(row.getString("field")),
                FieldChangeKind.valueOf(row.getString("kind")),
                Source.valueOf(row.getString("source")),
                row.getString("old_value"),
                row.getString("new_value"),
                from.equals(LocalDate.MIN) ? null : from,
                to.equals(LocalDate.MAX) ? null : to.minusDays(1),
                row.getString("reason"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
