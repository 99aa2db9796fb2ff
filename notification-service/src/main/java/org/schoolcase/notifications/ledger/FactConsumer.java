package org.schoolcase.notifications.ledger;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.record.merge.StudentFacts;

/** Receives what happened in the other services. Types without a rule are passed over. */
@ApplicationScoped
public class FactConsumer {

    private final Inbox inbox;
    private final PlanMessages plan;

    FactConsumer(Inbox inbox, PlanMessages plan) {
        this.inbox = inbox;
        this.plan = plan;
    }

    @Incoming("case-events")
    @Blocking
    public void onCase(ConsumerRecords<String, byte[]> records) {
        inbox.handle("case-events", records, plan::on);
    }

    @Incoming("referral-events")
    @Blocking
    public void onReferral(ConsumerRecords<String, byte[]> records) {
        inbox.handle("referral-events", records, plan::on);
    }

    /** Comes by the consumer of merges: one place in the topic for both, and no message about what was told long ago. */
    void onStudent(@Observes StudentFacts facts) {
        inbox.handle("student-events", facts.records(), plan::on);
    }
}
