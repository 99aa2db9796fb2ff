package org.schoolcase.cases.deadline;

import java.io.Reader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one jurisdiction's rule file and refuses whatever an editor of law could get wrong in it. */
final class RuleFile {

    private static final Set<String> KEYS = Set.of("jurisdiction", "rules", "pending", "inherits");
    private static final Set<String> RULE_KEYS = Set.of(
            "id",
            "step",
            "startEvent",
            "completionEvent",
            "amount",
            "unit",
            "tolling",
            "citation",
            "confidence",
            "effectiveFrom",
            "effectiveTo",
            "sourceDate",
            "note");
    private static final Set<String> PENDING_KEYS =
            Set.of("id", "step", "words", "citation", "confidence", "sourceDate");
    private static final Set<String> INHERIT_KEYS = Set.of("step", "confidence");

    /** Which days are left out of a count; nothing but NONE can be counted yet, the rest is written as pending. */
    enum Tolling {
        NONE
    }

    private final YamlMap root;
    private final String jurisdiction;
    private final Set<String> ids = new HashSet<>();

    private RuleFile(String name, Reader content) {
        this.root = YamlMap.read(name, content, KEYS);
        this.jurisdiction = root.text("jurisdiction");
        if (!name.equals(jurisdiction.toLowerCase(Locale.ROOT) + ".yaml")) {
            throw root.problem("jurisdiction", "%s belongs in a file of its own name".formatted(jurisdiction));
        }
    }

    static JurisdictionLaw read(String name, Reader content) {
        return new RuleFile(name, content).law();
    }

    private JurisdictionLaw law() {
        var rules = root.list("rules", RULE_KEYS).stream().map(this::rule).toList();
        var pending =
                root.list("pending", PENDING_KEYS).stream().map(this::pending).toList();
        var law = new JurisdictionLaw(jurisdiction, rules, pending, inherits());
        for (var step : Step.values()) {
            requireOneAnswer(law, step);
        }
        return law;
    }

    private Rule rule(YamlMap yaml) {
        yaml.oneOf(Tolling.class, "tolling");
        return new Rule(
                newId(yaml),
                jurisdiction,
                yaml.oneOf(Step.class, "step"),
                yaml.oneOf(LawEvent.class, "startEvent"),
                yaml.oneOf(LawEvent.class, "completionEvent"),
                yaml.wholeAboveZero("amount"),
                yaml.oneOf(Unit.class, "unit"),
                yaml.text("citation"),
                yaml.oneOf(Confidence.class, "confidence"),
                yaml.dateOrNull("effectiveFrom"),
                yaml.dateOrNull("effectiveTo"),
                yaml.date("sourceDate"),
                yaml.textOrNull("note"));
    }

    private PendingRule pending(YamlMap yaml) {
        return new PendingRule(
                newId(yaml),
                jurisdiction,
                yaml.oneOf(Step.class, "step"),
                yaml.text("words"),
                yaml.text("citation"),
                yaml.oneOf(Confidence.class, "confidence"),
                yaml.date("sourceDate"));
    }

    private Map<Step, Confidence> inherits() {
        var inherits = new EnumMap<Step, Confidence>(Step.class);
        for (var yaml : root.list("inherits", INHERIT_KEYS)) {
            var confidence = yaml.oneOf(Confidence.class, "confidence");
            if (inherits.put(yaml.oneOf(Step.class, "step"), confidence) != null) {
                throw yaml.problem("step", "this step is inherited twice");
            }
        }
        return inherits;
    }

    private String newId(YamlMap yaml) {
        var id = yaml.text("id");
        if (!ids.add(id)) {
            throw yaml.problem("id", "the id '%s' is used twice".formatted(id));
        }
        return id;
    }

    /** Each step is ruled, pending or inherited: exactly one of them, and versions of a rule do not overlap. */
    private void requireOneAnswer(JurisdictionLaw law, Step step) {
        var kinds = List.of(
                !law.rulesOf(step).isEmpty(),
                !law.pendingOf(step).isEmpty(),
                law.inherits().containsKey(step));
        if (kinds.stream().filter(present -> present).count() != 1) {
            throw root.problem("jurisdiction", "%s must be in one of rules, pending, inherits".formatted(step));
        }
        if (law.pendingOf(step).size() > 1 || overlap(law.rulesOf(step))) {
            throw root.problem("jurisdiction", "two versions for %s are in force on one day".formatted(step));
        }
    }

    private static boolean overlap(List<Rule> versions) {
        return versions.stream().anyMatch(one -> versions.stream()
                .anyMatch(other -> !other.id().equals(one.id()) && startsInside(other, one)));
    }

    private static boolean startsInside(Rule later, Rule earlier) {
        return later.effectiveFrom() == null ? earlier.effectiveFrom() == null : earlier.governs(later.effectiveFrom());
    }
}
