package org.schoolcase.students.guardian;

/** What a guardian is to a student, after the CEDS element Person Relationship to Learner. */
public enum GuardianRelation {
    MOTHER,
    FATHER,
    PARENT,
    STEP_PARENT,
    GRANDPARENT,
    SIBLING,
    OTHER_RELATIVE,
    LEGAL_GUARDIAN,
    FOSTER_PARENT,
    SURROGATE_PARENT,
    CASE_WORKER,
    OTHER
}
