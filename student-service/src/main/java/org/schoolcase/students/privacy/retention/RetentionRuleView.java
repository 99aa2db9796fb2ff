package org.schoolcase.students.privacy.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** A retention period that the district has set, with the authority it rests on. */
public record RetentionRuleView(
        RecordKind kind, LocalDate effectiveFrom, int years, int noticeDays, String authority, Instant recordedAt) {

    static RetentionRuleView of(ResultSet row) throws SQLException {
        return new RetentionRuleView(
                RecordKind.valueOf(row.getString("kind")),
                row.getObject("effective_from", LocalDate.class),
                row.getInt("years"),
                row.getInt("notice_days"),
                row.getString("authority"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
