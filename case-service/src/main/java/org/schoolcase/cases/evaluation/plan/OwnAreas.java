package org.schoolcase.cases.evaluation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;

/** Policy: who does not manage the case records the areas that the plan gives him, as assessed by himself. */
@ApplicationScoped
class OwnAreas {

    private final CaseAccess access;
    private final CurrentUser user;

    OwnAreas(CaseAccess access, CurrentUser user) {
        this.access = access;
        this.user = user;
    }

    void require(UUID caseId, AreaResultRequest result, Evaluation evaluation) {
        if (access.mayChange(caseId)) {
            return;
        }
        var me = user.staffId();
        var own = evaluation.areas().stream()
                .anyMatch(it -> it.area() == result.area()
                        && me.filter(it.assessorId()::equals).isPresent());
        if (!own || !me.filter(result.assessedBy()::equals).isPresent()) {
            var detail = "Who does not manage the case records the areas that the plan gives to him.";
            throw ProblemException.unprocessable("evaluation.area-of-another", detail)
                    .field(own ? "/assessedBy" : "/area", "refused", detail);
        }
    }
}
