package org.schoolcase.notifications.ledger;

/** Told in the transaction that queues messages; who delivers wakes up when it has committed. */
public record MessagesQueued() {}
