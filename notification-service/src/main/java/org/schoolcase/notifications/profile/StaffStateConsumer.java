package org.schoolcase.notifications.profile;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Keeps how staff members can be told something; a tombstone erases it. */
@ApplicationScoped
public class StaffStateConsumer {

    private final Inbox inbox;
    private final Profiles profiles;

    StaffStateConsumer(Inbox inbox, Profiles profiles) {
        this.inbox = inbox;
        this.profiles = profiles;
    }

    @Incoming("staff-state")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("staff-state", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (event.isTombstone()) {
            profiles.eraseStaff(UUID.fromString(event.key()));
        } else if (StaffState.TYPE.equals(event.type())) {
            profiles.take(event.data(StaffState.class));
        }
    }
}
