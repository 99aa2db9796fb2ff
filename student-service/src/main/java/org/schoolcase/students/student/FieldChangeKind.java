package org.schoolcase.students.student;

/** Whether a field became another, or had been wrong. */
public enum FieldChangeKind {
    CHANGE,
    CORRECTION
}
