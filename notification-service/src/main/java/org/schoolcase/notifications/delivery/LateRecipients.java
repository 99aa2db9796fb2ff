package org.schoolcase.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.schoolcase.notifications.ledger.Message;
import org.schoolcase.notifications.ledger.Messages;
import org.schoolcase.notifications.profile.ProfileChanged;
import org.schoolcase.notifications.profile.ProfileChanged.Kind;
import org.schoolcase.notifications.profile.Profiles;
import org.schoolcase.notifications.rule.Rule;
import org.schoolcase.notifications.rule.Rules;

/**
 * Adds recipients who were so when something happened, but became known only after its messages had been addressed: topics
 * are not ordered among each other. Runs in the transaction that stores the profile, when its student's turn is taken.
 */
@ApplicationScoped
class LateRecipients {

    private final Messages messages;
    private final Rules rules;
    private final Profiles profiles;
    private final Recipients recipients;
    private final Clock clock;

    LateRecipients(Messages messages, Rules rules, Profiles profiles, Recipients recipients, Clock clock) {
        this.messages = messages;
        this.rules = rules;
        this.profiles = profiles;
        this.recipients = recipients;
        this.clock = clock;
    }

    void on(@Observes ProfileChanged change) {
        if (!change.erased() && change.kind() != Kind.STAFF) {
            messages.addressedAndOpenToLate(change, clock.instant()).forEach(this::add);
        }
    }

    private void add(Message addressed) {
        rules.find(addressed.rule()).ifPresent(rule -> add(addressed, rule));
    }

    private void add(Message addressed, Rule rule) {
        profiles.student(addressed.cause().studentId()).stream()
                .flatMap(student -> recipients.late(addressed, rule, student).stream())
                .filter(recipient -> !messages.isOwed(addressed, recipient))
                .forEach(recipient -> messages.queue(addressed.alsoTo(recipient, clock.instant())));
    }
}
