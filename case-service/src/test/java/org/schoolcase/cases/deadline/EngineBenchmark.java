package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import org.schoolcase.cases.deadline.Answer.Due;

/** Prints how long 1,000,000 deadlines with their traces take on one core; run by hand, not part of the build. */
final class EngineBenchmark {

    private static final int MANY = 1_000_000;
    private static final String[] STATES = {"US", "US-CA", "US-TX", "US-GA", "US-VA", "US-MD", "US-CT", "US-FL"};

    private final DeadlineEngine engine = new DeadlineEngine(RuleBook.load());
    private final Ground ground = Ground.of(VectorFile.read().calendar("CAL-A"));

    private EngineBenchmark() {}

    public static void main(String[] arguments) {
        var benchmark = new EngineBenchmark();
        for (var round = 1; round <= 4; round++) {
            var start = System.nanoTime();
            var ranges = benchmark.run();
            System.out.printf(
                    "round %d: %,d deadlines in %,d ms, %,d trace ranges%n",
                    round, MANY, (System.nanoTime() - start) / 1_000_000, ranges);
        }
    }

    private long run() {
        var ranges = 0L;
        var first = LocalDate.of(2026, 9, 1);
        for (var i = 0; i < MANY; i++) {
            var consent = first.plusDays(i % 300);
            var facts = Facts.of(LawEvent.CONSENT_RECEIVED, consent)
                    .and(LawEvent.WRITTEN_REFERRAL_RECEIVED, consent.minusDays(10))
                    .absent(i % 5);
            if (engine.compute(STATES[i % STATES.length], Step.INITIAL_EVALUATION, facts, ground) instanceof Due due) {
                ranges += due.trace().size();
            }
        }
        return ranges;
    }
}
