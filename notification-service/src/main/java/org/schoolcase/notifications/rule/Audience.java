package org.schoolcase.notifications.rule;

/** Whom a rule addresses, seen from the event. */
public enum Audience {
    /** The staff member who manages the event's case. */
    CASE_MANAGER,
    /** Each guardian of the student who holds educational rights and may be contacted. */
    GUARDIANS_WITH_RIGHTS,
    /** The staff member who asked for the referral. */
    REQUESTER
}
