package org.schoolcase.cases.happening;

import java.util.Set;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.Step;

/**
 * What a happening is in law.
 *
 * @param events the events that clocks of law start and end with
 * @param done the steps that it does, whatever event their rules wait for
 * @param answered the steps that it does only where their rules name no event of their own
 * @param startsClocks whether it starts clocks, and not only ends them
 */
record KindInLaw(Set<LawEvent> events, Set<Step> done, Set<Step> answered, boolean startsClocks) {

    private static final KindInLaw NOTHING = new KindInLaw(Set.of(), Set.of(), Set.of(), true);

    /** What is not due any more for a student found not eligible. */
    private static final Step[] NOTHING_MORE_TO_DO = {
        Step.ANSWER_TO_PLAN,
        Step.INITIAL_EVALUATION,
        Step.ELIGIBILITY_MEETING,
        Step.INITIAL_IEP_MEETING,
        Step.WRITTEN_IEP,
        Step.OFFER_NOTICE,
        Step.IEP_IMPLEMENTATION,
        Step.REEVALUATION
    };

    /** What is due only while special education goes on. */
    private static final Step[] OF_THE_SERVED = {
        Step.ANSWER_TO_PLAN,
        Step.REEVALUATION,
        Step.REEVALUATION_AFTER_CONSENT,
        Step.INITIAL_IEP_MEETING,
        Step.IEP_REVIEW,
        Step.IEP_MEETING_ON_REQUEST,
        Step.WRITTEN_IEP,
        Step.OFFER_NOTICE,
        Step.IEP_IMPLEMENTATION
    };

    static KindInLaw of(Kind kind) {
        return switch (kind) {
            case CONSENT_REQUESTED -> is(LawEvent.CONSENT_REQUESTED);
            case EVALUATION_CONSENT_GIVEN -> is(LawEvent.CONSENT_RECEIVED).does(Step.ANSWER_TO_PLAN);
            case REEVALUATION_CONSENT_GIVEN ->
                is(LawEvent.REEVALUATION_CONSENT_RECEIVED).does(Step.ANSWER_TO_PLAN);
            case REFERRAL_MEETING_HELD -> is(LawEvent.REFERRAL_MEETING_HELD);
            case REEVALUATION_PROPOSED -> is(LawEvent.REEVALUATION_NOTICE_GIVEN);
            case ASSESSMENT_PLAN_RECEIVED -> is(LawEvent.PLAN_RECEIVED);
            case REFERRAL_ACCEPTED_FOR_EVALUATION ->
                is(LawEvent.ACTION_PROPOSED).answers(Step.RESPONSE_TO_REFERRAL);
            case REFERRAL_REFUSED, SUPPORT_DECIDED_ON_REQUEST ->
                is(LawEvent.ACTION_PROPOSED).does(Step.RESPONSE_TO_REFERRAL);
            case SUPPORT_DECIDED -> NOTHING.does(Step.RESPONSE_TO_REFERRAL);
            case PRIOR_NOTICE_GIVEN -> NOTHING.does(Step.PRIOR_WRITTEN_NOTICE);
            case SERVICES_CONSENT_REVOKED -> is(LawEvent.ACTION_PROPOSED);
            case NO_MORE_DATA_TOLD -> is(LawEvent.NO_NEW_DATA_NOTICE);
            case EVALUATION_REPORTED -> is(LawEvent.EVALUATION_COMPLETED, LawEvent.EVALUATION_REPORTED);
            case REEVALUATION_REPORTED ->
                is(LawEvent.EVALUATION_COMPLETED, LawEvent.EVALUATION_REPORTED).onlyEnds();
            case REPORT_GIVEN_TO_PARENT -> NOTHING.does(Step.REPORT_TO_PARENT);
            case ELIGIBILITY_FOUND -> is(LawEvent.ELIGIBILITY_DETERMINED);
            case ELIGIBILITY_CONTINUED ->
                is(LawEvent.ELIGIBILITY_DETERMINED).onlyEnds().does(Step.ANSWER_TO_PLAN);
            case ELIGIBILITY_NOT_FOUND ->
                is(LawEvent.ELIGIBILITY_DETERMINED).onlyEnds().does(NOTHING_MORE_TO_DO);
            case REEVALUATION_COUNTED -> is(LawEvent.LAST_EVALUATION);
            case REEVALUATION_WAIVED -> is(LawEvent.LAST_EVALUATION).does(Step.REEVALUATION, Step.ANSWER_TO_PLAN);
            case SPECIAL_EDUCATION_ENDED -> NOTHING.does(OF_THE_SERVED);
            case INDEPENDENT_EVALUATION_REQUESTED -> is(LawEvent.INDEPENDENT_EVALUATION_REQUESTED);
            case INDEPENDENT_EVALUATION_ANSWERED -> NOTHING.does(Step.INDEPENDENT_EVALUATION);
            default -> NOTHING;
        };
    }

    private static KindInLaw is(LawEvent... events) {
        return new KindInLaw(Set.of(events), Set.of(), Set.of(), true);
    }

    /** Also does steps, whatever event their rules wait for. */
    KindInLaw does(Step... steps) {
        return new KindInLaw(events, Set.of(steps), answered, startsClocks);
    }

    /** Also does steps, but only where their rules name no event of their own. */
    KindInLaw answers(Step... steps) {
        return new KindInLaw(events, done, Set.of(steps), startsClocks);
    }

    /** Ends clocks and starts none. */
    KindInLaw onlyEnds() {
        return new KindInLaw(events, done, answered, false);
    }
}
