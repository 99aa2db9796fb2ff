package org.schoolcase.students.privacy.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.inbox.ReceivedEvent;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.PrivacyEvents;

/** Collects what the other services destroyed; once all have answered, the proof is closed. */
@ApplicationScoped
class ProofConsumer implements PrivacyEvents {

    private static final Set<String> OTHERS = Set.of("case-service", "referral-service", "notification-service");

    /** What is read of a service that has destroyed its rows. */
    record Answer(UUID destructionId, List<Counted> counts, Instant at) {
        Answer {
            Objects.requireNonNull(destructionId, "destructionId");
            Objects.requireNonNull(at, "at");
            counts = List.copyOf(Objects.requireNonNull(counts, "counts"));
        }
    }

    /** Rows of a kind. */
    record Counted(String kind, long count) {}

    private final Destructions destructions;
    private final DistrictDates dates;
    private final Outbox outbox;
    private final Audit audit;

    ProofConsumer(Destructions destructions, DistrictDates dates, Outbox outbox, Audit audit) {
        this.destructions = destructions;
        this.dates = dates;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override
    public void on(ReceivedEvent event) {
        switch (event.type()) {
            case "org.schoolcase.case.record-destroyed.v1" -> take("case-service", event.data(Answer.class));
            case "org.schoolcase.referral.record-destroyed.v1" -> take("referral-service", event.data(Answer.class));
            case "org.schoolcase.notification.record-destroyed.v1" ->
                take("notification-service", event.data(Answer.class));
            default -> {
                // other facts are for others
            }
        }
    }

    private void take(String service, Answer answer) {
        var found = destructions.findForUpdate(answer.destructionId());
        if (found.isEmpty() || found.get().state() != DestructionState.ORDERED) {
            return;
        }
        if (answer.counts().isEmpty()) {
            destructions.count(answer.destructionId(), new DestructionView.Count(service, "-", 0, answer.at()));
        }
        answer.counts()
                .forEach(counted -> destructions.count(
                        answer.destructionId(),
                        new DestructionView.Count(service, counted.kind(), counted.count(), answer.at())));
        close(found.get());
    }

    private void close(Destruction destruction) {
        var view = destructions.view(destruction);
        var answered =
                view.counts().stream().map(DestructionView.Count::service).collect(Collectors.toSet());
        if (!answered.containsAll(OTHERS)) {
            return;
        }
        var hash = Proof.of(view);
        destruction.done(dates.instant(), hash);
        destructions.send();
        outbox.append(new RecordDestroyed(
                destruction.id(), destruction.studentId(), destruction.isWhole(), hash, dates.instant()));
        audit.wrote(AuditEntry.of("destruction.prove", "destruction", destruction.id())
                .student(destruction.studentId())
                .basis("34 CFR 300.624"));
    }
}
