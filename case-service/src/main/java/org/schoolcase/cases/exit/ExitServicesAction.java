package org.schoolcase.cases.exit;

import jakarta.inject.Singleton;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.StaffAction;
import org.schoolcase.cases.happening.Kind;

/** When special education can end: once the student was found eligible, and it has not ended since. */
@Singleton
class ExitServicesAction extends StaffAction {

    ExitServicesAction() {
        super("exitServices", "POST", "/exits");
    }

    @Override
    public Gate gate(Standing standing) {
        var begun = standing.happenedSince(Kind.ELIGIBILITY_FOUND, Kind.SPECIAL_EDUCATION_ENDED)
                ? Gate.open()
                : Gate.shut(
                                "exit.nothing-to-end",
                                "The student is not, and was not since the last exit, found eligible.")
                        .citing("34 CFR 300.305(e)");
        return standing.worked().and(begun);
    }
}
