package org.schoolcase.cases.intake.suggestion;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;
import org.schoolcase.kit.outbox.Outbox;

/** Makes and updates suggestions as early-warning indicators change; never a case. */
@ApplicationScoped
public class IndicatorConsumer {

    static final String TYPE = "org.schoolcase.student.indicator-changed.v1";
    static final String MERGED = "org.schoolcase.student.merged.v1";

    /** What is read of the fact that two records of a student became one. */
    record Merged(UUID mergedId) {
        Merged {
            Objects.requireNonNull(mergedId, "mergedId");
        }
    }

    private final Inbox inbox;
    private final KnownIndicators indicators;
    private final Suggestions suggestions;
    private final Outbox outbox;

    IndicatorConsumer(Inbox inbox, KnownIndicators indicators, Suggestions suggestions, Outbox outbox) {
        this.inbox = inbox;
        this.indicators = indicators;
        this.suggestions = suggestions;
        this.outbox = outbox;
    }

    @Incoming("indicator-events")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> records) {
        inbox.handle("intake-indicators", records, this::apply);
    }

    private void apply(ReceivedEvent event) {
        switch (event.type()) {
            case TYPE -> suggest(event.data(IndicatorChanged.class), event.time());
            case MERGED -> indicators.forget(event.data(Merged.class).mergedId());
            default -> {
                // other facts of students suggest nothing
            }
        }
    }

    private void suggest(IndicatorChanged changed, Instant toldAt) {
        if (!indicators.store(changed, toldAt)) {
            return;
        }
        if (changed.isFlag()) {
            suggestions
                    .makeOrUpdate(changed.studentId())
                    .ifPresent(made -> outbox.append(new IntakeSuggested(
                            made.id(), made.studentId(), changed.indicator(), changed.level(), changed.changedOn())));
        } else {
            suggestions.updateOrLapse(changed.studentId());
        }
    }
}
