package org.schoolcase.students.indicator.rule;

/** How an indicator stands. The colours are of the composite, by the number of flags. */
public enum Level {
    NOT_EVALUATED,
    NONE,
    FLAGGED,
    YELLOW,
    ORANGE,
    RED;

    public boolean isFlag() {
        return this != NOT_EVALUATED && this != NONE;
    }
}
