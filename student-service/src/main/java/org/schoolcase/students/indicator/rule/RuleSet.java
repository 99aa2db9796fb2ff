package org.schoolcase.students.indicator.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.indicator.rule.Evaluation.DaysEnrolled;

/**
 * The rules in force in a district on a date, applied to the facts about one student. A pure function.
 *
 * @param policyFrom first day of the district's policy; null if it has none
 */
public record RuleSet(int catalogVersion, @Nullable LocalDate policyFrom, List<Rule> rules, Composite composite) {

    /** From how many flags on the composite has which colour. */
    public record Composite(int yellow, int orange, int red, String citation) {}

    /** An indicator of one student. */
    public record Result(Indicator indicator, Level level, Facts.Span window, List<Evaluation> evaluations) {}

    /** A result for every indicator. */
    public List<Result> apply(Facts facts) {
        var results = new EnumMap<Indicator, Result>(Indicator.class);
        for (var indicator : Indicator.values()) {
            if (indicator != Indicator.COMPOSITE) {
                results.put(indicator, result(indicator, facts));
            }
        }
        results.put(Indicator.COMPOSITE, composite(results, facts.year()));
        return List.copyOf(results.values());
    }

    private Result result(Indicator indicator, Facts facts) {
        var evaluations = new ArrayList<Evaluation>();
        for (var rule : rules) {
            if (rule.indicator() == indicator && rule.isFor(facts.grade())) {
                evaluations.add(evaluate(rule, facts));
            }
        }
        return new Result(indicator, level(evaluations), facts.year(), evaluations);
    }

    private static Level level(List<Evaluation> evaluations) {
        if (evaluations.stream().anyMatch(e -> e.outcome() == Evaluation.Outcome.FIRED)) {
            return Level.FLAGGED;
        }
        return evaluations.stream().anyMatch(e -> e.outcome().isEvaluated()) ? Level.NONE : Level.NOT_EVALUATED;
    }

    /** One rule on the facts. */
    static Evaluation evaluate(Rule rule, Facts facts) {
        var term = facts.term();
        boolean ofTerm = rule.window() == Rule.Window.TERM;
        if (ofTerm && term == null) {
            return evaluation(rule, Evaluation.Outcome.NO_TERM, null, facts.year(), Map.of(), null);
        }
        var span = ofTerm && term != null ? term.span() : facts.year();
        var days = ofTerm && term != null ? term.attendance() : facts.inYear();
        if (rule.measure().isOfAttendance()) {
            return ofAttendance(rule, facts, days, span);
        }
        return judged(rule, facts, days, span, null);
    }

    /** Days that nobody can count say nothing; others tell how they were counted. */
    private static Evaluation ofAttendance(Rule rule, Facts facts, Facts.Attendance days, Facts.Span span) {
        var unknown = days.unknown();
        if (unknown != null) {
            return evaluation(rule, unknown, null, span, Map.of(), null);
        }
        var counted = days.counted();
        return counted == null
                ? judged(rule, facts, days, span, DaysEnrolled.DELIVERED)
                : judged(rule, facts, days, counted, DaysEnrolled.CALENDAR);
    }

    private static Evaluation judged(
            Rule rule, Facts facts, Facts.Attendance days, Facts.Span span, @Nullable DaysEnrolled by) {
        var inputs = rule.measure().inputs(facts, days);
        var value = rule.measure().value(facts, days);
        if (value.isEmpty()) {
            return evaluation(rule, Evaluation.Outcome.NO_DATA, null, span, inputs, by);
        }
        var shown = value.get().shown();
        if (days.enrolledDays() < rule.minimumDays()) {
            return evaluation(rule, Evaluation.Outcome.TOO_FEW_DAYS, shown, span, inputs, by);
        }
        if (rule.onlyAfterYearEnd() && !facts.yearEnded()) {
            return evaluation(rule, Evaluation.Outcome.YEAR_NOT_ENDED, shown, span, inputs, by);
        }
        var outcome = rule.fires(value.get()) ? Evaluation.Outcome.FIRED : Evaluation.Outcome.NOT_FIRED;
        return evaluation(rule, outcome, shown, span, inputs, by);
    }

    private static Evaluation evaluation(
            Rule rule,
            Evaluation.Outcome outcome,
            @Nullable BigDecimal value,
            Facts.Span span,
            Map<String, BigDecimal> inputs,
            @Nullable DaysEnrolled by) {
        return new Evaluation(
                rule.id(),
                rule.measure(),
                rule.comparison(),
                rule.threshold(),
                value,
                outcome,
                span.from(),
                span.to(),
                inputs,
                by);
    }

    private Result composite(Map<Indicator, Result> results, Facts.Span window) {
        var counted = List.of(Indicator.ATTENDANCE, Indicator.BEHAVIOR, Indicator.COURSE).stream()
                .map(indicator ->
                        results.getOrDefault(indicator, new Result(indicator, Level.NOT_EVALUATED, window, List.of())))
                .toList();
        long flags = counted.stream().filter(result -> result.level().isFlag()).count();
        boolean evaluated = counted.stream().anyMatch(result -> result.level() != Level.NOT_EVALUATED);
        return new Result(Indicator.COMPOSITE, colour(flags, evaluated), window, List.of());
    }

    private Level colour(long flags, boolean evaluated) {
        if (flags >= composite.red()) {
            return Level.RED;
        }
        if (flags >= composite.orange()) {
            return Level.ORANGE;
        }
        if (flags >= composite.yellow()) {
            return Level.YELLOW;
        }
        return evaluated ? Level.NONE : Level.NOT_EVALUATED;
    }
}
