package org.schoolcase.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.schoolcase.notifications.testing.World.ACCEPTED;
import static org.schoolcase.notifications.testing.World.CONSENT;
import static org.schoolcase.notifications.testing.World.DECLINED;
import static org.schoolcase.notifications.testing.World.guardian;
import static org.schoolcase.notifications.testing.World.idOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.notifications.testing.Ledger;
import org.schoolcase.notifications.testing.ScriptedSmtp;
import org.schoolcase.notifications.testing.SmtpServer;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;

@QuarkusTest
class DeliveryTest {

    @Inject
    World world;

    @AfterEach
    void serverIsUp() {
        SmtpServer.up();
    }

    @Test
    void tellsTheCaseManagerAndTheFamilyOfAnAcceptedReferral() throws Exception {
        var story = world.known();
        var accepted = told(story, ACCEPTED);

        awaitStates(accepted, "EMAIL SENT", "IN_APP SENT", "EMAIL SENT");

        var toManager = onlyMailTo(story.managerMail());
        assertThat(toManager.getSubject()).isEqualTo("Referral for M. Q. was accepted");
        var toFamily = onlyMailTo(story.guardianMail());
        assertThat(toFamily.getSubject()).isEqualTo("Noticias sobre los servicios para M. Q.");
        var parts = (MimeMultipart) toFamily.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("Estimada familia:", "Harbor Family Counseling ha aceptado trabajar con Mateo");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(OutboxProbe.types(story.district()))
                .containsOnly("org.schoolcase.notification.delivered.v1")
                .hasSize(3);
    }

    @Test
    void givesEachMailTheIdOfItsMessage() throws Exception {
        var story = world.known();
        var declined = told(story, DECLINED);
        awaitStates(declined, "EMAIL SENT", "IN_APP SENT");

        assertThat(onlyMailTo(story.managerMail()).getMessageID())
                .isEqualTo("<" + Ledger.of(idOf(declined)).getFirst().id() + "@schoolcase>");
    }

    @Test
    void triesAgainUntilTheServerIsBack() {
        SmtpServer.down();
        var story = world.known();
        var consent = told(story, CONSENT);
        await().until(() -> Ledger.of(idOf(consent)).getFirst().attempts() >= 2);
        assertThat(Ledger.states(idOf(consent))).containsExactly("EMAIL RETRY smtp.unreachable");

        SmtpServer.up();

        awaitStates(consent, "EMAIL SENT");
        onlyMailTo(story.guardianMail());
    }

    @Test
    void triesAgainAfterARefusalForNowAndNeverAfterOneForGood() {
        var later = world.known();
        var never = world.known();
        SmtpServer.down();
        try (var server = ScriptedSmtp.start()) {
            server.answer(later.guardianMail(), "451 try later").answer(never.guardianMail(), "550 no such user");
            var laterConsent = told(later, CONSENT);
            var neverConsent = told(never, CONSENT);

            awaitStates(neverConsent, "EMAIL FAILED smtp.550");
            // More than one where the pool still had a connection to the server that went down.
            var attempts = Ledger.of(idOf(neverConsent)).getFirst().attempts();
            await().until(() -> Ledger.of(idOf(laterConsent)).getFirst().attempts() >= 2);
            server.answer(later.guardianMail(), "250 ok");
            awaitStates(laterConsent, "EMAIL SENT");

            assertThat(Ledger.of(idOf(neverConsent)).getFirst().attempts()).isEqualTo(attempts);
            var failed = OutboxProbe.of(never.district()).getLast();
            assertThat(failed.type()).isEqualTo("org.schoolcase.notification.failed.v1");
            assertThat(Objects.requireNonNull(failed.data()).get("reason").asText())
                    .isEqualTo("smtp.550");
        }
    }

    @Test
    void sendsTheSameMessageIdAgainWhenTheServerHangsUpAfterTheMail() {
        var story = world.known();
        SmtpServer.down();
        try (var server = ScriptedSmtp.start()) {
            server.answer(story.guardianMail(), ScriptedSmtp.HANG_UP);
            var consent = told(story, CONSENT);
            await().until(() -> !server.mailsTo(story.guardianMail()).isEmpty());
            server.answer(story.guardianMail(), "250 ok");
            awaitStates(consent, "EMAIL SENT");

            var id = "<" + Ledger.of(idOf(consent)).getFirst().id() + "@schoolcase>";
            assertThat(server.mailsTo(story.guardianMail()))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(mail -> mail.contains(id));
        }
    }

    @Test
    void writesToEachEntitledGuardianInHisLanguageAndToNobodyElse() throws Exception {
        var story = Story.begin();
        var english = UUID.randomUUID();
        world.student(
                story,
                1,
                List.of(
                        guardian(story.guardian(), "es", story.guardianMail(), true, true),
                        guardian(english, "en-US", "en-" + english + "@example.test", true, true),
                        guardian(UUID.randomUUID(), "en", "no-rights-" + english + "@example.test", false, true),
                        guardian(UUID.randomUUID(), "en", "no-contact-" + english + "@example.test", true, false)));
        var consent = told(story, CONSENT);

        awaitStates(consent, "EMAIL SENT", "EMAIL SENT");

        assertThat(onlyMailTo(story.guardianMail()).getSubject()).isEqualTo("Registramos su decisión sobre M. Q.");
        assertThat(onlyMailTo("en-" + english + "@example.test").getSubject())
                .isEqualTo("Your decision about M. Q. was recorded");
        assertThat(SmtpServer.mailsTo("no-rights-" + english + "@example.test")).isEmpty();
        assertThat(SmtpServer.mailsTo("no-contact-" + english + "@example.test"))
                .isEmpty();
    }

    @Test
    void letsNoValueStartAHeaderOrATag() throws Exception {
        var story = Story.begin();
        world.student(
                story,
                1,
                "<b>{district}</b>\r\nBcc: thief@evil.test\r\n",
                List.of(guardian(story.guardian(), "en", story.guardianMail(), true, true)));
        awaitStates(told(story, CONSENT), "EMAIL SENT");

        var mail = onlyMailTo(story.guardianMail());
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        var html =
                ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent().toString();
        assertThat(html).contains("&lt;b&gt;{district}&lt;/b&gt; Bcc: thief@evil.test");
    }

    @Test
    void refusesAnAddressThatIsMoreThanOne() {
        var story = Story.begin();
        var two = "a@example.test\r\nBcc: thief@evil.test";
        world.student(story, 1, List.of(guardian(story.guardian(), "en", two, true, true)));

        awaitStates(told(story, CONSENT), "EMAIL FAILED address.invalid");
    }

    private ConsumerRecord<String, byte[]> told(Story story, String type) {
        var fact = World.fact(story, type, Map.of());
        world.fact(fact);
        return fact;
    }

    private static void awaitStates(ConsumerRecord<String, byte[]> fact, String... states) {
        await().untilAsserted(() -> assertThat(Ledger.states(idOf(fact))).containsExactly(states));
    }

    private static MimeMessage onlyMailTo(String address) {
        var mails = SmtpServer.mailsTo(address);
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }
}
