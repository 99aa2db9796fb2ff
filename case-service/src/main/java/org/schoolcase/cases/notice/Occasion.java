package org.schoolcase.cases.notice;

/** When a copy of the procedural safeguards is due (34 CFR 300.504(a)). */
enum Occasion {
    /** Once a school year. */
    ANNUAL,
    /** Initial referral, or a parent's request for evaluation. */
    REFERRAL,
    /** First State complaint of a school year. */
    STATE_COMPLAINT,
    /** First due process complaint of a school year. */
    DUE_PROCESS_COMPLAINT,
    /** Disciplinary change of placement. */
    DISCIPLINE,
    /** A parent asked for a copy. */
    PARENT_REQUEST
}
