package org.schoolcase.cases.studentprofile;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Keeps the copy of the students up to date; a tombstone takes the person's data out of it. */
@ApplicationScoped
public class StudentStateConsumer {

    static final String TOPIC = "schoolcase.student.state";
    static final String PROFILE = "org.schoolcase.student.profile.v1";

    private final Inbox inbox;
    private final StudentProfiles profiles;

    StudentStateConsumer(Inbox inbox, StudentProfiles profiles) {
        this.inbox = inbox;
        this.profiles = profiles;
    }

    @Incoming("student-state")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("student-state", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (event.isTombstone()) {
            profiles.remove(UUID.fromString(event.key()));
        } else if (event.type().equals(PROFILE)) {
            profiles.store(event.data(StudentState.class));
        }
    }
}
