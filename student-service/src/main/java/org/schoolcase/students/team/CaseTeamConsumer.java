package org.schoolcase.students.team;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Learns from the case service who works on a student's case, from when to when. */
@ApplicationScoped
public class CaseTeamConsumer {

    /** What is read of a case that was opened. */
    record CaseOpened(UUID caseId, UUID studentId, UUID caseManagerId, LocalDate openedOn) {
        CaseOpened {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(studentId, "studentId");
            Objects.requireNonNull(caseManagerId, "caseManagerId");
            Objects.requireNonNull(openedOn, "openedOn");
        }
    }

    /** What is read of somebody who came on a team, or whose last day on it was set. */
    record TeamChanged(
            UUID caseId,
            UUID studentId,
            UUID staffId,
            String role,
            LocalDate fromOn,
            @Nullable LocalDate toOn) {
        TeamChanged {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(studentId, "studentId");
            Objects.requireNonNull(staffId, "staffId");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(fromOn, "fromOn");
        }
    }

    /** What is read of a case that went from one member of its team to another, in all his roles. */
    record HandedOver(
            UUID caseId, UUID studentId, UUID fromStaffId, UUID toStaffId, List<String> roles, LocalDate handedOn) {
        HandedOver {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(studentId, "studentId");
            Objects.requireNonNull(fromStaffId, "fromStaffId");
            Objects.requireNonNull(toStaffId, "toStaffId");
            Objects.requireNonNull(roles, "roles");
            Objects.requireNonNull(handedOn, "handedOn");
        }
    }

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
            case "org.schoolcase.case.team-changed.v1" -> teams.change(event.data(TeamChanged.class));
            case "org.schoolcase.case.handed-over.v1" -> teams.handOver(event.data(HandedOver.class));
            case "org.schoolcase.case.closed.v1" ->
                teams.close(event.data(CaseClosed.class).caseId());
            default -> {
                // other facts of cases say nothing about the team
            }
        }
    }
}
