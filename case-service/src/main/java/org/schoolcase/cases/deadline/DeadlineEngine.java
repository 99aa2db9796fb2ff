package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.NotComputed;

/** Computes what is due from rules, dated facts and a calendar; the same input gives the same answer for ever. */
public final class DeadlineEngine {

    private final RuleBook rules;

    public DeadlineEngine(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * The limit of one step in one jurisdiction.
     *
     * @param jurisdiction such as US-AZ (ISO 3166-2), or US
     */
    public Answer compute(String jurisdiction, Step step, Facts facts, Calendar calendar) {
        return switch (rules.find(jurisdiction, step)) {
            case RuleBook.Entry.Ruled(var versions) -> count(jurisdiction, step, versions, facts, calendar);
            case RuleBook.Entry.Pending(var rule) -> pending(rule);
            case RuleBook.Entry.Unknown() ->
                new NotComputed(
                        jurisdiction,
                        step,
                        null,
                        "No rules are known for %s.".formatted(jurisdiction),
                        null,
                        Confidence.UNVERIFIED);
        };
    }

    private static Answer count(String jurisdiction, Step step, List<Rule> versions, Facts facts, Calendar calendar) {
        for (var rule : versions) {
            var start = facts.on(rule.startEvent());
            if (start != null && rule.governs(start)) {
                return due(jurisdiction, rule, start, calendar);
            }
        }
        return notStarted(jurisdiction, step, versions, facts);
    }

    private static Due due(String jurisdiction, Rule rule, LocalDate start, Calendar calendar) {
        var counted = rule.unit().dayCount().count(start, rule.amount(), calendar);
        var trace = new ArrayList<TraceRange>();
        trace.add(TraceRange.leftOut(start, start, "day 0: " + rule.startEvent().words()));
        trace.addAll(counted.trace());
        return new Due(
                jurisdiction,
                rule.step(),
                rule.id(),
                rule.startEvent(),
                start,
                counted.dueOn(),
                actBy(counted.dueOn(), start, calendar),
                rule.citation(),
                rule.confidence(),
                List.copyOf(trace));
    }

    /** The last working day on or before the due date, but never the day of the trigger or one before it. */
    private static @Nullable LocalDate actBy(LocalDate dueOn, LocalDate start, Calendar calendar) {
        var day = dueOn;
        while (day.isAfter(start) && !calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day.equals(dueOn) || !day.isAfter(start) ? null : day;
    }

    private static NotComputed pending(PendingRule rule) {
        return new NotComputed(
                rule.jurisdiction(),
                rule.step(),
                rule.id(),
                "The rule cannot be counted yet: %s.".formatted(rule.words()),
                rule.citation(),
                rule.confidence());
    }

    private static NotComputed notStarted(String jurisdiction, Step step, List<Rule> versions, Facts facts) {
        var rule = versions.getLast();
        var recorded = facts.on(rule.startEvent()) != null;
        var reason = recorded
                ? "No version of the rule is known that was in force on that date."
                : "The clock starts when %s; no such date is recorded."
                        .formatted(rule.startEvent().words());
        return new NotComputed(jurisdiction, step, rule.id(), reason, rule.citation(), rule.confidence());
    }
}
