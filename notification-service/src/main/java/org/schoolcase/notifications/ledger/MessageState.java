package org.schoolcase.notifications.ledger;

/** How far a message came. */
public enum MessageState {
    /** Will be looked at now. */
    QUEUED,
    /** Something it needs is not known yet: the recipient, his address, or what the text names. */
    WAITING_FOR_RECIPIENT,
    /** The channel failed for a while; it will be tried again. */
    RETRY,
    /** The channel has accepted it. */
    SENT,
    /** It will not be sent. */
    FAILED
}
