package org.schoolcase.students.privacy.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hold on the record of a student; it holds while releasedAt is null. */
public record LegalHoldView(
        UUID id,
        UUID studentId,
        HoldReason reason,
        String matter,
        Instant placedAt,
        @Nullable Instant releasedAt,
        @Nullable String releaseReason) {

    static LegalHoldView of(ResultSet row) throws SQLException {
        var released = row.getObject("released_at", OffsetDateTime.class);
        return new LegalHoldView(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                HoldReason.valueOf(row.getString("reason")),
                row.getString("matter"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                released == null ? null : released.toInstant(),
                row.getString("release_reason"));
    }

    long version() {
        return releasedAt == null ? 0 : 1;
    }
}
