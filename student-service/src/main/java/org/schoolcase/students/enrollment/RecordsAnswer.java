package org.schoolcase.students.enrollment;

/** What the former school answered to the request for records. */
public enum RecordsAnswer {
    SENT,
    PARTLY_SENT,
    REFUSED,
    NOT_FOUND;

    /** Whether records went to the other school. */
    boolean isDisclosure() {
        return this == SENT || this == PARTLY_SENT;
    }
}
