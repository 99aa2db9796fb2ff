package org.schoolcase.students.privacy.destruction;

/** Where a destruction stands. */
public enum DestructionState {
    NOTICE_GIVEN,
    ORDERED,
    DESTROYED,
    CANCELLED
}
