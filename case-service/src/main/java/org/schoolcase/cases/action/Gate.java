package org.schoolcase.cases.action;

import org.jspecify.annotations.Nullable;

/** Whether a case lets an action pass now. */
public sealed interface Gate {

    /** It does. */
    record Open() implements Gate {}

    /**
     * It does not.
     *
     * @param code stable code of the refusal, the same as in the problem that the request gets
     * @param reason why, for people
     * @param citation where law says so, if it does
     */
    record Shut(String code, String reason, @Nullable String citation) implements Gate {

        /** The same, with the place in law. */
        public Shut citing(String section) {
            return new Shut(code, reason, section);
        }
    }

    static Gate open() {
        return new Open();
    }

    static Shut shut(String code, String reason) {
        return new Shut(code, reason, null);
    }

    /** This gate when it is shut, else the next one. */
    default Gate and(Gate next) {
        return this instanceof Shut ? this : next;
    }
}
