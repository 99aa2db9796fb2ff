package org.schoolcase.cases.deadline;

import java.io.StringReader;
import java.util.List;

/** A district's own rules: each shortens the limit of law, or corrects it, with its own citation. */
public record LocalPolicy(List<LocalRule> rules) {

    public static final LocalPolicy NONE = new LocalPolicy(List.of());

    public LocalPolicy {
        rules = List.copyOf(rules);
    }

    /** How a local rule stands to the rule of law. */
    public enum Mode {
        /** The earlier of both governs. */
        SHORTENS,
        /** It stands in for a rule that is wrong or missing here. */
        REPLACES
    }

    /** One local rule, read and checked. */
    public record LocalRule(Mode mode, Rule rule) {

        public String id() {
            return rule.id();
        }

        public Step step() {
            return rule.step();
        }

        public String citation() {
            return rule.source().citation();
        }

        /** Reads a rule as an editor of law writes it; throws {@link InvalidRuleFile} with the line. */
        public static LocalRule read(String jurisdiction, String id, Mode mode, String yaml) {
            return new LocalRule(mode, RuleReader.single(jurisdiction, id, new StringReader(yaml)));
        }
    }

    List<LocalRule> of(Step step) {
        return rules.isEmpty()
                ? List.of()
                : rules.stream().filter(local -> local.step() == step).toList();
    }
}
