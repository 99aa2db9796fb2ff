package org.schoolcase.cases.deadline;

/** What is so in a case and makes law choose another rule, extend it, or stop its clock. */
public enum Circumstance {
    /** 34 CFR 300.309(c): a specific learning disability is suspected. */
    SPECIFIC_LEARNING_DISABILITY,
    /** 34 CFR 300.301(d)(1): the parent repeatedly fails or refuses to produce the child. */
    CHILD_NOT_PRODUCED,
    /** 34 CFR 300.301(d)(2): the child enrolled with another agency during the evaluation. */
    TRANSFERRED,
    /** The student is placed out of the district. */
    OUT_OF_DISTRICT,
    /** The State's own faster case, such as 511 IAC 7-40-5. */
    EXPEDITED,
    /** 34 CFR 303.310(b): child or parent unavailable, or no consent. */
    FAMILY_UNAVAILABLE,
    /** 34 CFR 300.152(b)(1): exceptional, or the parties agreed to go on in mediation. */
    EXCEPTIONAL,
    /** 34 CFR 300.515(c): the hearing officer granted a specific extension. */
    EXTENSION_GRANTED,
    /** Majority under State law is at 19. */
    MAJORITY_AT_NINETEEN,
    /** The category is intellectual disability, which some States reevaluate sooner. */
    INTELLECTUAL_DISABILITY
}
