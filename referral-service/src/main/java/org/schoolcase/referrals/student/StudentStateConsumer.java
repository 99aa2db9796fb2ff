package org.schoolcase.referrals.student;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Keeps the students of this service as student-service tells them. */
@ApplicationScoped
class StudentStateConsumer {

    private final Inbox inbox;
    private final StudentRepository students;

    StudentStateConsumer(Inbox inbox, StudentRepository students) {
        this.inbox = inbox;
        this.students = students;
    }

    @Incoming("student-state")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("student-state", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        if (event.isTombstone()) {
            students.forget(UUID.fromString(event.key()));
        } else if (event.type().equals(StudentProfile.TYPE)) {
            students.learn(event.data(StudentProfile.class));
        }
    }
}
