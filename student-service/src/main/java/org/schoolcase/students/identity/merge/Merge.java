package org.schoolcase.students.identity.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merge of two records, in force or undone. */
record Merge(
        UUID id,
        UUID reviewId,
        UUID mergedId,
        UUID survivingId,
        State state,
        String reason,
        Instant mergedAt,
        @Nullable Instant undoneAt,
        @Nullable String undoReason,
        long version) {

    /** Whether it holds. */
    enum State {
        MERGED,
        UNDONE
    }

    static final String COLUMNS =
            "id, review_id, merged_id, surviving_id, state, reason, merged_at, undone_at," + " undo_reason, version";

    static Merge of(ResultSet row) throws SQLException {
        var undone = row.getObject("undone_at", OffsetDateTime.class);
        return new Merge(
                row.getObject("id", UUID.class),
                row.getObject("review_id", UUID.class),
                row.getObject("merged_id", UUID.class),
                row.getObject("surviving_id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                undone == null ? null : undone.toInstant(),
                row.getString("undo_reason"),
                row.getLong("version"));
    }
}
