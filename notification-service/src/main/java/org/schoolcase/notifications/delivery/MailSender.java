package org.schoolcase.notifications.delivery;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.schoolcase.notifications.delivery.SendOutcome.Accepted;
import org.schoolcase.notifications.delivery.SendOutcome.Rejected;
import org.schoolcase.notifications.delivery.SendOutcome.TryLater;
import org.schoolcase.notifications.template.Templates;

/** Hands mails to the mail server (RFC 5321), and tells a refusal for now from one for good. */
@ApplicationScoped
class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final int PERMANENT = 500;

    /** Replies that speak of our login or the connection, not of this mail: somebody will mend that. */
    private static final Set<Integer> OUR_FAULT = Set.of(502, 503, 504, 530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final Templates templates;
    private final DeliveryConfig config;
    private final String sender;

    /**
     * Where every conversation is begun. Begun on another thread, the server's greeting may come before the client listens, and both
     * wait until the server gives up.
     */
    private final Context eventLoop;

    MailSender(
            Vertx vertx,
            ReactiveMailer mailer,
            Templates templates,
            DeliveryConfig config,
            @ConfigProperty(name = "quarkus.mailer.from") String sender) {
        this.mailer = mailer;
        this.templates = templates;
        this.config = config;
        this.sender = sender;
        this.eventLoop = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** Sends one mail. The Message-ID is made of the message's id, so a mail sent twice is recognised as one. */
    SendOutcome send(UUID messageId, String to, Decision.Tell tell) {
        var text = tell.text();
        var mail = Mail.withText(to, text.subject(), text.body())
                .setHtml(templates.html(text))
                .setFrom(sender)
                .addHeader("Message-ID", "<" + messageId + "@schoolcase>")
                .addHeader("Content-Language", text.language())
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail)
                    .runSubscriptionOn(begin -> eventLoop.runOnContext(_ -> begin.run()))
                    .await()
                    .atMost(config.sendTimeout());
            return new Accepted();
        } catch (TimeoutException e) {
            return new TryLater("smtp.timeout");
        } catch (RuntimeException e) {
            return outcome(e);
        }
    }

    private static SendOutcome outcome(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                return outcome(smtp.getReplyCode());
            }
        }
        LOG.debugf(failure, "The mail server was not reached");
        return new TryLater("smtp.unreachable");
    }

    private static SendOutcome outcome(int reply) {
        var code = "smtp." + reply;
        return reply >= PERMANENT && !OUR_FAULT.contains(reply) ? new Rejected(code) : new TryLater(code);
    }
}
