package org.schoolcase.cases.deadline;

import org.jspecify.annotations.Nullable;

/**
 * What a rule makes of a circumstance.
 *
 * @param circumstance null when it holds in every case
 */
record ExceptionClause(@Nullable Circumstance circumstance, Effect effect, String words, String citation) {

    /** What happens to the limit. */
    enum Effect {
        /** The limit does not apply. */
        NO_LIMIT,
        /** An agreed date takes its place; without one there is no number. */
        AGREED_DATE,
        /** An agreed date extends it; without one it stays. */
        EXTENDED_TO,
        /** An agreed number of days of the rule's unit extends it. */
        EXTENDED_BY
    }

    boolean holds(Facts facts) {
        return circumstance == null || facts.circumstances().contains(circumstance);
    }
}
