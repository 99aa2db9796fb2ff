package org.schoolcase.cases.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.cases.consent.SpentConsents;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.Cycle;
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.evaluation.Evaluations;
import org.schoolcase.cases.happening.Kind;

/** Use case: a group decides whether a student is a child with a disability; the clock of the first IEP meeting starts. */
@ApplicationScoped
class DetermineEligibility {

    private final Casework casework;
    private final DetermineEligibilityAction action;
    private final Evaluations evaluations;
    private final DeterminationCheck check;
    private final RecordedDeterminations recorded;
    private final SpentConsents consents;

    DetermineEligibility(
            Casework casework,
            DetermineEligibilityAction action,
            Evaluations evaluations,
            DeterminationCheck check,
            RecordedDeterminations recorded,
            SpentConsents consents) {
        this.casework = casework;
        this.action = action;
        this.evaluations = evaluations;
        this.check = check;
        this.recorded = recorded;
        this.consents = consents;
    }

    @Transactional
    Determination handle(UUID caseId, DeterminationRequest request) {
        var standing = casework.pass(caseId, action);
        var evaluation = evaluationOf(standing);
        check.require(request, evaluation, standing.file(), "");
        var determination = recorded.add(standing.file(), evaluation.id(), request, null);
        recorded.tell(standing.file(), determination, kind(standing, determination), evaluation.lastDate());
        consents.spend(standing.file(), consentOf(evaluation.cycle()), evaluation.id(), determination.decidedOn());
        return determination;
    }

    /** The decision ends the evaluation, and with it what let it go on: a later one needs consent of its own. */
    private static ConsentKind consentOf(Cycle cycle) {
        return switch (cycle) {
            case INITIAL -> ConsentKind.EVALUATION;
            case REEVALUATION -> ConsentKind.REEVALUATION;
        };
    }

    private Evaluation evaluationOf(Standing standing) {
        var id = EvaluationGates.underWay(standing).orElseThrow();
        return evaluations.require(standing.file().id(), id);
    }

    private static Kind kind(Standing standing, Determination determination) {
        if (!determination.isEligible()) {
            return Kind.ELIGIBILITY_NOT_FOUND;
        }
        return EvaluationGates.isEligible(standing) ? Kind.ELIGIBILITY_CONTINUED : Kind.ELIGIBILITY_FOUND;
    }
}
