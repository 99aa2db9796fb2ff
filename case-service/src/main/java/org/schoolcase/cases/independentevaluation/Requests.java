package org.schoolcase.cases.independentevaluation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be told of an independent evaluation, step by step. */
final class Requests {

    private Requests() {}

    /** A parent disagrees with an evaluation. */
    @Schema(name = "IndependentEvaluationRequest")
    record Request(
            @Schema(description = "The agency's evaluation that the parent disagrees with; it has a report") @NotNull
            UUID evaluationId,

            @NotNull IndependentEvaluation.Expense expense,
            @NotNull UUID guardianId,
            @NotNull LocalDate requestedOn,

            @Schema(description = "What the parent says; an explanation may be asked for and not required")
            @NotNull
            @Size(max = 4000)
            String disagreement) {

        static final String EXAMPLE = """
                {"evaluationId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2d01", "expense": "PUBLIC",
                 "guardianId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10", "requestedOn": "2026-11-20",
                 "disagreement": "Speech was tested in English only."}""";
    }

    /** The agency provides it, or filed for a hearing. */
    @Schema(name = "IndependentEvaluationAnswerRequest")
    record AgencyAnswer(
            @NotNull IndependentEvaluation.Answer answer,
            @NotNull LocalDate answeredOn,

            @Schema(description = "Where one may be obtained and by which criteria, or the number of the hearing")
            @NotBlank
            @Size(max = 4000)
            String note) {

        static final String EXAMPLE = """
                {"answer": "PROVIDED", "answeredOn": "2026-11-24", "note": "List of examiners and criteria sent."}""";
    }

    /** The results have come in. */
    @Schema(name = "IndependentEvaluationResults")
    record Results(
            @NotNull LocalDate receivedOn,
            @NotBlank @Size(max = 400) String evaluator) {

        static final String EXAMPLE = """
                {"receivedOn": "2027-01-12", "evaluator": "Bilingual speech-language pathologist in private practice"}""";
    }

    /** The results were considered. */
    @Schema(name = "IndependentEvaluationConsideration")
    record Consideration(
            @NotNull LocalDate consideredOn,

            @Schema(description = "How, and what followed") @NotBlank @Size(max = 8000)
            String consideration) {

        static final String EXAMPLE = """
                {"consideredOn": "2027-01-20", "consideration": "The group adopts the findings in Spanish."}""";
    }
}
