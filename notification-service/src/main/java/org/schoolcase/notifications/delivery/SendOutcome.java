package org.schoolcase.notifications.delivery;

/** What the mail server said. */
sealed interface SendOutcome {

    /** It has taken the mail over. */
    record Accepted() implements SendOutcome {}

    /** Not now, or not reached. */
    record TryLater(String code) implements SendOutcome {}

    /** Never. */
    record Rejected(String code) implements SendOutcome {}
}
