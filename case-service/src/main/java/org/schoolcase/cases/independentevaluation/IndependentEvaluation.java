package org.schoolcase.cases.independentevaluation;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An independent educational evaluation, from the request to the consideration of its results (34 CFR 300.502).
 *
 * @param evaluationId the agency's evaluation that the parent disagrees with
 * @param answer what the agency did without unnecessary delay; law has no number of days for it
 */
public record IndependentEvaluation(
        UUID id,
        UUID caseId,
        UUID evaluationId,
        Expense expense,
        UUID guardianId,
        LocalDate requestedOn,
        String disagreement,
        @Nullable Answer answer,
        @Nullable LocalDate answeredOn,
        @Nullable String answerNote,
        @Nullable String evaluator,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate consideredOn,
        @Nullable String consideration,
        long version) {

    /** At whose expense. */
    @Schema(name = "IndependentEvaluationExpense")
    public enum Expense {
        PUBLIC,
        PRIVATE
    }

    /** What the agency does upon a request (34 CFR 300.502(b)(2)). */
    @Schema(name = "IndependentEvaluationAnswer")
    public enum Answer {
        /** It sees that one is provided at public expense. */
        PROVIDED,
        /** It filed for a hearing to show that its own evaluation is appropriate. */
        HEARING_FILED
    }
}
