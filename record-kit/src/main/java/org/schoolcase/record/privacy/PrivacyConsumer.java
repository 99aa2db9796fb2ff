package org.schoolcase.record.privacy;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Answers what the student service asks of all services: a part of an export, and destruction. */
@ApplicationScoped
public class PrivacyConsumer {

    /** An export that needs this service's part; formerly without the ids of merged records and the number of the asking. */
    record ExportRequested(
            UUID exportId,
            UUID studentId,
            @Nullable List<UUID> mergedIds,
            @Nullable Integer asking,
            Instant requestedAt,
            Instant expiresAt) {
        ExportRequested {
            Objects.requireNonNull(exportId, "exportId");
            Objects.requireNonNull(studentId, "studentId");
            Objects.requireNonNull(requestedAt, "requestedAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        Whose whose() {
            return new Whose(studentId, mergedIds, requestedAt);
        }
    }

    /** An export that needs no parts any more. */
    record ExportClosed(UUID exportId) {
        ExportClosed {
            Objects.requireNonNull(exportId, "exportId");
        }
    }

    /** A record that is to be destroyed; formerly without the ids of merged records. */
    record DestructionOrdered(
            UUID destructionId,
            UUID studentId,
            @Nullable List<UUID> mergedIds,
            boolean wholeRecord,
            Instant orderedAt) {
        DestructionOrdered {
            Objects.requireNonNull(destructionId, "destructionId");
            Objects.requireNonNull(studentId, "studentId");
            Objects.requireNonNull(orderedAt, "orderedAt");
        }

        Whose whose() {
            return new Whose(studentId, mergedIds, orderedAt);
        }
    }

    private final Inbox inbox;
    private final AnswerPrivacy answer;

    PrivacyConsumer(Inbox inbox, AnswerPrivacy answer) {
        this.inbox = inbox;
        this.answer = answer;
    }

    @Incoming("privacy-student-events")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("privacy-student-events", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        switch (event.type()) {
            case "org.schoolcase.student.export-requested.v1" -> answer.export(event.data(ExportRequested.class));
            case "org.schoolcase.student.export-closed.v1" ->
                answer.close(event.data(ExportClosed.class).exportId());
            case "org.schoolcase.student.destruction-ordered.v1" ->
                answer.destroy(event.data(DestructionOrdered.class));
            default -> {
                // other facts of students are for others
            }
        }
    }
}
