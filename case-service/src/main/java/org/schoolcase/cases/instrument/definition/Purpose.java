package org.schoolcase.cases.instrument.definition;

/** What the answers are taken for; the need of consent hangs on it (34 CFR 300.300, 300.302). */
public enum Purpose {
    /** To understand a referral, before anything is decided: existing data, 34 CFR 300.300(d)(1)(i). */
    INTAKE,
    /** To find instructional strategies for the curriculum, 34 CFR 300.302. */
    INSTRUCTION,
    /** Part of an initial evaluation or a reevaluation, 34 CFR 300.300(a), (c). */
    EVALUATION
}
