package org.schoolcase.cases.task;

/** What sort of work a task is. */
public enum TaskKind {
    DECIDE_REFERRAL,
    ASK_CONSENT,
    GIVE_NOTICE,
    PLAN_EVALUATION,
    ASSESS,
    WRITE_REPORT,
    HOLD_MEETING,
    CONTACT_FAMILY,
    ARRANGE_SERVICES,
    STOP_ACTIVITY,
    PREPARE_DOCUMENT,
    FOLLOW_UP,
    OTHER
}
