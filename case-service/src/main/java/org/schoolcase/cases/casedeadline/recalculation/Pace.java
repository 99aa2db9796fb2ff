package org.schoolcase.cases.casedeadline.recalculation;

import java.time.Duration;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.schoolcase.kit.http.PeopleAsking;

/**
 * How background work goes on: in large batches while nobody asks for anything; else in small ones, so that locks are short, with a
 * pause after each that is twice as long as the work, so that most of the machine is left.
 */
final class Pace {

    static final int LARGE = 1000;
    static final int SMALL = 50;

    private static final int PAUSES = 2;

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        void of(Duration time);
    }

    private final PeopleAsking people;
    private final Pause pause;
    private final LongSupplier nanoTime;

    Pace(PeopleAsking people, Pause pause, LongSupplier nanoTime) {
        this.people = people;
        this.pause = pause;
        this.nanoTime = nanoTime;
    }

    /**
     * Works to the end.
     *
     * @param batch does at most so much, and answers whether there may be more
     */
    void run(IntPredicate batch) {
        boolean more = true;
        while (more) {
            var quiet = people.isQuiet();
            var start = nanoTime.getAsLong();
            more = batch.test(quiet ? LARGE : SMALL);
            if (more && !quiet) {
                pause.of(Duration.ofNanos(PAUSES * (nanoTime.getAsLong() - start)));
            }
        }
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The work was interrupted", e);
        }
    }
}
