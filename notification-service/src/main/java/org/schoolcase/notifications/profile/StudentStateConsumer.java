package org.schoolcase.notifications.profile;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Keeps as much of the students and their guardians as notifications need; a tombstone erases it. */
@ApplicationScoped
public class StudentStateConsumer {

    /** Type of the tombstone of a record that was merged into another: only its profile is gone. */
    private static final String MERGED = "org.schoolcase.student.merged.v1";

    private final Inbox inbox;
    private final Profiles profiles;

    StudentStateConsumer(Inbox inbox, Profiles profiles) {
        this.inbox = inbox;
        this.profiles = profiles;
    }

    @Incoming("student-state")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("student-state", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (event.isTombstone() && MERGED.equals(event.type())) {
            profiles.forgetMerged(UUID.fromString(event.key()));
        } else if (event.isTombstone()) {
            profiles.eraseStudent(UUID.fromString(event.key()));
        } else if (StudentState.TYPE.equals(event.type())) {
            profiles.take(event.data(StudentState.class), event.time());
        }
    }
}
