package org.schoolcase.students.privacy;

import org.schoolcase.kit.inbox.ReceivedEvent;

/** A part of the privacy rights that listens to facts of the other services; types it does not know it passes over. */
public interface PrivacyEvents {

    /** Handles one fact in its transaction. */
    void on(ReceivedEvent event);
}
