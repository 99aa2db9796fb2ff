package org.schoolcase.cases.intake.suggestion;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.inbox.ReceivedEvent;
import org.schoolcase.kit.outbox.Outbox;

/** Makes and updates suggestions as early-warning indicators change; never a case. */
@ApplicationScoped
public class IndicatorConsumer {

    static final String TYPE = "org.schoolcase.student.indicator-changed.v1";

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
        if (event.type().equals(TYPE) && !event.isTombstone()) {
            var changed = event.data(IndicatorChanged.class);
            if (indicators.store(changed, event.time())) {
                suggest(changed);
            }
        }
    }

    private void suggest(IndicatorChanged changed) {
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
