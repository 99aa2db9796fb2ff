package org.schoolcase.cases.deadline;

import java.util.List;
import java.util.Map;
import org.schoolcase.cases.deadline.day.Holiday;

/**
 * What one rule file says.
 *
 * @param words duties without a number
 * @param inherits steps for which the federal rule holds, and how sure that is
 * @param others how sure it is for every step that the file does not name
 * @param holidays of the State, beside the federal ones
 */
record JurisdictionLaw(
        String jurisdiction,
        List<Rule> rules,
        List<WordRule> words,
        Map<Step, Confidence> inherits,
        Confidence others,
        List<Holiday> holidays) {

    List<Rule> rulesOf(Step step) {
        return rules.stream().filter(rule -> rule.step() == step).toList();
    }

    List<WordRule> wordsOf(Step step) {
        return words.stream().filter(rule -> rule.step() == step).toList();
    }
}
