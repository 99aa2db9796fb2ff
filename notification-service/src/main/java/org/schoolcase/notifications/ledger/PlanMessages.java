package org.schoolcase.notifications.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.inbox.ReceivedEvent;
import org.schoolcase.notifications.ledger.Message.Receipt;
import org.schoolcase.notifications.profile.Profiles;
import org.schoolcase.notifications.rule.Rule;
import org.schoolcase.notifications.rule.Rules;

/** Applies the rules to an event: writes what is owed into the ledger, within the event's transaction. */
@ApplicationScoped
class PlanMessages {

    private static final String CASE_OPENED = "org.schoolcase.case.opened.v1";
    private static final String CASE_HANDED_OVER = "org.schoolcase.case.handed-over.v1";

    /** What is read of a case that went from one member of its team to another. */
    record HandedOver(UUID caseId, UUID studentId, UUID toStaffId, List<String> roles) {}

    private final Rules rules;
    private final Messages messages;
    private final Profiles profiles;
    private final RecipientsConfig config;
    private final Clock clock;

    PlanMessages(Rules rules, Messages messages, Profiles profiles, RecipientsConfig config, Clock clock) {
        this.rules = rules;
        this.messages = messages;
        this.profiles = profiles;
        this.config = config;
        this.clock = clock;
    }

    void on(ReceivedEvent event) {
        if (CASE_OPENED.equals(event.type())) {
            rememberCase(event.data(EventFacts.class), event.time());
        }
        if (CASE_HANDED_OVER.equals(event.type())) {
            rememberManager(event.data(HandedOver.class), event.time());
        }
        for (var rule : rules.of(event.type())) {
            var facts = event.data(EventFacts.class);
            if (rule.isOf(facts.state())) {
                plan(event, facts, rule);
            }
        }
    }

    private void plan(ReceivedEvent event, EventFacts facts, Rule rule) {
        var now = clock.instant();
        var cause = Cause.of(event, facts);
        var receipt = new Receipt(now, now.plus(config.lateLimit()));
        for (var channel : rule.channels()) {
            if (!messages.knows(event.id(), rule, channel)) {
                messages.queue(Message.owed(cause, rule, channel, receipt));
            }
        }
    }

    private void rememberManager(HandedOver facts, Instant at) {
        if (facts.roles().contains("CASE_MANAGER")) {
            profiles.caseHandedOver(facts.caseId(), facts.studentId(), facts.toStaffId(), at);
        }
    }

    private void rememberCase(EventFacts facts, Instant at) {
        if (facts.caseId() == null || facts.caseManagerId() == null) {
            throw new IllegalArgumentException("A case was opened without caseId or caseManagerId");
        }
        profiles.caseOpened(facts.caseId(), facts.studentId(), facts.caseManagerId(), at);
    }
}
