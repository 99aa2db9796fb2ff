package org.schoolcase.students.flag;

/** Where a status is known from. */
public enum FlagSource {
    FAMILY,
    SCHOOL,
    STUDENT_INFORMATION_SYSTEM,
    STATE,
    COURT,
    CHILD_WELFARE_AGENCY,
    OTHER_DISTRICT
}
