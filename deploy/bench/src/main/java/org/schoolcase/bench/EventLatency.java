package org.schoolcase.bench;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.schoolcase.bench.report.Samples;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.LaunchException;
import org.schoolcase.local.Service;

/** How long an event takes from the case service to the student service, at a constant rate of POSTs. */
final class EventLatency {

    private static final Duration LEAD = Duration.ofSeconds(3);

    private record Sent(UUID id, Instant occurred, Instant confirmed) {}

    private final Bed bed;
    private final Clock clock;
    private final AtomicLong refused = new AtomicLong();
    private final ConcurrentLinkedQueue<Double> answerMillis = new ConcurrentLinkedQueue<>();
    private List<Double> arrival = List.of();
    private List<Double> confirmation = List.of();
    private String load = "";
    private long missing;

    EventLatency(Bed bed, Clock clock) {
        this.bed = bed;
        this.clock = clock;
    }

    void run(Duration time) {
        bed.settle();
        OpenedCases.forget(bed.database(Service.CASE));
        load = Machine.load();
        var students = OpenedCases.students(bed);
        var token = bed.token("coordinator");
        var counted = clock.instant().plus(LEAD);
        post(students, token, LEAD.plus(time));
        bed.settle();
        compare(counted);
    }

    private void post(List<String> students, String token, Duration time) {
        long gap = 1_000_000_000L / Plan.EVENTS_PER_SECOND;
        long count = Math.min(students.size(), time.toNanos() / gap);
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                LockSupport.parkNanos(start + i * gap - System.nanoTime());
                var student = students.get(i);
                threads.execute(() -> open(student, token));
            }
        }
    }

    private void open(String student, String token) {
        var start = System.nanoTime();
        try {
            var body = Map.of(
                    "studentId",
                    student,
                    "source",
                    "STAFF",
                    "reason",
                    "Falls behind in reading.",
                    "barriers",
                    List.of("ACADEMIC"),
                    "receivedOn",
                    OpenedCases.today().toString());
            bed.api().post(Service.CASE, "/v1/cases", token, body).expect(201);
            answerMillis.add((System.nanoTime() - start) / 1e6);
        } catch (LaunchException | UncheckedIOException e) {
            refused.incrementAndGet();
        }
    }

    private void compare(Instant from) {
        var received = bed
                .database(Service.STUDENT)
                .list(
                        "SELECT event_id, received_at FROM inbox_event WHERE consumer = 'case-team' AND received_at >= '"
                                + from + "'",
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                row.getTimestamp(2).toInstant()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var arrived = new ArrayList<Double>();
        var confirmed = new ArrayList<Double>();
        for (var sent : sentSince(from)) {
            var at = received.get(sent.id());
            if (at == null) {
                missing++;
            } else {
                arrived.add(millis(sent.occurred(), at));
                confirmed.add(millis(sent.occurred(), sent.confirmed()));
            }
        }
        arrival = arrived;
        confirmation = confirmed;
    }

    private List<Sent> sentSince(Instant from) {
        return bed.database(Service.CASE)
                .list(
                        "SELECT id, occurred_at, sent_at FROM outbox_event WHERE topic = 'schoolcase.case.events'"
                                + " AND occurred_at >= '" + from + "'",
                        row -> new Sent(
                                row.getObject(1, UUID.class),
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3).toInstant()));
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    void addTo(Table table) {
        table.add(
                "event to consumer at " + Plan.EVENTS_PER_SECOND + "/s, ms",
                refused.get() + missing > 0 ? "no figure: errors" : percentiles(arrival),
                "-",
                "-",
                "p99 < 250",
                load + " / -",
                refused.get() + missing + " / -");
    }

    /** What the latency is made of. */
    String details() {
        return "events timed: %d; until the broker's confirmation was stored: %s ms; answers to the POSTs: %s ms"
                .formatted(arrival.size(), percentiles(confirmation), percentiles(List.copyOf(answerMillis)));
    }

    private static String percentiles(List<Double> values) {
        if (values.isEmpty()) {
            return "nothing";
        }
        var samples = Samples.of(values);
        return String.format(
                Locale.ROOT,
                "p50 %.0f, p99 %.0f, max %.0f",
                samples.percentile(0.5),
                samples.percentile(0.99),
                samples.greatest());
    }
}
