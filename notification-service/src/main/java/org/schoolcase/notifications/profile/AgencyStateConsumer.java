package org.schoolcase.notifications.profile;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Keeps the names of agencies. */
@ApplicationScoped
public class AgencyStateConsumer {

    private final Inbox inbox;
    private final Profiles profiles;

    AgencyStateConsumer(Inbox inbox, Profiles profiles) {
        this.inbox = inbox;
        this.profiles = profiles;
    }

    @Incoming("agency-state")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("agency-state", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (event.isTombstone()) {
            profiles.eraseAgency(UUID.fromString(event.key()));
        } else if (AgencyState.TYPE.equals(event.type())) {
            profiles.take(event.data(AgencyState.class));
        }
    }
}
