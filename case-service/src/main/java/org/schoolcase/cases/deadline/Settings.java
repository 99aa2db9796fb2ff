package org.schoolcase.cases.deadline;

import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.day.Toll;

/**
 * How a district reads law where it is silent.
 *
 * @param tollEdges which days around a break go with it; null as the rule says
 */
public record Settings(Anniversary anniversary, Toll.@Nullable Edges tollEdges) {

    public static final Settings DEFAULT = new Settings(Anniversary.SAME_DAY, null);

    /** Whether a year ends on the same date or on the day before. */
    public enum Anniversary {
        SAME_DAY,
        DAY_BEFORE
    }

    Toll adjusted(Toll toll) {
        return tollEdges == null || toll.kind() == Toll.Kind.SUMMER
                ? toll
                : new Toll(toll.kind(), toll.atLeast(), toll.closures(), toll.summerToo(), tollEdges, toll.citation());
    }
}
