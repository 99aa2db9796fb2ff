package org.schoolcase.cases.staffprofile;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Keeps the copy of the staff up to date; a tombstone takes the person's data out of it. */
@ApplicationScoped
public class StaffStateConsumer {

    private static final String PROFILE = "org.schoolcase.staff.profile.v1";

    private final Inbox inbox;
    private final StaffProfiles profiles;

    StaffStateConsumer(Inbox inbox, StaffProfiles profiles) {
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
            profiles.remove(UUID.fromString(event.key()));
        } else if (PROFILE.equals(event.type())) {
            profiles.store(event.data(StaffState.class));
        }
    }
}
