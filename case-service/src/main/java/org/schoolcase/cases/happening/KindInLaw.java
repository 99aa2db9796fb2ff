package org.schoolcase.cases.happening;

import java.util.Set;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.Step;

/**
 * What a happening is in law.
 *
 * @param events the events that clocks of law start and end with
 * @param done the steps that it does, for those whose rules name no event of their own
 * @param startsClocks whether it starts clocks, and not only ends them
 */
record KindInLaw(Set<LawEvent> events, Set<Step> done, boolean startsClocks) {

    private static final KindInLaw NOTHING = new KindInLaw(Set.of(), Set.of(), true);

    static KindInLaw of(Kind kind) {
        return switch (kind) {
            case CONSENT_REQUESTED -> is(LawEvent.CONSENT_REQUESTED);
            case EVALUATION_CONSENT_GIVEN -> is(LawEvent.CONSENT_RECEIVED);
            case REEVALUATION_CONSENT_GIVEN -> is(LawEvent.REEVALUATION_CONSENT_RECEIVED);
            default -> NOTHING;
        };
    }

    private static KindInLaw is(LawEvent... events) {
        return new KindInLaw(Set.of(events), Set.of(), true);
    }

    /** Also does steps whose rules name no event of their own. */
    KindInLaw does(Step... steps) {
        return new KindInLaw(events, Set.of(steps), startsClocks);
    }

    /** Ends clocks and starts none. */
    KindInLaw onlyEnds() {
        return new KindInLaw(events, done, false);
    }
}
