package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/**
 * Whether consent to evaluate was in force on a day, or an exception of law held in its place (34 CFR 300.300(a)(2), (c)(2));
 * a revocation is not retroactive (34 CFR 300.9(c)(2)).
 */
@ApplicationScoped
class ConsentOnDay {

    private static final String IN_FORCE = """
            SELECT 1 FROM consent
            WHERE case_id = ? AND kind IN ('EVALUATION', 'REEVALUATION') AND decision = 'GIVEN'
              AND received_on <= ? AND (revoked_on IS NULL OR revoked_on > ?) AND (used_on IS NULL OR used_on >= ?)
            UNION ALL
            SELECT 1 FROM consent_exception
            WHERE case_id = ? AND kind IN ('EVALUATION', 'REEVALUATION')
              AND decided_on <= ? AND (ended_on IS NULL OR ended_on > ? OR ended_because = 'USED' AND ended_on >= ?)
            LIMIT 1
            """;

    private final Rows rows;

    ConsentOnDay(Rows rows) {
        this.rows = rows;
    }

    boolean toEvaluate(UUID caseId, LocalDate day) {
        return rows.first(Query.of(IN_FORCE, caseId, day, day, day, caseId, day, day, day), row -> true)
                .isPresent();
    }
}
