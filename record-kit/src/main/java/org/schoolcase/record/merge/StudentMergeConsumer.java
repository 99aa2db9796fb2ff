package org.schoolcase.record.merge;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/**
 * Lets what is kept under the id of a merged student record follow the surviving one, and gives it back when that is undone.
 * Then hands the facts on within the service, see {@link StudentFacts}.
 */
@ApplicationScoped
public class StudentMergeConsumer {

    /** What is read of both facts. */
    record Fact(UUID mergedId, UUID survivingId, Instant at) {
        Fact {
            Objects.requireNonNull(mergedId, "mergedId");
            Objects.requireNonNull(survivingId, "survivingId");
            Objects.requireNonNull(at, "at");
        }
    }

    private static final String MERGE = "CALL merge_student(:merged, :surviving, :at)";
    private static final String UNMERGE = "CALL unmerge_student(:merged, :surviving, :at)";

    private final Inbox inbox;
    private final EntityManager database;
    private final Event<StudentFacts> followed;

    StudentMergeConsumer(Inbox inbox, EntityManager database, Event<StudentFacts> followed) {
        this.inbox = inbox;
        this.database = database;
        this.followed = followed;
    }

    @Incoming("student-events")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("student-merge", records, this::apply);
        followed.fire(new StudentFacts(records));
    }

    private void apply(ReceivedEvent event) {
        switch (event.type()) {
            case "org.schoolcase.student.merged.v1" -> call(MERGE, event.data(Fact.class));
            case "org.schoolcase.student.unmerged.v1" -> call(UNMERGE, event.data(Fact.class));
            default -> {
                // other facts of students move nothing
            }
        }
    }

    private void call(String procedure, Fact fact) {
        database.createNativeQuery(procedure)
                .setParameter("merged", fact.mergedId())
                .setParameter("surviving", fact.survivingId())
                .setParameter("at", fact.at())
                .executeUpdate();
        database.clear();
    }
}
