package org.schoolcase.students.team;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Learns from the case service who works on a student's case. */
@ApplicationScoped
public class CaseTeamConsumer {

    /** What is read of a case that was opened. */
    record CaseOpened(UUID caseId, UUID studentId, UUID caseManagerId) {}

    /** What is read of a case that went from one member of its team to another, in all his roles. */
    record HandedOver(UUID caseId, UUID studentId, UUID fromStaffId, UUID toStaffId) {}

    /** What is read of a case that was closed. */
    record CaseClosed(UUID caseId) {}

    private final Inbox inbox;
    private final CaseTeamRepository teams;

    CaseTeamConsumer(Inbox inbox, CaseTeamRepository teams) {
        this.inbox = inbox;
        this.teams = teams;
    }

    @Incoming("case-events")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("case-team", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        switch (event.type()) {
            case "org.schoolcase.case.opened.v1" -> teams.open(event.data(CaseOpened.class));
            case "org.schoolcase.case.handed-over.v1" -> teams.handOver(event.data(HandedOver.class));
            case "org.schoolcase.case.closed.v1" ->
                teams.close(event.data(CaseClosed.class).caseId());
            default -> {
                // other facts of cases say nothing about the team
            }
        }
    }
}
