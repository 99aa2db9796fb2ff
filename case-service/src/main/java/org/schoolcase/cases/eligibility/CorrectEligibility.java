package org.schoolcase.cases.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.casedeadline.CaseClocks;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.Evaluations;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: a determination was recorded wrongly; another takes its place, with the reason, and both stay readable. */
@ApplicationScoped
class CorrectEligibility {

    private final Casework casework;
    private final CorrectEligibilityAction action;
    private final Determinations determinations;
    private final RecordedDeterminations recorded;
    private final DeterminationCheck check;
    private final Evaluations evaluations;
    private final CaseClocks clocks;

    CorrectEligibility(
            Casework casework,
            CorrectEligibilityAction action,
            Determinations determinations,
            RecordedDeterminations recorded,
            DeterminationCheck check,
            Evaluations evaluations,
            CaseClocks clocks) {
        this.casework = casework;
        this.action = action;
        this.determinations = determinations;
        this.recorded = recorded;
        this.check = check;
        this.evaluations = evaluations;
        this.clocks = clocks;
    }

    @Transactional
    Determination handle(UUID caseId, UUID determinationId, EligibilityCorrection request) {
        var file = casework.pass(caseId, action).file();
        var wrong = determinations.find(caseId, determinationId).orElseThrow(ProblemException::notFound);
        requireNewest(wrong, caseId);
        var evaluation = evaluations.require(caseId, wrong.evaluationId());
        check.require(request.determination(), evaluation, file, "/determination");
        var correction = new NewDeterminations.Correction(determinationId, request.reason());
        var right = recorded.add(file, evaluation.id(), request.determination(), correction);
        recorded.tell(file, right, kind(file, wrong, right), evaluation.lastDate());
        return right;
    }

    private void requireNewest(Determination wrong, UUID caseId) {
        if (determinations
                .standing(caseId)
                .filter(it -> it.id().equals(wrong.id()))
                .isEmpty()) {
            throw ProblemException.conflict("eligibility.superseded", "A later determination stands in its place.");
        }
    }

    /** The clock of the first IEP meeting starts only where it still runs, or never ran. */
    private Kind kind(CaseFile file, Determination wrong, Determination right) {
        if (!right.isEligible()) {
            return Kind.ELIGIBILITY_NOT_FOUND;
        }
        var waits = clocks.running(file.id(), Step.INITIAL_IEP_MEETING).isPresent();
        return waits || !wrong.isEligible() ? Kind.ELIGIBILITY_FOUND : Kind.ELIGIBILITY_CONTINUED;
    }
}
