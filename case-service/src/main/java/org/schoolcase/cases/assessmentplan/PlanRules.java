package org.schoolcase.cases.assessmentplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.studentprofile.StudentProfiles;
import org.schoolcase.kit.problem.ProblemException;

/** Policy: when, to whom and in which language an assessment plan is given (Cal. Ed. Code 56321; 34 CFR 300.503(c)). */
@ApplicationScoped
class PlanRules {

    private final StudentProfiles profiles;

    PlanRules(StudentProfiles profiles) {
        this.profiles = profiles;
    }

    void require(Standing standing, AssessmentPlanRequest wanted) {
        requireDates(standing, wanted);
        requireRecipients(standing.file().studentId(), wanted);
        requireLanguage(standing.file().studentId(), wanted);
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

    private void requireRecipients(UUID studentId, AssessmentPlanRequest wanted) {
        if (wanted.guardianIds().isEmpty() && !wanted.isToStudent()) {
            throw withoutRights("/guardianIds", "It is given to those who hold the rights; name at least one.");
        }
        int place = 0;
        for (var guardian : wanted.guardianIds()) {
            requireRights(guardian, studentId, wanted.receivedOn(), "/guardianIds/" + place++);
        }
        if (wanted.isToStudent()) {
            requireRights(null, studentId, wanted.receivedOn(), "/toStudent");
        }
    }

    private void requireRights(@Nullable UUID guardian, UUID studentId, LocalDate on, String pointer) {
        if (!profiles.heldRights(guardian, studentId, on)) {
            throw withoutRights(pointer, "Held no educational rights for this student on " + on + ".");
        }
    }

    private void requireLanguage(UUID studentId, AssessmentPlanRequest wanted) {
        var explained = wanted.languageNote() != null && !wanted.languageNote().isBlank();
        if (!explained && !profiles.understandAll(wanted.guardianIds(), studentId, wanted.language())) {
            throw ProblemException.unprocessable(
                            "assessment-plan.language-unexplained",
                            "A recipient's language is another: say how the plan was translated, or why that was not"
                                    + " feasible.")
                    .field("/languageNote", "missing", "Required where the plan is not in a recipient's language.")
                    .citing("Cal. Ed. Code 56321(b)(2); 34 CFR 300.503(c)");
        }
    }

    private static ProblemException withoutRights(String pointer, String detail) {
        return ProblemException.unprocessable("assessment-plan.recipient-without-rights", detail)
                .field(pointer, "no-educational-rights", detail)
                .citing("Cal. Ed. Code 56321(a); 34 CFR 300.520(a)");
    }

    private static ProblemException outOfOrder(String pointer, LocalDate earliest, LocalDate latest) {
        var detail = "It is dated between what came before, %s, and today, %s.".formatted(earliest, latest);
        return ProblemException.unprocessable("assessment-plan.dates-out-of-order", detail)
                .field(pointer, "out-of-order", detail);
    }
}
