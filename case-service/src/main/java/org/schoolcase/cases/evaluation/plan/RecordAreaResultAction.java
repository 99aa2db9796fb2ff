package org.schoolcase.cases.evaluation.plan;

import jakarta.inject.Singleton;
import java.util.Set;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.evaluation.Evaluations;
import org.schoolcase.cases.evaluation.StaffAction;
import org.schoolcase.kit.security.Role;

/** When the result of an area can be recorded: with consent, by a plan, while an area waits for one. */
@Singleton
class RecordAreaResultAction extends StaffAction {

    private final Evaluations evaluations;

    RecordAreaResultAction(Evaluations evaluations) {
        super("recordAreaResult", "POST", "/evaluations/{evaluationId}/area-results");
        this.evaluations = evaluations;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER, Role.TEACHER);
    }

    @Override
    public Reach reach() {
        return Reach.ASSESS;
    }

    @Override
    public Gate gate(Standing standing) {
        var gate = EvaluationGates.begun(standing)
                .and(EvaluationGates.consentedToAssess(standing))
                .and(EvaluationGates.unreported(standing))
                .and(EvaluationGates.planned(standing));
        return gate instanceof Gate.Open ? waiting(standing) : gate;
    }

    private Gate waiting(Standing standing) {
        var left = EvaluationGates.underWay(standing).map(evaluations::areasWithoutResult);
        return left.isPresent() && left.get().isEmpty()
                ? Gate.shut("evaluation.areas-complete", "Every area of the plan has its result.")
                : Gate.open();
    }
}
