package org.schoolcase.cases.assessmentplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.notice.RecipientRules;
import org.schoolcase.cases.notice.RecipientRules.Given;
import org.schoolcase.cases.notice.RecipientRules.Paper;
import org.schoolcase.kit.problem.ProblemException;

/** Policy: when, to whom and in which language an assessment plan is given (Cal. Ed. Code 56321; 34 CFR 300.503(c)). */
@ApplicationScoped
class PlanRules {

    private static final Paper PLAN = new Paper(
            "assessment-plan",
            "plan",
            "Cal. Ed. Code 56321(a); 34 CFR 300.520(a)",
            "Cal. Ed. Code 56321(b)(2); 34 CFR 300.503(c)");

    private final RecipientRules recipients;

    PlanRules(RecipientRules recipients) {
        this.recipients = recipients;
    }

    void require(Standing standing, AssessmentPlanRequest wanted) {
        requireDates(standing, wanted);
        recipients.require(PLAN, standing.file().studentId(), given(wanted));
    }

    private static void requireDates(Standing standing, AssessmentPlanRequest wanted) {
        var earliest = standing.file().receivedOn();
        if (wanted.sentOn().isBefore(earliest)) {
            throw outOfOrder("/sentOn", earliest, standing.today());
        }
        if (wanted.receivedOn().isBefore(wanted.sentOn()) || wanted.receivedOn().isAfter(standing.today())) {
            throw outOfOrder("/receivedOn", wanted.sentOn(), standing.today());
        }
    }

    private static Given given(AssessmentPlanRequest wanted) {
        return new Given(
                wanted.guardianIds(),
                wanted.isToStudent(),
                wanted.receivedOn(),
                wanted.language(),
                wanted.languageNote());
    }

    private static ProblemException outOfOrder(String pointer, LocalDate earliest, LocalDate latest) {
        var detail = "It is dated between what came before, %s, and today, %s.".formatted(earliest, latest);
        return ProblemException.unprocessable("assessment-plan.dates-out-of-order", detail)
                .field(pointer, "out-of-order", detail);
    }
}
