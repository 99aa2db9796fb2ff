package org.schoolcase.kit.inbox;

/** A message that will never be readable. Its reason is a code without any of the message's content. */
public final class UnreadableEvent extends RuntimeException {

    /** A reason such as {@code data-malformed}. */
    public UnreadableEvent(String reason) {
        super(reason, null, false, false);
    }
}
