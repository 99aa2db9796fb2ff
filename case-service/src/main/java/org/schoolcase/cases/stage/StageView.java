package org.schoolcase.cases.stage;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.EvaluationGates;

/**
 * Where a case is on its way.
 *
 * @param words the same for people
 * @param reevaluating whether an eligible student is being evaluated again
 * @param evaluationId the evaluation under way, if one is
 */
@Schema(name = "CaseStageView")
public record StageView(
        UUID caseId,
        Stage stage,
        String words,
        LocalDate asOf,
        boolean reevaluating,
        @Nullable UUID evaluationId) {

    static StageView of(Standing standing) {
        var stage = Stage.of(standing);
        var underWay = EvaluationGates.underWay(standing);
        return new StageView(
                standing.file().id(),
                stage,
                stage.words(),
                standing.today(),
                underWay.isPresent() && EvaluationGates.isEligible(standing),
                underWay.orElse(null));
    }
}
