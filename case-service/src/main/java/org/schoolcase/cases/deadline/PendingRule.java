package org.schoolcase.cases.deadline;

import java.time.LocalDate;

/** A limit that law sets and the engine cannot count yet; it is named with its words, and never replaced by another. */
public record PendingRule(
        String id,
        String jurisdiction,
        Step step,
        String words,
        String citation,
        Confidence confidence,
        LocalDate sourceDate) {}
