package org.schoolcase.cases.deadline;

/** How sure the rule's source makes us; shown with every date, so that nobody takes a guess for law. */
public enum Confidence {
    HIGH,
    MEDIUM_HIGH,
    MEDIUM,
    LOW,
    /** The State's own law was not checked; the federal rule stands in. */
    UNVERIFIED
}
