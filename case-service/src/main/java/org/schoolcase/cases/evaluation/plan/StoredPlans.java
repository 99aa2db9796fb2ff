package org.schoolcase.cases.evaluation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.cases.evaluation.Documents;
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.kit.sql.Rows;

/** Stores plans and results by area. */
@ApplicationScoped
class StoredPlans {

    private static final String DROP = "DELETE FROM evaluation_area WHERE evaluation_id = ? AND completed_on IS NULL";

    /** An area that has its result keeps how it came about. */
    private static final String ADD = """
            INSERT INTO evaluation_area (evaluation_id, area, instruments, assessor_id, language)
            VALUES (?, ?, CAST(? AS jsonb), ?, ?)
            ON CONFLICT (district_id, evaluation_id, area) DO NOTHING
            """;

    private static final String PLANNED = "UPDATE evaluation SET planned_on = ?, version = version + 1 WHERE id = ?";

    private static final String RESULT = """
            UPDATE evaluation_area SET completed_on = ?, completed_by = ?, assessment_ids = ?, summary = ?
            WHERE evaluation_id = ? AND area = ?
            """;

    private static final String TOUCH = "UPDATE evaluation SET version = version + 1 WHERE id = ?";

    private final Rows rows;
    private final Documents documents;

    StoredPlans(Rows rows, Documents documents) {
        this.rows = rows;
        this.documents = documents;
    }

    void store(Evaluation evaluation, PlanRequest plan) {
        rows.write(DROP, evaluation.id());
        for (var area : plan.areas()) {
            rows.write(
                    ADD,
                    evaluation.id(),
                    area.area().name(),
                    documents.text(area.instruments()),
                    area.assessorId(),
                    area.language());
        }
        rows.write(PLANNED, plan.plannedOn(), evaluation.id());
    }

    void storeResult(Evaluation evaluation, AreaResultRequest result) {
        rows.write(
                RESULT,
                result.completedOn(),
                result.assessedBy(),
                result.assessmentIds().toArray(UUID[]::new),
                result.summary(),
                evaluation.id(),
                result.area().name());
        rows.write(TOUCH, evaluation.id());
    }
}
