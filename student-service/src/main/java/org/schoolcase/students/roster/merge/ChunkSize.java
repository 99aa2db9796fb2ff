package org.schoolcase.students.roster.merge;

/**
 * How many rows go into one transaction: so many that it takes about a quarter of a second, whatever the load, so that
 * nobody waits long for the locks and the processor of an import.
 */
final class ChunkSize {

    private static final long TARGET_NANOS = 250_000_000;
    private static final int FEWEST = 100;

    private final int most;
    private volatile int rows;

    ChunkSize(int most) {
        this.most = most;
        this.rows = Math.min(1_000, most);
    }

    int rows() {
        return rows;
    }

    /** Learns from a transaction; at most halves or doubles the size. */
    void took(int chunkRows, long nanos) {
        if (chunkRows * 2L >= rows || nanos > TARGET_NANOS) {
            double fitting = (double) chunkRows * TARGET_NANOS / Math.max(1, nanos);
            double next = Math.clamp(fitting, rows / 2.0, rows * 2.0);
            rows = (int) Math.clamp(next, Math.min(FEWEST, most), most);
        }
    }
}
