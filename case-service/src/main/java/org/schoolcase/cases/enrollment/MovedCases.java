package org.schoolcase.cases.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** The open cases of a student who moves, and whether he is being evaluated in one. */
@ApplicationScoped
class MovedCases {

    /**
     * By id, so that two who lock several never wait for each other. A case goes with its student when records are merged; one
     * that was named when this was told counts while the fact of its merge is still to come, and not once the merge was undone.
     */
    private static final String OPEN = """
            SELECT c.id FROM case_file c
            WHERE c.status = 'OPEN' AND (c.student_id = surviving_of(?) OR c.id = ANY (?)
                AND NOT EXISTS (SELECT FROM student_merge m WHERE m.merged_id = c.student_id AND NOT m.in_force))
            ORDER BY c.id FOR NO KEY UPDATE
            """;

    /** Consent or the review of existing data begins it; the determination of eligibility ends it, and so does revoking the consent. */
    private static final String UNDER_EVALUATION = """
            SELECT h.kind IN ('EVALUATION_CONSENT_GIVEN', 'REEVALUATION_CONSENT_GIVEN', 'EXISTING_DATA_REVIEWED')
            FROM case_happening h
            WHERE h.case_id = ? AND (h.kind IN ('EVALUATION_CONSENT_GIVEN', 'REEVALUATION_CONSENT_GIVEN',
                    'EXISTING_DATA_REVIEWED', 'ELIGIBILITY_FOUND', 'ELIGIBILITY_CONTINUED', 'ELIGIBILITY_NOT_FOUND')
                OR (h.kind = 'CONSENT_REVOKED' AND EXISTS (
                    SELECT FROM consent k WHERE k.id = h.subject_id AND k.kind IN ('EVALUATION', 'REEVALUATION'))))
            ORDER BY h.id DESC LIMIT 1
            """;

    private final Session session;
    private final Rows rows;

    MovedCases(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    List<CaseFile> lockOpen(EnrollmentTold told) {
        var open = Query.of(OPEN, told.studentId(), told.caseIds().toArray(UUID[]::new));
        return rows.list(open, row -> row.getObject(1, UUID.class)).stream()
                .map(id -> session.find(CaseFile.class, id))
                .toList();
    }

    /** Whether the time of an evaluation has begun and eligibility is not determined yet (34 CFR 300.301(d)(2)). */
    boolean isUnderEvaluation(UUID caseId) {
        return rows.first(Query.of(UNDER_EVALUATION, caseId), row -> row.getBoolean(1))
                .orElse(false);
    }
}
