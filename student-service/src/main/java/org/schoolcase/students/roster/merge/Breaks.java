package org.schoolcase.students.roster.merge;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Leaves others a part of the machine: while somebody asks for anything, work rests again and again, as long as it went, but never
 * longer than a second, since it may only have waited itself.
 */
final class Breaks {

    /** So long work goes on at a stretch: short against what people notice, long against the clock's own cost. */
    private static final long STRETCH = Duration.ofMillis(5).toNanos();

    private static final long LONGEST = Duration.ofSeconds(1).toNanos();

    private final BooleanSupplier quiet;
    private final LongSupplier nanoTime;
    private final LongConsumer rest;
    private long since;

    Breaks(BooleanSupplier quiet) {
        this(quiet, System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * With another clock.
     *
     * @param rest waits for so many nanoseconds
     */
    Breaks(BooleanSupplier quiet, LongSupplier nanoTime, LongConsumer rest) {
        this.quiet = quiet;
        this.nanoTime = nanoTime;
        this.rest = rest;
        this.since = nanoTime.getAsLong();
    }

    /** Between two pieces of work, however small. */
    void take() {
        long worked = nanoTime.getAsLong() - since;
        if (worked >= STRETCH) {
            if (!quiet.getAsBoolean()) {
                rest.accept(Math.min(worked, LONGEST));
            }
            since = nanoTime.getAsLong();
        }
    }
}
