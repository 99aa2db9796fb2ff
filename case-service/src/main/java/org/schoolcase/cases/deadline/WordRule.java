package org.schoolcase.cases.deadline;

/** A duty that law sets in words and without a number; the engine shows the words and never a date. */
record WordRule(String id, String jurisdiction, Step step, String words, RuleSource source) {

    WordRule inheritedWith(Confidence other) {
        return new WordRule(id, jurisdiction, step, words, source.with(other));
    }
}
