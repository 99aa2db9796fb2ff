package org.schoolcase.cases.deadline;

/** A step of special-education work that law gives a time limit; every rule file says something about each. */
public enum Step {
    /** 34 CFR 300.301(c)(1), or the State's own timeframe. */
    INITIAL_EVALUATION,
    /** 34 CFR 300.323(c)(1). */
    INITIAL_IEP_MEETING
}
