package org.schoolcase.students.roster.merge;

import java.util.function.BooleanSupplier;

/**
 * How many rows go into one transaction: so many that it takes a second while nobody else asks the service for anything,
 * and a tenth of one while somebody does, so that nobody waits long for the locks, the processor and the memory of an import.
 */
final class ChunkSize {

    private static final long QUIET_NANOS = 1_000_000_000;
    private static final long BUSY_NANOS = 100_000_000;
    private static final int BUSY_ROWS = 500;
    private static final int FEWEST = 100;

    private final int most;
    private final BooleanSupplier quiet;
    private volatile int fitting;

    ChunkSize(int most, BooleanSupplier quiet) {
        this.most = most;
        this.quiet = quiet;
        this.fitting = Math.min(1_000, most);
    }

    int rows() {
        return quiet.getAsBoolean() ? fitting : Math.min(fitting, BUSY_ROWS);
    }

    /** Learns from a transaction; at most halves or doubles the size. */
    void took(int chunkRows, long nanos) {
        long wanted = quiet.getAsBoolean() ? QUIET_NANOS : BUSY_NANOS;
        if (chunkRows * 2L >= fitting || nanos > wanted) {
            double next = (double) chunkRows * wanted / Math.max(1, nanos);
            fitting = (int)
                    Math.clamp(Math.clamp(next, fitting / 2.0, fitting * 2.0), (double) Math.min(FEWEST, most), most);
        }
    }
}
