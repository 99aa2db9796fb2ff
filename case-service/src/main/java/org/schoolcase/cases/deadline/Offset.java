package org.schoolcase.cases.deadline;

/** An amount of a unit, after or before a day. */
record Offset(int amount, Unit unit, Direction direction, boolean firstDayIsOne) {

    /** Which way a count goes. */
    enum Direction {
        AFTER,
        BEFORE
    }

    /** Whether the first day is day 0, as for a deadline, or day 1, as for what lasts. */
    enum Counting {
        DEADLINE,
        DURATION
    }

    boolean isBack() {
        return direction == Direction.BEFORE;
    }

    String words() {
        return unit.words(amount);
    }

    Offset longer(int more) {
        return more == 0 ? this : new Offset(amount + more, unit, direction, firstDayIsOne);
    }
}
