package org.schoolcase.cases.deadline;

import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * One limit of a rule: so much time from an event.
 *
 * @param base counted first, so that the limit runs from its end; null when it runs from the event
 * @param fixedDate the first such date on or after the event, instead of an amount
 */
record Limit(
        LawEvent startEvent,
        @Nullable Offset base,
        Offset offset,
        @Nullable MonthDay fixedDate) {

    String words() {
        if (fixedDate != null) {
            return "%tB %<te".formatted(fixedDate.atYear(2000));
        }
        var from = base == null ? "" : " after the end of " + base.words();
        return offset.amount() == 0 && base == null
                ? "on the day when " + startEvent.words()
                : "%s%s %s %s"
                        .formatted(offset.words(), from, offset.isBack() ? "before" : "after", startEvent.words());
    }
}
