package org.schoolcase.notifications.rule;

/** Whom a rule addresses, seen from the event. */
public enum Audience {
    /** The staff member who manages the event's case. */
    CASE_MANAGER,
    /** Each guardian of the student who holds educational rights and may be contacted. */
    GUARDIANS_WITH_RIGHTS,
    /** The staff member who asked for the referral. */
    REQUESTER,
    /** The guardian who exercised a right, if he still holds educational rights and may be contacted. */
    REQUESTING_GUARDIAN;

    /** Whether it is told as a guardian of the student, by what the student's profile says of him now. */
    public boolean isFamily() {
        return this == GUARDIANS_WITH_RIGHTS || this == REQUESTING_GUARDIAN;
    }
}
