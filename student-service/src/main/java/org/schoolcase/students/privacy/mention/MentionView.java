package org.schoolcase.students.privacy.mention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another student's name in an export.
 *
 * @param path JSON pointer within the row where the text was found first
 * @param matched the words; empty once the export is gone
 * @param excerpt the words with what stands around them; empty once the export is gone
 */
public record MentionView(
        UUID id,
        String service,
        String kind,
        String path,
        String matched,
        String excerpt,
        @Nullable Decided decided) {

    /** What is done with it. */
    public enum Decision {
        /** The words stay: they are no student's here, or the family may read them. */
        RELEASE,
        /** They are left out. */
        REDACT
    }

    /** What the custodian decided, and why. */
    public record Decided(Decision decision, String reason, OffsetDateTime at) {}

    static MentionView of(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        var at = row.getObject("decided_at", OffsetDateTime.class);
        return new MentionView(
                row.getObject("id", UUID.class),
                row.getString("service"),
                row.getString("kind"),
                row.getString("path"),
                row.getString("matched"),
                row.getString("excerpt"),
                Optional.ofNullable(row.getString("decision"))
                        .map(decision -> new Decided(Decision.valueOf(decision), reason, at))
                        .orElse(null));
    }
}
