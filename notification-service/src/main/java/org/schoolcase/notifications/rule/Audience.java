package org.schoolcase.notifications.rule;

/** Whom a rule addresses, seen from the event. */
public enum Audience {
    /** The staff member who manages the event's case. */
    CASE_MANAGER,
    /**
     * Each guardian who holds educational rights and may be contacted, and the student himself once they passed to him; of a
     * required notice also the parents from whom they passed.
     */
    GUARDIANS_WITH_RIGHTS,
    /** The staff member who asked for the referral. */
    REQUESTER,
    /** The guardian, or the adult student, who exercised a right, if he still holds educational rights and may be contacted. */
    REQUESTING_GUARDIAN;

    /** Whether it is told as family of the student, by what the student's profile says of him now. */
    public boolean isFamily() {
        return this == GUARDIANS_WITH_RIGHTS || this == REQUESTING_GUARDIAN;
    }
}
