package org.schoolcase.bench;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.schoolcase.bench.report.Samples;
import org.schoolcase.local.Api;
import org.schoolcase.local.LaunchException;

/** Requests at a constant rate, each timed from the moment when it should go out, whatever became of those before. */
final class SteadyRequests {

    static final int PER_SECOND = 50;
    private static final long GAP = 1_000_000_000L / PER_SECOND;

    /** What was measured: the times of the good answers, and how many others there were. */
    record Timed(List<Double> millis, long errors) {

        double p95() {
            return Samples.of(millis).percentile(0.95);
        }

        String text() {
            var samples = Samples.of(millis);
            return String.format(
                    Locale.ROOT,
                    "p50 %.1f, p95 %.1f, p99 %.1f, max %.0f ms of %d, %d errors",
                    samples.percentile(0.5),
                    samples.percentile(0.95),
                    samples.percentile(0.99),
                    samples.greatest(),
                    millis.size(),
                    errors);
        }
    }

    private final IntFunction<Api.Answer> request;

    /**
     * Requests.
     *
     * @param request sends the request of this number and waits for its answer
     */
    SteadyRequests(IntFunction<Api.Answer> request) {
        this.request = request;
    }

    /** Sends while the work is done. */
    Timed during(Runnable work) {
        var millis = new ConcurrentLinkedQueue<Double>();
        var errors = new AtomicLong();
        var done = new AtomicBoolean();
        var sender = Thread.ofPlatform().start(() -> send(done, millis, errors));
        try {
            work.run();
        } finally {
            done.set(true);
            join(sender);
        }
        return new Timed(new ArrayList<>(millis), errors.get());
    }

    private void send(AtomicBoolean done, ConcurrentLinkedQueue<Double> millis, AtomicLong errors) {
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; !done.get(); i++) {
                int number = i;
                long due = start + i * GAP;
                LockSupport.parkNanos(due - System.nanoTime());
                threads.execute(() -> one(number, due, millis, errors));
            }
        }
    }

    private void one(int number, long due, ConcurrentLinkedQueue<Double> millis, AtomicLong errors) {
        try {
            request.apply(number).expect(200, 201);
            millis.add((System.nanoTime() - due) / 1e6);
        } catch (LaunchException | UncheckedIOException e) {
            errors.incrementAndGet();
        }
    }

    private static void join(Thread sender) {
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
