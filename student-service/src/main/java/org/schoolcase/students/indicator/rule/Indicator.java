package org.schoolcase.students.indicator.rule;

/** What is watched; COMPOSITE counts the flags of the first three. */
public enum Indicator {
    ATTENDANCE,
    BEHAVIOR,
    COURSE,
    SCREENING,
    COMPOSITE
}
