package org.schoolcase.notifications.ledger;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.notifications.rule.Channel;
import org.schoolcase.notifications.rule.Rule;
import org.schoolcase.notifications.template.Text;

/** One message that one event owes to one recipient over one channel. It holds ids, never names or addresses. */
@Entity
public class Message {

    @Id
    private UUID id;

    @Embedded
    private Cause cause;

    private String rule;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private @Nullable UUID recipientId;

    @Enumerated(EnumType.STRING)
    private MessageState state;

    private int attempts;
    private @Nullable Instant nextAttemptAt;
    private @Nullable String lastError;
    private @Nullable String language;
    private @Nullable String template;
    private Instant createdAt;
    private @Nullable Instant lateUntil;
    private @Nullable Instant sentAt;

    protected Message() {}

    /** Owed because of an event; to whom is found out when it is delivered. */
    static Message owed(Cause cause, Rule rule, Channel channel, Receipt receipt) {
        var message = new Message();
        message.id = Ids.next();
        message.cause = cause;
        message.rule = rule.id();
        message.channel = channel;
        message.lateUntil = receipt.lateUntil();
        message.queue(receipt.at());
        return message;
    }

    /** When the event came, and until when recipients are added who become known later. */
    record Receipt(Instant at, Instant lateUntil) {}

    /** The same message for one more recipient. */
    public Message alsoTo(UUID recipient, Instant now) {
        var copy = new Message();
        copy.id = Ids.next();
        copy.cause = cause;
        copy.rule = rule;
        copy.channel = channel;
        copy.recipientId = recipient;
        copy.queue(now);
        return copy;
    }

    private void queue(Instant now) {
        createdAt = now;
        nextAttemptAt = now;
        state = MessageState.QUEUED;
    }

    /** Fixes the recipient, once and for all. */
    public void addressTo(UUID recipient) {
        if (recipientId != null) {
            throw new IllegalStateException("Message " + id + " has its recipient");
        }
        recipientId = recipient;
    }

    /** Puts it aside until what is missing is known. */
    public void waitFor(String missing, Instant next) {
        mustBeOpen();
        state = MessageState.WAITING_FOR_RECIPIENT;
        lastError = missing;
        nextAttemptAt = next;
    }

    /** Counts an attempt before it is made. Should we die in it, it is made again at {@code next}. */
    public void attempt(Text text, Instant next) {
        mustBeOpen();
        attempts++;
        language = text.language();
        template = text.template();
        nextAttemptAt = next;
    }

    /** The channel failed for now. */
    public void retry(String error, Instant next) {
        mustBeOpen();
        state = MessageState.RETRY;
        lastError = error;
        nextAttemptAt = next;
    }

    /** The channel has accepted it. */
    public void sent(Instant now) {
        mustBeOpen();
        state = MessageState.SENT;
        lastError = null;
        nextAttemptAt = null;
        sentAt = now;
    }

    /** It will not be sent, for this reason. */
    public void fail(String error) {
        mustBeOpen();
        state = MessageState.FAILED;
        lastError = error;
        nextAttemptAt = null;
    }

    /** Whether it is still owed. */
    public boolean isOpen() {
        return nextAttemptAt != null;
    }

    private void mustBeOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("Message " + id + " is " + state);
        }
    }

    public UUID id() {
        return id;
    }

    public Cause cause() {
        return cause;
    }

    public String rule() {
        return rule;
    }

    public Channel channel() {
        return channel;
    }

    public @Nullable UUID recipientId() {
        return recipientId;
    }

    MessageState state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    @Nullable
    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    @Nullable
    String lastError() {
        return lastError;
    }

    @Nullable
    String language() {
        return language;
    }

    @Nullable
    String template() {
        return template;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant lateUntil() {
        return lateUntil;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }
}
