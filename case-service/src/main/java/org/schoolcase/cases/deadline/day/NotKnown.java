package org.schoolcase.cases.deadline.day;

/** A count that leaves what the calendar knows; the engine answers with its message instead of guessing. */
public final class NotKnown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotKnown(String message) {
        super(message, null, false, false);
    }
}
