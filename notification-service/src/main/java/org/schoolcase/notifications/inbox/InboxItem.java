package org.schoolcase.notifications.inbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.template.Text;

/** One notification in a person's in-app inbox. */
@Entity
class InboxItem {

    @Id
    private UUID id;

    private UUID ownerId;

    private long number;

    private String kind;

    private String title;

    private String body;

    private String language;

    private UUID studentId;

    private @Nullable UUID caseId;

    private Instant createdAt;

    private @Nullable Instant readAt;

    protected InboxItem() {}

    InboxItem(InboxEntry entry, long number, Instant now) {
        Text text = entry.text();
        this.id = entry.id();
        this.ownerId = entry.ownerId();
        this.number = number;
        this.kind = text.kind();
        this.title = text.subject();
        this.body = text.body();
        this.language = text.language();
        this.studentId = entry.studentId();
        this.caseId = entry.caseId();
        this.createdAt = now;
    }

    /** Notes the first reading; a later one changes nothing. */
    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    UUID id() {
        return id;
    }

    long number() {
        return number;
    }

    String kind() {
        return kind;
    }

    String title() {
        return title;
    }

    String body() {
        return body;
    }

    String language() {
        return language;
    }

    UUID studentId() {
        return studentId;
    }

    @Nullable
    UUID caseId() {
        return caseId;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant readAt() {
        return readAt;
    }
}
