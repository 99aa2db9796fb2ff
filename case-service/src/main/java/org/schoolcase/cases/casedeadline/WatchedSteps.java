package org.schoolcase.cases.casedeadline;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.deadline.DeadlineEngine;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.Step;

/** Which clocks a case starts with which event: what the rules of its State count from it, and what law has in words. */
public final class WatchedSteps {

    /** Steps that the casework of one student has to do; others belong to disputes, discipline and the agency as a whole. */
    private static final Set<Step> CASEWORK = EnumSet.of(
            Step.RESPONSE_TO_REFERRAL,
            Step.ANSWER_TO_PLAN,
            Step.INITIAL_EVALUATION,
            Step.ASSESSMENTS,
            Step.ELIGIBILITY_MEETING,
            Step.REPORT_TO_PARENT,
            Step.INITIAL_IEP_MEETING,
            Step.IEP_MEETING_ON_REQUEST,
            Step.WRITTEN_IEP,
            Step.OFFER_NOTICE,
            Step.IEP_IMPLEMENTATION,
            Step.IEP_REVIEW,
            Step.REEVALUATION,
            Step.REEVALUATION_AFTER_CONSENT);

    /** Duties that stand in words in law, or whose rule counts from something that every State dates alike. */
    private static final Map<LawEvent, Set<Step>> ALWAYS = new EnumMap<>(Map.of(
            LawEvent.CONSENT_RECEIVED, EnumSet.of(Step.INITIAL_EVALUATION),
            LawEvent.WRITTEN_REFERRAL_RECEIVED, EnumSet.of(Step.RESPONSE_TO_REFERRAL),
            LawEvent.ACTION_PROPOSED, EnumSet.of(Step.PRIOR_WRITTEN_NOTICE),
            LawEvent.EVALUATION_REPORTED, EnumSet.of(Step.REPORT_TO_PARENT),
            LawEvent.ELIGIBILITY_DETERMINED, EnumSet.of(Step.INITIAL_IEP_MEETING),
            LawEvent.INDEPENDENT_EVALUATION_REQUESTED, EnumSet.of(Step.INDEPENDENT_EVALUATION),
            LawEvent.LAST_EVALUATION, EnumSet.of(Step.REEVALUATION)));

    private WatchedSteps() {}

    static Set<Step> startedBy(DeadlineEngine engine, String jurisdiction, LawEvent event, CaseFile file) {
        var steps = startedBy(engine, jurisdiction, event);
        if (!file.isOwedAnAnswer()) {
            steps.remove(Step.RESPONSE_TO_REFERRAL);
        }
        return steps;
    }

    /** Whether an event starts the clock of a step, by the rules as they are known now. */
    public static boolean isStartedBy(DeadlineEngine engine, String jurisdiction, LawEvent event, Step step) {
        return startedBy(engine, jurisdiction, event).contains(step);
    }

    private static Set<Step> startedBy(DeadlineEngine engine, String jurisdiction, LawEvent event) {
        var steps = EnumSet.noneOf(Step.class);
        engine.startedBy(jurisdiction, event).stream()
                .filter(CASEWORK::contains)
                .forEach(steps::add);
        steps.addAll(ALWAYS.getOrDefault(event, Set.of()));
        return steps;
    }
}
