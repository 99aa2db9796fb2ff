package org.schoolcase.students.courtorder;

/** What a court ordered. */
public enum OrderKind {
    CUSTODY,
    NO_CONTACT
}
