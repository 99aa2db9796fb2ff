package org.schoolcase.cases.evaluation;

/** Whether a student is evaluated for the first time, or again after he was found eligible. */
public enum Cycle {
    /** 34 CFR 300.301. */
    INITIAL,
    /** 34 CFR 300.303. */
    REEVALUATION
}
