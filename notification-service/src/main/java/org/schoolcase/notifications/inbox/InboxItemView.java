package org.schoolcase.notifications.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One notification as its owner sees it; the number is its position, and the event id of the stream. */
public record InboxItemView(
        UUID id,
        long number,
        String kind,
        String title,
        String body,
        String language,
        UUID studentId,
        @Nullable UUID caseId,
        Instant createdAt,
        @Nullable Instant readAt) {

    static InboxItemView of(InboxItem item) {
        return new InboxItemView(
                item.id(),
                item.number(),
                item.kind(),
                item.title(),
                item.body(),
                item.language(),
                item.studentId(),
                item.caseId(),
                item.createdAt(),
                item.readAt());
    }
}
