package org.schoolcase.students.contact;

/** By what a person is reached. */
public enum ContactKind {
    PHONE,
    TEXT_MESSAGE,
    EMAIL,
    POSTAL
}
