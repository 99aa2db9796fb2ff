package org.schoolcase.bench.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.DeadlineEngine;
import org.schoolcase.cases.deadline.Facts;
import org.schoolcase.cases.deadline.Ground;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.RuleBook;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.cases.deadline.day.SchoolCalendar;

/** A million deadlines of eight jurisdictions on one thread, and the counting of as many dates without rules or trace. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DeadlineBenchmark {

    static final int MANY = 1_000_000;

    private static final String[] STATES = {"US", "US-CA", "US-TX", "US-GA", "US-VA", "US-MD", "US-CT", "US-FL"};
    private static final int STARTS = 280;

    private final DeadlineEngine engine = new DeadlineEngine(RuleBook.load());
    private final Ground ground = Ground.of(SchoolCalendar.of(CountedDays.years()));
    private final CountedDays days = new CountedDays();

    /** From dated facts to due dates, each with its trace: the ranges of all traces, so that none is left out. */
    @Benchmark
    public long engine() {
        var ranges = 0L;
        for (var i = 0; i < MANY; i++) {
            var consent = CountedDays.FIRST_DAY.plusDays(i % STARTS);
            var facts = Facts.of(LawEvent.CONSENT_RECEIVED, consent)
                    .and(LawEvent.WRITTEN_REFERRAL_RECEIVED, consent.minusDays(10))
                    .absent(i % 5);
            var answer = engine.compute(STATES[i % STATES.length], Step.INITIAL_EVALUATION, facts, ground);
            if (!(answer instanceof Due due)) {
                throw new IllegalStateException("Not computed: " + answer);
            }
            ranges += due.trace().size();
        }
        return ranges;
    }

    /** A date for each of them by a loop over the days: 45 school days for every fourth, 60 days for the others. */
    @Benchmark
    public long loop() {
        var sum = 0L;
        for (var i = 0; i < MANY; i++) {
            var consent = CountedDays.FIRST_DAY.plusDays(i % STARTS);
            var end = i % 4 == 2 ? days.after(consent, 45, true) : days.after(consent, 60, false);
            sum += end.toEpochDay();
        }
        return sum;
    }
}
