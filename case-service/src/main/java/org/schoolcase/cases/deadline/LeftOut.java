package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.schoolcase.cases.deadline.day.NotKnown;
import org.schoolcase.cases.deadline.day.Span;

/** The stretches that a rule leaves out of its count in one case. */
final class LeftOut {

    private final Rule rule;
    private final Facts facts;
    private final Ground ground;
    private boolean byCalendar;

    LeftOut(Rule rule, Facts facts, Ground ground) {
        this.rule = rule;
        this.facts = facts;
        this.ground = ground;
    }

    List<Span> from(Limit limit, LocalDate start) {
        if (rule.tolling().isEmpty()) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        for (var clause : rule.tolling()) {
            switch (clause) {
                case TollClause.Breaks breaks -> addBreaks(breaks, start, spans);
                case TollClause.Waiting waiting -> addWaiting(waiting, spans);
                case TollClause.Period period -> addPeriods(period, spans);
            }
        }
        return Span.inOrder(spans);
    }

    /** Where breaks are left out, a count must not leave the years that are known. */
    void requireKnown(int start, int end) {
        if (byCalendar) {
            ground.school().requireKnown(start, end);
        }
    }

    private void addBreaks(TollClause.Breaks clause, LocalDate start, List<Span> spans) {
        byCalendar = true;
        if (clause.unlessDaysLeft() == null || daysLeft(start) < clause.unlessDaysLeft()) {
            spans.addAll(ground.school().leftOut(ground.settings().adjusted(clause.toll())));
        }
    }

    private long daysLeft(LocalDate start) {
        return ground.school()
                .yearOf(start)
                .map(year -> year.lastDay().toEpochDay() - start.toEpochDay())
                .orElse(-1L);
    }

    private void addWaiting(TollClause.Waiting clause, List<Span> spans) {
        var from = facts.on(clause.from());
        var to = facts.on(clause.to());
        if (from == null) {
            return;
        }
        if (to == null) {
            throw new NotKnown("The clock has waited since %s until %s (%s); no such date is recorded."
                    .formatted(from, clause.to().words(), clause.citation()));
        }
        if (to.isAfter(from)) {
            spans.add(new Span(
                    Math.toIntExact(from.toEpochDay() + 1),
                    Math.toIntExact(to.toEpochDay()),
                    "waiting until %s (%s)".formatted(clause.to().words(), clause.citation())));
        }
    }

    private void addPeriods(TollClause.Period clause, List<Span> spans) {
        facts.periods().stream()
                .filter(period -> period.circumstance() == clause.circumstance())
                .forEach(period -> spans.add(new Span(
                        Math.toIntExact(period.from().toEpochDay()),
                        Math.toIntExact(period.to().toEpochDay()),
                        "%s (%s)".formatted(clause.circumstance(), clause.citation()))));
    }
}
