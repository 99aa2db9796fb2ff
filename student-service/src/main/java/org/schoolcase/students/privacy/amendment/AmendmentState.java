package org.schoolcase.students.privacy.amendment;

/** Where a request to amend a record stands (34 CFR 99.20-99.22). */
public enum AmendmentState {
    RECEIVED,
    REFUSED,
    HEARING_REQUESTED,
    HEARING_SCHEDULED,
    AMENDED,
    KEPT,
    WITHDRAWN;

    /** Whether somebody still owes a step, so that the record may not be destroyed. */
    public boolean isOpen() {
        return this == RECEIVED || this == HEARING_REQUESTED || this == HEARING_SCHEDULED;
    }
}
