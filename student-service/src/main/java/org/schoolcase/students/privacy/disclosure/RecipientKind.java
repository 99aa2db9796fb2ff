package org.schoolcase.students.privacy.disclosure;

/** What kind of party received a record. */
public enum RecipientKind {
    AGENCY,
    PERSON,
    ORGANISATION
}
