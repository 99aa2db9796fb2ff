package org.schoolcase.cases.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.schoolcase.cases.action.Standings;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.evaluation.EvaluationGates;
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

    private final Session session;
    private final Rows rows;
    private final Standings standings;

    MovedCases(Session session, Rows rows, Standings standings) {
        this.session = session;
        this.rows = rows;
        this.standings = standings;
    }

    List<CaseFile> lockOpen(EnrollmentTold told) {
        var open = Query.of(OPEN, told.studentId(), told.caseIds().toArray(UUID[]::new));
        return rows.list(open, row -> row.getObject(1, UUID.class)).stream()
                .map(id -> session.find(CaseFile.class, id))
                .toList();
    }

    /** Whether the time of an evaluation has begun and eligibility is not determined yet (34 CFR 300.301(d)(2)). */
    boolean isUnderEvaluation(CaseFile file) {
        return EvaluationGates.hasItsTime(standings.of(file));
    }
}
