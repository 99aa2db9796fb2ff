package org.schoolcase.cases.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Reads what a student was found to be on a day, as it was known at a time. */
@ApplicationScoped
class DisabilityProfiles {

    private static final String AS_OF = """
            SELECT d.id, d.decision, d.decided_on, d.primary_category, d.secondary_categories, d.reporting_code,
                   (SELECT min(h.on_date) FROM case_happening h
                    WHERE h.case_id = d.case_id AND h.kind = 'SPECIAL_EDUCATION_ENDED'
                      AND h.on_date BETWEEN d.decided_on AND ? AND h.recorded_at <= ? AND h.recorded_at > d.recorded_at) AS ended_on
            FROM eligibility_determination d
            WHERE d.case_id = ? AND d.decided_on <= ? AND d.recorded_at <= ?
              AND (d.superseded_at IS NULL OR d.superseded_at > ?)
            ORDER BY d.decided_on DESC, d.id DESC LIMIT 1
            """;

    private final Rows rows;

    DisabilityProfiles(Rows rows) {
        this.rows = rows;
    }

    DisabilityProfile of(UUID caseId, LocalDate asOf, OffsetDateTime knownAt) {
        return rows.first(
                        Query.of(AS_OF, asOf, knownAt, caseId, asOf, knownAt, knownAt),
                        row -> profile(row, asOf, knownAt))
                .orElseGet(() -> DisabilityProfile.none(asOf, knownAt));
    }

    private static DisabilityProfile profile(ResultSet row, LocalDate asOf, OffsetDateTime knownAt)
            throws SQLException {
        var endedOn = row.getObject("ended_on", LocalDate.class);
        var eligible = row.getString("decision").equals("ELIGIBLE") && endedOn == null;
        return new DisabilityProfile(
                asOf,
                knownAt,
                eligible,
                eligible ? Determinations.category(row.getString("primary_category")) : null,
                eligible ? Determinations.categories(row) : Set.of(),
                eligible ? row.getString("reporting_code") : null,
                row.getObject("id", UUID.class),
                row.getObject("decided_on", LocalDate.class),
                endedOn);
    }
}
