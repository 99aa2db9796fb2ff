package org.schoolcase.cases.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.LimitDate;
import org.schoolcase.cases.deadline.Answer.NoNumericDeadline;
import org.schoolcase.cases.deadline.ExceptionClause.Effect;
import org.schoolcase.cases.deadline.LimitCount.Counted;
import org.schoolcase.cases.deadline.day.Holidays;
import org.schoolcase.cases.deadline.day.NotKnown;
import org.schoolcase.cases.deadline.day.TraceRange;

/** Applies one version of a rule to the facts of a case. */
final class RuleCount {

    private final String jurisdiction;
    private final Rule rule;
    private final Facts facts;
    private final Ground ground;
    private final Holidays holidays;
    private final List<String> notes = new ArrayList<>(2);

    RuleCount(String jurisdiction, Rule rule, Facts facts, Ground ground, Holidays holidays) {
        this.jurisdiction = jurisdiction;
        this.rule = rule;
        this.facts = facts;
        this.ground = ground;
        this.holidays = holidays;
    }

    /** The answer; throws {@link NotKnown} where a calendar or a fact is missing. */
    Answer answer() {
        for (var clause : rule.exceptions()) {
            if (clause.holds(facts) && isWithoutNumber(clause)) {
                return new NoNumericDeadline(
                        jurisdiction,
                        rule.step(),
                        rule.id(),
                        clause.words(),
                        clause.citation(),
                        rule.source().confidence());
            }
        }
        return due();
    }

    private boolean isWithoutNumber(ExceptionClause clause) {
        return clause.effect() == Effect.NO_LIMIT
                || (clause.effect() == Effect.AGREED_DATE && facts.agreedDate() == null);
    }

    private Due due() {
        var limits = new LimitCount(rule, facts, ground, holidays, absencesAdded() + daysAgreed());
        var late = rule.endOfYear().isEmpty() ? null : new EndOfYearCount(rule, facts, ground, limits).counted();
        var all = late == null
                ? rule.limits().stream()
                        .filter(this::isRecorded)
                        .map(limits::count)
                        .toList()
                : List.of(late);
        var governing = governing(all);
        var agreed = agreed(governing.end());
        var end = agreed == null ? governing.end() : agreed;
        var trace = agreed == null ? governing.trace() : extended(governing, agreed);
        if (rule.source().note() != null) {
            notes.add(rule.source().note());
        }
        return new Due(
                jurisdiction,
                rule.step(),
                rule.id(),
                governing.limit().startEvent(),
                governing.start(),
                rule.completionEvent(),
                end,
                governing.at(),
                actBy(end, governing),
                notBefore(limits),
                rule.earliestDay(),
                agreed == null ? null : governing.end(),
                all.size() < 2
                        ? List.of()
                        : all.stream().map(RuleCount::limitDate).toList(),
                rule.source().citation(),
                rule.source().confidence(),
                List.copyOf(notes),
                List.copyOf(trace));
    }

    private boolean isRecorded(Limit limit) {
        return facts.on(limit.startEvent()) != null;
    }

    private Counted governing(List<Counted> all) {
        var byEnd = Comparator.comparing(Counted::end);
        return switch (rule.combine()) {
            case FIRST_RECORDED -> all.getFirst();
            case EARLIEST ->
                all.stream()
                        .filter(it -> isAhead(it, all.getFirst()))
                        .min(byEnd)
                        .orElseThrow();
            case LATEST -> {
                if (all.size() < rule.limits().size()) {
                    throw new NotKnown("The later of several limits governs, and not all of their dates are recorded.");
                }
                yield all.stream().max(byEnd).orElseThrow();
            }
        };
    }

    /** A meeting that was before the request does not hurry its answer. */
    private static boolean isAhead(Counted counted, Counted first) {
        return !counted.limit().offset().isBack()
                || counted.equals(first)
                || counted.end().isAfter(first.start());
    }

    private int absencesAdded() {
        var added = rule.absences() == null ? 0 : rule.absences().added(facts.absences());
        if (added > 0) {
            notes.add("%s more for absences: %d days absent (%s)"
                    .formatted(
                            rule.first().offset().unit().words(added),
                            facts.absences(),
                            rule.source().citation()));
        }
        return added;
    }

    private int daysAgreed() {
        for (var clause : rule.exceptions()) {
            if (clause.effect() == Effect.EXTENDED_BY && clause.holds(facts) && facts.extensionDays() > 0) {
                notes.add("%s more: %s (%s)"
                        .formatted(
                                rule.first().offset().unit().words(facts.extensionDays()),
                                clause.words(),
                                clause.citation()));
                return facts.extensionDays();
            }
        }
        return 0;
    }

    private @Nullable LocalDate agreed(LocalDate end) {
        for (var clause : rule.exceptions()) {
            var sets = clause.effect() == Effect.AGREED_DATE
                    || (clause.effect() == Effect.EXTENDED_TO
                            && facts.agreedDate() != null
                            && facts.agreedDate().isAfter(end));
            if (sets && clause.holds(facts)) {
                notes.add("%s (%s)".formatted(clause.words(), clause.citation()));
                return facts.agreedDate();
            }
        }
        return null;
    }

    private List<TraceRange> extended(Counted governing, LocalDate agreed) {
        var trace = new ArrayList<>(governing.trace());
        if (agreed.isAfter(governing.end())) {
            trace.add(TraceRange.leftOut(governing.end().plusDays(1), agreed, Objects.requireNonNull(notes.getLast())));
        } else {
            trace.removeIf(range -> range.from().isAfter(agreed));
        }
        return trace;
    }

    private @Nullable LocalDate notBefore(LimitCount limits) {
        return rule.notBefore() == null || !isRecorded(rule.notBefore())
                ? null
                : limits.count(rule.notBefore()).end();
    }

    private static LimitDate limitDate(Counted it) {
        return new LimitDate(it.limit().startEvent(), it.start(), it.limit().words(), it.end());
    }

    /** The last school day on or before the due date, but never the day of the trigger or one before it. */
    private @Nullable LocalDate actBy(LocalDate end, Counted governing) {
        if (rule.earliestDay()) {
            return null;
        }
        var day = lastWorkingDay(end);
        var tooEarly = !governing.limit().offset().isBack() && !day.isAfter(governing.start());
        return day.equals(end) || tooEarly ? null : day;
    }

    private LocalDate lastWorkingDay(LocalDate end) {
        var epoch = Math.toIntExact(end.toEpochDay());
        if (!ground.school().covers(epoch)) {
            return lastWeekday(end);
        }
        return ground.school().isSchoolDay(epoch)
                ? end
                : LocalDate.ofEpochDay(ground.school().schoolDays().nthBefore(epoch, 1));
    }

    private static LocalDate lastWeekday(LocalDate end) {
        var day = end;
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.minusDays(1);
        }
        return day;
    }
}
