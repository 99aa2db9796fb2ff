package org.schoolcase.students.privacy.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A disclosure as family and auditors read it: who, when, which fields, what for, on which ground (34 CFR 99.32(a)(3)). */
public record DisclosureView(
        UUID id,
        UUID studentId,
        Instant disclosedAt,
        RecipientKind recipientKind,
        @Nullable UUID recipientId,
        @Nullable String recipientName,
        List<String> fields,
        String purpose,
        DisclosureBasis basis,
        String citation,
        @Nullable UUID consentId,
        @Nullable String threat,
        List<String> furtherRecipients,
        String source,
        @Nullable UUID sourceId,
        Instant recordedAt) {

    static DisclosureView of(ResultSet row) throws SQLException {
        return new DisclosureView(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getObject("disclosed_at", OffsetDateTime.class).toInstant(),
                RecipientKind.valueOf(row.getString("recipient_kind")),
                row.getObject("recipient_id", UUID.class),
                row.getString("party"),
                texts(row, "fields"),
                row.getString("purpose"),
                DisclosureBasis.valueOf(row.getString("basis")),
                row.getString("citation"),
                row.getObject("consent_id", UUID.class),
                row.getString("threat"),
                texts(row, "further_recipients"),
                row.getString("source"),
                row.getObject("source_id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
