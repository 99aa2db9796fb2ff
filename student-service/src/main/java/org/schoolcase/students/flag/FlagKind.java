package org.schoolcase.students.flag;

/** Programs and statuses that change what a school owes a student. */
public enum FlagKind {
    /** 20 USC 7801(20). */
    ENGLISH_LEARNER,
    /** 42 USC 11434a(2). */
    MCKINNEY_VENTO,
    /** 20 USC 6311(g)(1)(E). */
    FOSTER_CARE,
    /** 20 USC 6399. */
    MIGRANT,
    /** 20 USC 6311(h)(1)(C)(ii). */
    MILITARY_CONNECTED,
    /** 34 CFR 104.33. */
    SECTION_504,
    /** 34 CFR 300.45. */
    WARD_OF_STATE
}
