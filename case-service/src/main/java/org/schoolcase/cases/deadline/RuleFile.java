package org.schoolcase.cases.deadline;

import java.io.Reader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.schoolcase.cases.deadline.day.Holiday;

/** Reads one jurisdiction's rule file and refuses whatever an editor of law could get wrong in it. */
final class RuleFile {

    private static final Set<String> KEYS =
            Set.of("jurisdiction", "others", "rules", "withoutNumber", "inherits", "holidays");
    private static final Set<String> WORD_KEYS = Set.of(
            "id", "step", "words", "citation", "confidence", "effectiveFrom", "effectiveTo", "sourceDate", "note");
    private static final Set<String> INHERIT_KEYS = Set.of("step", "confidence");

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
        var rules = root.list("rules", RuleReader.keys()).stream()
                .map(yaml -> RuleReader.read(jurisdiction, newId(yaml), yaml))
                .toList();
        var words =
                root.list("withoutNumber", WORD_KEYS).stream().map(this::word).toList();
        var law = new JurisdictionLaw(
                jurisdiction, rules, words, inherits(), root.oneOf(Confidence.class, "others"), holidays());
        for (var step : Step.values()) {
            requireOneAnswer(law, step);
        }
        return law;
    }

    private WordRule word(YamlMap yaml) {
        return new WordRule(
                newId(yaml), jurisdiction, yaml.oneOf(Step.class, "step"), yaml.text("words"), RuleReader.source(yaml));
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

    private List<Holiday> holidays() {
        return root.list("holidays", HolidayReader.KEYS).stream()
                .map(HolidayReader::read)
                .toList();
    }

    private String newId(YamlMap yaml) {
        var id = yaml.text("id");
        if (!ids.add(id)) {
            throw yaml.problem("id", "the id '%s' is used twice".formatted(id));
        }
        return id;
    }

    /** A step is ruled, told in words, or inherited: at most one of them, and versions of a rule do not overlap. */
    private void requireOneAnswer(JurisdictionLaw law, Step step) {
        var kinds = List.of(
                !law.rulesOf(step).isEmpty(),
                !law.wordsOf(step).isEmpty(),
                law.inherits().containsKey(step));
        if (kinds.stream().filter(present -> present).count() > 1) {
            throw root.problem(
                    "jurisdiction", "%s must be in only one of rules, withoutNumber, inherits".formatted(step));
        }
        if (law.wordsOf(step).size() > 1 || overlap(law.rulesOf(step))) {
            throw root.problem("jurisdiction", "two versions for %s are in force on one day".formatted(step));
        }
    }

    private static boolean overlap(List<Rule> versions) {
        return versions.stream().anyMatch(one -> versions.stream()
                .anyMatch(other ->
                        !other.id().equals(one.id()) && one.onlyFor() == other.onlyFor() && startsInside(other, one)));
    }

    private static boolean startsInside(Rule later, Rule earlier) {
        var from = later.source().effectiveFrom();
        return from == null
                ? earlier.source().effectiveFrom() == null
                : earlier.source().governs(from);
    }
}
