package org.schoolcase.notifications.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;

/** Notes that an owner has read an item of his inbox. */
@ApplicationScoped
class ReadItem {

    private final Inboxes inboxes;
    private final Audit audit;
    private final Clock clock;

    ReadItem(Inboxes inboxes, Audit audit, Clock clock) {
        this.inboxes = inboxes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The item, read; empty where it is not in the owner's inbox. */
    @Transactional
    Optional<InboxItemView> handle(UUID owner, UUID id) {
        return inboxes.ofOwner(owner, id).map(item -> {
            item.read(clock.instant());
            audit.wrote(AuditEntry.of("inbox.read", "inbox_item", id).student(item.studentId()));
            return InboxItemView.of(item);
        });
    }
}
