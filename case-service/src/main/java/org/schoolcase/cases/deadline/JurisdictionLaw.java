package org.schoolcase.cases.deadline;

import java.util.List;
import java.util.Map;

/** What one rule file says: own rules, limits that cannot be counted yet, and steps that follow the federal rule. */
record JurisdictionLaw(
        String jurisdiction, List<Rule> rules, List<PendingRule> pending, Map<Step, Confidence> inherits) {

    List<Rule> rulesOf(Step step) {
        return rules.stream().filter(rule -> rule.step() == step).toList();
    }

    List<PendingRule> pendingOf(Step step) {
        return pending.stream().filter(rule -> rule.step() == step).toList();
    }
}
