package org.schoolcase.referrals.casefile;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;

/** Keeps the cases of this service as case-service tells them. */
@ApplicationScoped
class CaseEventConsumer {

    record Opened(UUID caseId, UUID studentId, UUID caseManagerId, LocalDate openedOn) {
        Opened {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(studentId, "studentId");
            Objects.requireNonNull(caseManagerId, "caseManagerId");
        }
    }

    record HandedOver(UUID caseId, UUID studentId, UUID toStaffId, List<String> roles) {
        HandedOver {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(studentId, "studentId");
            Objects.requireNonNull(toStaffId, "toStaffId");
            Objects.requireNonNull(roles, "roles");
        }
    }

    record Closed(UUID caseId, UUID studentId, LocalDate closedOn) {
        Closed {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(studentId, "studentId");
            Objects.requireNonNull(closedOn, "closedOn");
        }
    }

    private final Inbox inbox;
    private final CaseFileRepository cases;

    CaseEventConsumer(Inbox inbox, CaseFileRepository cases) {
        this.inbox = inbox;
        this.cases = cases;
    }

    @Incoming("case-events")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("case-events", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        switch (event.type()) {
            case "org.schoolcase.case.opened.v1" -> opened(event.data(Opened.class));
            case "org.schoolcase.case.handed-over.v1" -> handedOver(event.data(HandedOver.class));
            case "org.schoolcase.case.closed.v1" -> closed(event.data(Closed.class));
            default -> {
                // other facts of a case do not concern referrals
            }
        }
    }

    private void opened(Opened fact) {
        cases.knownOrNew(fact.caseId(), fact.studentId()).opened(fact.caseManagerId(), fact.openedOn());
    }

    private void handedOver(HandedOver fact) {
        if (fact.roles().contains("CASE_MANAGER")) {
            cases.knownOrNew(fact.caseId(), fact.studentId()).handedOver(fact.toStaffId());
        }
    }

    private void closed(Closed fact) {
        cases.knownOrNew(fact.caseId(), fact.studentId()).closed(fact.closedOn());
    }
}
