package org.schoolcase.cases.deadline;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.NoNumericDeadline;
import org.schoolcase.cases.deadline.Answer.NotComputed;
import org.schoolcase.cases.deadline.LocalPolicy.LocalRule;
import org.schoolcase.cases.deadline.LocalPolicy.Mode;
import org.schoolcase.cases.deadline.day.NotKnown;

/** Computes what is due from rules, dated facts and a calendar; the same input gives the same answer for ever. */
public final class DeadlineEngine {

    private final RuleBook rules;

    public DeadlineEngine(RuleBook rules) {
        this.rules = rules;
    }

    /** Changes whenever a rule of law does. */
    public String lawFingerprint() {
        return rules.fingerprint();
    }

    public boolean knows(String jurisdiction) {
        return rules.jurisdictions().contains(jurisdiction);
    }

    /** The steps whose rules in a jurisdiction count from an event. */
    public Set<Step> startedBy(String jurisdiction, LawEvent event) {
        return rules.startedBy(jurisdiction, event);
    }

    /** Whether law has words about a step, or a rule whose event is among the facts. */
    public boolean isStarted(String jurisdiction, Step step, Facts facts) {
        return switch (rules.find(jurisdiction, step)) {
            case RuleBook.Entry.Ruled(var versions) -> versions.stream().anyMatch(rule -> rule.trigger(facts) != null);
            case RuleBook.Entry.Words _ -> true;
            case RuleBook.Entry.Unknown _ -> false;
        };
    }

    /** The event that the rule of a step waits for; STEP_COMPLETED where it names none. */
    public LawEvent completedBy(String jurisdiction, Step step) {
        return rules.find(jurisdiction, step) instanceof RuleBook.Entry.Ruled(var versions)
                ? versions.getLast().completionEvent()
                : LawEvent.STEP_COMPLETED;
    }

    /**
     * The limit of one step in one jurisdiction.
     *
     * @param jurisdiction such as US-AZ (ISO 3166-2), or US
     */
    public Answer compute(String jurisdiction, Step step, Facts facts, Ground ground) {
        var answer = byLaw(jurisdiction, step, facts, ground);
        for (var local : ground.policy().of(step)) {
            answer = weigh(answer, local, byRules(jurisdiction, step, List.of(local.rule()), facts, ground));
        }
        return answer;
    }

    private static Answer weigh(Answer law, LocalRule local, Answer other) {
        if (!(other instanceof Due due)) {
            return law;
        }
        var shorter = !(law instanceof Due lawful) || due.dueOn().isBefore(lawful.dueOn());
        return local.mode() == Mode.REPLACES || shorter ? due : law;
    }

    private Answer byLaw(String jurisdiction, Step step, Facts facts, Ground ground) {
        return switch (rules.find(jurisdiction, step)) {
            case RuleBook.Entry.Ruled(var versions) -> byRules(jurisdiction, step, versions, facts, ground);
            case RuleBook.Entry.Words(var rule) ->
                new NoNumericDeadline(
                        jurisdiction,
                        step,
                        rule.id(),
                        rule.words(),
                        rule.source().citation(),
                        rule.source().confidence());
            case RuleBook.Entry.Unknown(var reason) ->
                new NotComputed(jurisdiction, step, null, reason, null, Confidence.UNVERIFIED);
        };
    }

    private Answer byRules(String jurisdiction, Step step, List<Rule> versions, Facts facts, Ground ground) {
        var rule = inForce(versions, facts);
        if (rule == null) {
            return notStarted(jurisdiction, step, versions, facts);
        }
        var holidays = ground.holidays() == null ? rules.holidays(jurisdiction) : ground.holidays();
        try {
            return new RuleCount(jurisdiction, rule, facts, ground, holidays).answer();
        } catch (NotKnown e) {
            return notComputed(jurisdiction, rule, "%s The rule: %s.".formatted(e.getMessage(), words(rule)));
        }
    }

    /** The version made for a circumstance of the case goes before the one for all. */
    private static @Nullable Rule inForce(List<Rule> versions, Facts facts) {
        Rule found = null;
        for (var rule : versions) {
            var trigger = rule.trigger(facts);
            if (trigger != null && rule.source().governs(trigger) && rule.isFor(facts)) {
                if (rule.onlyFor() != null) {
                    return rule;
                }
                found = found == null ? rule : found;
            }
        }
        return found;
    }

    private static NotComputed notStarted(String jurisdiction, Step step, List<Rule> versions, Facts facts) {
        var rule = versions.getLast();
        var reason = rule.trigger(facts) != null
                ? "No version of the rule is known that was in force on that date."
                : "The clock starts when %s; no such date is recorded."
                        .formatted(rule.first().startEvent().words());
        return notComputed(jurisdiction, rule, reason);
    }

    private static NotComputed notComputed(String jurisdiction, Rule rule, String reason) {
        return new NotComputed(
                jurisdiction,
                rule.step(),
                rule.id(),
                reason,
                rule.source().citation(),
                rule.source().confidence());
    }

    private static String words(Rule rule) {
        return String.join(", or ", rule.limits().stream().map(Limit::words).toList());
    }
}
