package org.schoolcase.cases.caseload.today;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Use case: a member of staff has read what is new, up to a moment. */
@ApplicationScoped
class MarkSeen {

    sealed interface Outcome {
        record Marked(Instant seenAt) implements Outcome {}

        record InFuture(Instant now) implements Outcome {}
    }

    private final TodayData data;
    private final TodayReader reader;
    private final Clock clock;

    MarkSeen(TodayData data, TodayReader reader, Clock clock) {
        this.data = data;
        this.reader = reader;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(Instant upTo) {
        var me = reader.me();
        var now = clock.instant();
        if (upTo.isAfter(now)) {
            return new Outcome.InFuture(now);
        }
        reader.marked(me);
        return new Outcome.Marked(data.see(me, upTo));
    }
}
