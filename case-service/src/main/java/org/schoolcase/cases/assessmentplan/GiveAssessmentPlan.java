package org.schoolcase.cases.assessmentplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.action.Admission;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;

/** Use case: the parent has received the proposed assessment plan; the time to answer it counts from then on. */
@ApplicationScoped
class GiveAssessmentPlan {

    private final Admission admission;
    private final GiveAssessmentPlanAction action;
    private final PlanRules rules;
    private final AssessmentPlans plans;
    private final Told told;

    /** Who learns of a plan. */
    @ApplicationScoped
    static class Told {

        private final Happenings happenings;
        private final Audit audit;

        Told(Happenings happenings, Audit audit) {
            this.happenings = happenings;
            this.audit = audit;
        }

        void received(AssessmentPlan plan, CaseFile file) {
            happenings.note(file, Kind.ASSESSMENT_PLAN_RECEIVED, plan.receivedOn(), plan.id());
            audit.wrote(AuditEntry.of("assessment-plan.give", "assessment-plan", plan.id())
                    .student(file.studentId())
                    .fields("assessments", "language", "delivery", "sentOn", "receivedOn", "guardianIds"));
        }
    }

    GiveAssessmentPlan(
            Admission admission, GiveAssessmentPlanAction action, PlanRules rules, AssessmentPlans plans, Told told) {
        this.admission = admission;
        this.action = action;
        this.rules = rules;
        this.plans = plans;
        this.told = told;
    }

    @Transactional
    AssessmentPlan handle(UUID caseId, AssessmentPlanRequest wanted) {
        var standing = admission.admit(caseId, action);
        rules.require(standing, wanted);
        var plan = plan(caseId, wanted);
        plans.add(plan);
        told.received(plan, standing.file());
        return plan;
    }

    private static AssessmentPlan plan(UUID caseId, AssessmentPlanRequest wanted) {
        return new AssessmentPlan(
                Ids.next(),
                caseId,
                List.copyOf(wanted.assessments()),
                wanted.language(),
                wanted.languageNote(),
                wanted.delivery(),
                wanted.sentOn(),
                wanted.receivedOn(),
                List.copyOf(wanted.guardianIds()),
                wanted.isToStudent());
    }
}
