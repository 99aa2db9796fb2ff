package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file ahead on a thread of its own, two chunks at most, while the database works on the one before; while others ask
 * the service for something, it reads only when the database has done, so that a processor is left for them.
 */
final class ChunkQueue {

    /** Takes chunks as they are read. */
    interface Writer {
        void write(Chunk chunk) throws SQLException;
    }

    /** Reads the file and gives its chunks away. */
    interface Reader {
        void read(ChunkQueue queue);
    }

    /** The reader was told to stop. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final ArrayBlockingQueue<Optional<Chunk>> chunks = new ArrayBlockingQueue<>(2);
    private final Semaphore written = new Semaphore(0);
    private final BooleanSupplier quiet;
    private final Breaks breaks;
    private int ahead;
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

    ChunkQueue(BooleanSupplier quiet, Breaks breaks) {
        this.quiet = quiet;
        this.breaks = breaks;
    }

    /** Reads on another thread, writes on this one; throws what either of them threw. */
    void run(Reader reader, Writer writer) throws SQLException {
        var thread = Thread.ofPlatform().name("roster-reader").daemon().start(() -> readAll(reader));
        try {
            for (var chunk = next(); chunk.isPresent(); chunk = next()) {
                writer.write(chunk.get());
                written.release();
            }
        } finally {
            stop(thread);
        }
        rethrow(fault.get());
    }

    /** Gives a chunk away; waits while two are ahead, or while others wait and one is; then takes a break if there is cause. */
    void put(Chunk chunk) {
        offer(Optional.of(chunk));
        ahead++;
        ahead -= written.drainPermits();
        if (!quiet.getAsBoolean()) {
            awaitWritten();
        }
        breaks.take();
    }

    private void awaitWritten() {
        try {
            written.acquire(ahead);
            ahead = 0;
        } catch (InterruptedException e) {
            throw new Stopped();
        }
    }

    private void readAll(Reader reader) {
        try {
            reader.read(this);
        } catch (Stopped e) {
            return;
        } catch (RuntimeException | Error e) {
            fault.set(e);
        }
        offer(Optional.empty());
    }

    private void offer(Optional<Chunk> chunk) {
        try {
            chunks.put(chunk);
        } catch (InterruptedException e) {
            throw new Stopped();
        }
    }

    private Optional<Chunk> next() {
        try {
            return chunks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted", e);
        }
    }

    private static void stop(Thread thread) {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable thrown) {
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }
}
