package org.schoolcase.cases.timeline;

import java.util.Arrays;
import java.util.List;
import org.schoolcase.cases.happening.Kind;

/**
 * Policy: what of a case a family reads in its timeline: the steps of which the law lets parents know. The rest is work among staff,
 * such as tasks and teams, or tells where the student lives and goes to school, which is not for every parent to know. A kind that is
 * new does not compile until somebody decides. The whole record is opened by an access request (34 CFR 300.613).
 */
final class FamilyKinds {

    private FamilyKinds() {}

    static boolean include(Kind kind) {
        return switch (kind) {
            case CASE_OPENED, CASE_CLOSED, COMMUNICATION_LOGGED -> true;
            case REFERRAL_MEETING_HELD, REFERRAL_ACCEPTED_FOR_EVALUATION, ASSESSMENT_PLAN_RECEIVED -> true;
            case PRIOR_NOTICE_GIVEN, SAFEGUARDS_NOTICE_GIVEN -> true;
            case CONSENT_REQUESTED,
                    OTHER_CONSENT_REQUESTED,
                    CONSENT_ATTEMPT_MADE,
                    EVALUATION_CONSENT_GIVEN,
                    REEVALUATION_CONSENT_GIVEN,
                    SERVICES_CONSENT_GIVEN,
                    CONSENT_GIVEN,
                    CONSENT_REFUSED,
                    CONSENT_REVOKED,
                    SERVICES_CONSENT_REVOKED,
                    CONSENT_EXCEPTION_RECORDED,
                    CONSENT_EXCEPTION_WITHDRAWN -> true;
            case EVALUATION_PLANNED, EVALUATION_REPORTED, REEVALUATION_REPORTED -> true;
            case REEVALUATION_PROPOSED, REEVALUATION_REQUESTED, REEVALUATION_WAIVED, REEVALUATION_COUNTED -> true;
            case ELIGIBILITY_FOUND, ELIGIBILITY_CONTINUED, ELIGIBILITY_NOT_FOUND -> true;
            case INDEPENDENT_EVALUATION_REQUESTED,
                    INDEPENDENT_EVALUATION_ANNOUNCED,
                    INDEPENDENT_EVALUATION_ANSWERED,
                    INDEPENDENT_EVALUATION_RECEIVED,
                    INDEPENDENT_EVALUATION_CONSIDERED -> true;
            case ASSESSMENT_COMPLETED, SCREENING_COMPLETED, INTERVIEW_COMPLETED, OBSERVATION_COMPLETED -> false;
            case TEAM_MEMBER_ADDED, TEAM_MEMBERSHIP_ENDED, CASE_HANDED_OVER -> false;
            case TASK_ADDED, TASK_DONE, TASK_CANCELLED -> false;
            case REFERRAL_REFUSED, SUPPORT_DECIDED, SUPPORT_DECIDED_ON_REQUEST -> false;
            case EXISTING_DATA_REVIEWED, NO_MORE_DATA_TOLD, AREA_EVALUATED -> false;
            case REPORT_GIVEN_TO_PARENT, DETERMINATION_GIVEN_TO_PARENT, SPECIAL_EDUCATION_ENDED -> false;
            case STUDENT_ENROLLED, ENROLLED_DURING_EVALUATION, STUDENT_ENROLLED_ELSEWHERE -> false;
        };
    }

    static List<Kind> all() {
        return Arrays.stream(Kind.values()).filter(FamilyKinds::include).toList();
    }
}
