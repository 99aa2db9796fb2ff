package org.schoolcase.notifications.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.template.Text;

/** What is to be put into an inbox; the id is that of the message in the ledger. */
public record InboxEntry(
        UUID id, UUID ownerId, UUID studentId, @Nullable UUID caseId, Text text) {}
