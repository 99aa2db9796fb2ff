package org.schoolcase.cases.instrument.definition;

/** The eight topics of the Protection of Pupil Rights Amendment, 20 USC 1232h(b)(1) to (8). */
public enum ProtectedTopic {
    POLITICAL_BELIEFS,
    MENTAL_OR_PSYCHOLOGICAL_PROBLEMS,
    SEX_BEHAVIOR_OR_ATTITUDES,
    ILLEGAL_OR_DEMEANING_BEHAVIOR,
    APPRAISAL_OF_FAMILY,
    PRIVILEGED_RELATIONSHIPS,
    RELIGION,
    INCOME
}
