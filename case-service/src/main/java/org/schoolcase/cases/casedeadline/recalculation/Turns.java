package org.schoolcase.cases.casedeadline.recalculation;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Districts with waiting work take turns of a batch each, so that a large one does not keep the others waiting. */
final class Turns {

    private static final Logger LOG = Logger.getLogger(Turns.class);

    /** Works off one batch of a district. */
    @FunctionalInterface
    interface Batch {
        /** Does at most so much, and answers whether there may be more. */
        boolean of(UUID districtId, int most);
    }

    private final Supplier<List<UUID>> waiting;
    private final Batch batch;
    private final Queue<UUID> round = new ArrayDeque<>();
    private final Set<UUID> failed = new HashSet<>();
    private boolean more;

    /**
     * Begins with the first district.
     *
     * @param waiting the districts that have work now; asked again before each round, for those that come while a large one is
     *     worked off
     */
    Turns(Supplier<List<UUID>> waiting, Batch batch) {
        this.waiting = waiting;
        this.batch = batch;
    }

    /** The next district's turn; answers whether there may be more to do. A district that failed waits until all is asked anew. */
    boolean next(int most) {
        if (round.isEmpty()) {
            more = false;
            waiting.get().stream().filter(id -> !failed.contains(id)).forEach(round::add);
        }
        var district = round.poll();
        if (district != null) {
            more |= hasMore(district, most);
        }
        return more || !round.isEmpty();
    }

    private boolean hasMore(UUID district, int most) {
        try {
            return batch.of(district, most);
        } catch (RuntimeException e) {
            LOG.warnf("Deadlines are not computed anew: %s", Fault.of(e));
            failed.add(district);
            return false;
        }
    }
}
