package org.schoolcase.cases.eligibility;

import jakarta.inject.Singleton;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.StaffAction;

/** When a determination can be given to the parent: once there is one. */
@Singleton
class GiveDeterminationAction extends StaffAction {

    GiveDeterminationAction() {
        super("giveDetermination", "POST", "/eligibility-determinations/{determinationId}/copies");
    }

    @Override
    public Gate gate(Standing standing) {
        return standing.worked().and(Determined.gate(standing));
    }
}
