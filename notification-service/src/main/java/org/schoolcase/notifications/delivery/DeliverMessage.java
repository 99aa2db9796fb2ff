package org.schoolcase.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.notifications.delivery.Decision.Tell;
import org.schoolcase.notifications.delivery.DueMessages.Due;
import org.schoolcase.notifications.profile.Profiles;

/** Delivers one message: a transaction before, the mail server outside any transaction, a transaction after. */
@ApplicationScoped
class DeliverMessage {

    private final Tenants tenants;
    private final Profiles profiles;
    private final PrepareDelivery prepare;
    private final MailSender mails;
    private final FinishDelivery finish;

    DeliverMessage(
            Tenants tenants, Profiles profiles, PrepareDelivery prepare, MailSender mails, FinishDelivery finish) {
        this.tenants = tenants;
        this.profiles = profiles;
        this.prepare = prepare;
        this.mails = mails;
        this.finish = finish;
    }

    void deliver(Due due) {
        tenants.inDistrict(due.districtId(), () -> prepare(due)).ifPresent(tell -> send(due, tell));
    }

    private Optional<Tell> prepare(Due due) {
        profiles.takeTurns(due.studentId());
        return prepare.prepare(due.messageId());
    }

    private void send(Due due, Tell tell) {
        var to = Objects.requireNonNull(tell.addressee().email());
        var outcome = mails.send(due.messageId(), to, tell);
        tenants.runInDistrict(due.districtId(), () -> finish.finish(due.messageId(), outcome));
    }
}
