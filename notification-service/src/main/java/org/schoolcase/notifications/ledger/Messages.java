package org.schoolcase.notifications.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.profile.ProfileChanged;
import org.schoolcase.notifications.rule.Channel;
import org.schoolcase.notifications.rule.Rule;

/** The ledger of the current district. */
@ApplicationScoped
public class Messages implements PanacheRepositoryBase<Message, UUID> {

    private final Event<MessagesQueued> queued;

    Messages(Event<MessagesQueued> queued) {
        this.queued = queued;
    }

    /** Writes a message into the ledger; it is delivered after the transaction. */
    public void queue(Message message) {
        persist(message);
        queued.fire(new MessagesQueued());
    }

    boolean knows(UUID eventId, Rule rule, Channel channel) {
        return count("cause.eventId = ?1 and rule = ?2 and channel = ?3", eventId, rule.id(), channel) > 0;
    }

    /** Newest first, below an id. */
    List<Message> before(@Nullable UUID below, @Nullable UUID eventId, @Nullable UUID studentId, int count) {
        var conditions = new StringBuilder("1 = 1");
        var values = new HashMap<String, Object>();
        restrict(conditions, values, "id < :below", "below", below);
        restrict(conditions, values, "cause.eventId = :event", "event", eventId);
        restrict(conditions, values, "cause.studentId = :student", "student", studentId);
        return find(conditions + " order by id desc", values).page(0, count).list();
    }

    private static void restrict(
            StringBuilder conditions, Map<String, Object> values, String condition, String name, @Nullable UUID value) {
        if (value != null) {
            conditions.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    /** Messages still owed that are about a student or case, or for a staff member. */
    List<Message> open(ProfileChanged profile) {
        return list(column(profile) + " = ?1 and nextAttemptAt is not null", profile.id());
    }

    /** Makes messages due that may have waited for this profile. */
    void lookAgain(ProfileChanged profile, Instant now) {
        var waiting = MessageState.WAITING_FOR_RECIPIENT;
        if (update("nextAttemptAt = ?1 where " + column(profile) + " = ?2 and state = ?3", now, profile.id(), waiting)
                > 0) {
            queued.fire(new MessagesQueued());
        }
    }

    /**
     * One message of each event about this student or case that was addressed by role, while recipients are still added. Who
     * is not addressed yet is found out when it is delivered.
     */
    public List<Message> addressedAndOpenToLate(ProfileChanged profile, Instant now) {
        return list(
                column(profile) + " = ?1 and lateUntil > ?2 and recipientId is not null order by id",
                profile.id(),
                now);
    }

    /** Whether this event was already told, or is to be told, to him by the same rule over the same channel. */
    public boolean isOwed(Message addressed, UUID recipient) {
        return count(
                        "cause.eventId = ?1 and rule = ?2 and channel = ?3 and recipientId = ?4",
                        addressed.cause().eventId(),
                        addressed.rule(),
                        addressed.channel(),
                        recipient)
                > 0;
    }

    private static String column(ProfileChanged profile) {
        return switch (profile.kind()) {
            case STUDENT -> "cause.studentId";
            case STAFF -> "recipientId";
            case CASE -> "cause.caseId";
        };
    }
}
