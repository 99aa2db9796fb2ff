package org.schoolcase.students.privacy;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Receives from the other services what concerns the log of disclosures, exports and destruction. */
@ApplicationScoped
public class PrivacyConsumer {

    private final Inbox inbox;
    private final Instance<PrivacyEvents> listeners;

    PrivacyConsumer(Inbox inbox, @Any Instance<PrivacyEvents> listeners) {
        this.inbox = inbox;
        this.listeners = listeners;
    }

    @Incoming("privacy-case-events")
    @Blocking
    public void onCase(ConsumerRecords<String, byte[]> records) {
        inbox.handle("privacy-case-events", records, this::apply);
    }

    @Incoming("privacy-referral-events")
    @Blocking
    public void onReferral(ConsumerRecords<String, byte[]> records) {
        inbox.handle("privacy-referral-events", records, this::apply);
    }

    @Incoming("privacy-notification-events")
    @Blocking
    public void onNotification(ConsumerRecords<String, byte[]> records) {
        inbox.handle("privacy-notification-events", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        listeners.forEach(listener -> listener.on(event));
    }
}
