package org.schoolcase.students.privacy.retention;

/** Kinds of matters for which a record must be preserved. */
public enum HoldReason {
    LITIGATION,
    DUE_PROCESS,
    STATE_COMPLAINT,
    AUDIT,
    OTHER
}
