package org.schoolcase.cases.instrument.definition;

/** What is done with an instrument. */
public enum InstrumentKind {
    /** Part of an individual evaluation (34 CFR 300.304). */
    ASSESSMENT,
    /** Screening by a teacher or specialist to plan instruction is no evaluation (34 CFR 300.302). */
    SCREENING,
    INTERVIEW,
    OBSERVATION
}
