package org.schoolcase.cases.assessmentplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.schoolcase.cases.casedeadline.CaseClocks;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.cases.happening.Happening;
import org.schoolcase.cases.happening.Kind;

/** A refusal answers a plan too: the time to answer it ends, whatever event the State's rule waits for. */
@ApplicationScoped
class PlanAnswered {

    private final AssessmentPlans plans;
    private final CaseClocks clocks;

    PlanAnswered(AssessmentPlans plans, CaseClocks clocks) {
        this.plans = plans;
        this.clocks = clocks;
    }

    void on(@Observes Happening happening) {
        if (happening.kind() == Kind.CONSENT_REFUSED && plans.isAnsweredBy(happening.subjectId())) {
            clocks.done(happening.caseId(), Set.of(Step.ANSWER_TO_PLAN), Set.of(), happening.on());
        }
    }
}
