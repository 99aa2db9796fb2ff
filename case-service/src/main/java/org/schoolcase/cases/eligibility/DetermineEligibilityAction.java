package org.schoolcase.cases.eligibility;

import jakarta.inject.Singleton;
import java.util.Set;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.evaluation.StaffAction;
import org.schoolcase.cases.happening.Kind;

/** When a group can decide on eligibility: with consent, upon a report, with every independent evaluation considered. */
@Singleton
class DetermineEligibilityAction extends StaffAction {

    DetermineEligibilityAction() {
        super("determineEligibility", "POST", "/eligibility-determinations");
    }

    @Override
    public Gate gate(Standing standing) {
        return EvaluationGates.begun(standing)
                .and(EvaluationGates.consented(standing))
                .and(reported(standing))
                .and(considered(standing));
    }

    private static Gate reported(Standing standing) {
        return EvaluationGates.isReported(standing)
                ? Gate.open()
                : Gate.shut(
                                "eligibility.not-reported",
                                "The evaluation has no report yet; eligibility is decided upon it.")
                        .citing("34 CFR 300.306(a)");
    }

    private static Gate considered(Standing standing) {
        return standing.someLeft(Set.of(Kind.INDEPENDENT_EVALUATION_RECEIVED), Kind.INDEPENDENT_EVALUATION_CONSIDERED)
                ? Gate.shut(
                                "independent-evaluation.not-considered",
                                "The results of an independent evaluation have come in and wait to be considered.")
                        .citing("34 CFR 300.502(c)(1)")
                : Gate.open();
    }
}
