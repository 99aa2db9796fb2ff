package org.schoolcase.students.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Who recorded an entry, when and why; and, where it is no longer what is known, who replaced it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recorded(
        Instant recordedAt,
        String recordedBy,
        @Nullable String reason,
        @Nullable Instant replacedAt,
        @Nullable String replacedBy,
        @Nullable String replacedReason) {

    /** Columns that of() reads. */
    public static final String COLUMNS =
            "e.known_from, e.recorded_by, e.reason, e.known_to, e.closed_by, e.closed_reason";

    /** Reads them from the current row. */
    public static Recorded of(ResultSet row) throws SQLException {
        var replaced = row.getObject("known_to", OffsetDateTime.class);
        return new Recorded(
                row.getObject("known_from", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("reason"),
                replaced == null ? null : replaced.toInstant(),
                row.getString("closed_by"),
                row.getString("closed_reason"));
    }
}
