package org.schoolcase.students.privacy.request;

/** Where a request to inspect a record stands. */
public enum AccessState {
    RECEIVED,
    ASSEMBLING,
    READY,
    HANDED_OVER,
    WITHDRAWN;

    /** Whether an answer is still owed: meanwhile nothing may be destroyed, 34 CFR 99.10(e). */
    public boolean isOpen() {
        return this == RECEIVED || this == ASSEMBLING || this == READY;
    }
}
