package org.schoolcase.kit.outbox;

import java.util.UUID;

/** A fact the other services may act on: a record in the past tense that holds ids, codes and dates, and names no person. */
public interface Event {

    /** The aggregate's id and Kafka's key: events of one key stay in order. */
    UUID key();

    /** CloudEvents type, such as {@code org.schoolcase.case.opened.v1}; its JSON Schema is docs/events/TYPE.json. */
    String type();
}
