package org.schoolcase.notifications.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.schoolcase.notifications.testing.World.ACCEPTED;
import static org.schoolcase.notifications.testing.World.COMPLETED;
import static org.schoolcase.notifications.testing.World.CONSENT;
import static org.schoolcase.notifications.testing.World.DEADLINE;
import static org.schoolcase.notifications.testing.World.guardian;
import static org.schoolcase.notifications.testing.World.idOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.notifications.testing.Ledger;
import org.schoolcase.notifications.testing.SmtpServer;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;

@QuarkusTest
class FactConsumerTest {

    private static final Map<String, Object> DUE = Map.of("dueOn", "2026-12-04", "ruleId", "r");

    private static final String HANDED_OVER = "org.schoolcase.case.handed-over.v1";

    @Inject
    World world;

    @Test
    void tellsOnceHoweverOftenTheEventArrives() {
        var story = world.known();
        var accepted = World.fact(story, ACCEPTED, Map.of());

        world.fact(accepted);
        world.fact(accepted);
        world.fact(accepted);

        awaitStates(accepted, "EMAIL SENT", "IN_APP SENT", "EMAIL SENT");
        assertThat(SmtpServer.mailsTo(story.guardianMail())).hasSize(1);
        assertThat(OutboxProbe.of(story.district())).hasSize(3);
    }

    @Test
    void waitsForEachProfileThatIsStillToCome() {
        var story = Story.begin();
        var accepted = told(story, ACCEPTED, Map.of());
        awaitStates(accepted, waiting("EMAIL", "student"), waiting("IN_APP", "student"), waiting("EMAIL", "student"));

        world.student(story, 1, List.of());
        awaitStates(accepted, waiting("EMAIL", "case"), waiting("IN_APP", "case"), waiting("EMAIL", "guardian"));

        world.opened(story);
        awaitStates(accepted, waiting("EMAIL", "staff"), waiting("IN_APP", "staff"), waiting("EMAIL", "guardian"));

        world.manager(story, 1, "en", story.managerMail());
        awaitStates(accepted, waiting("EMAIL", "agency"), waiting("IN_APP", "agency"), waiting("EMAIL", "guardian"));

        world.agency(story, 1, "Harbor Family Counseling");
        world.student(story, 2, List.of(guardian(story.guardian(), "es", null, true, true)));
        awaitStates(accepted, "EMAIL SENT", "IN_APP SENT", waiting("EMAIL", "email"));

        world.student(story, 3, List.of(guardian(story.guardian(), "es", story.guardianMail(), true, true)));
        awaitStates(accepted, "EMAIL SENT", "IN_APP SENT", "EMAIL SENT");
        assertThat(SmtpServer.mailsTo(story.guardianMail())).hasSize(1);
        assertThat(SmtpServer.mailsTo(story.managerMail())).hasSize(1);
    }

    @Test
    void ignoresAProfileOlderThanTheOneItHas() {
        var story = Story.begin();
        world.student(story, 7, List.of(guardian(story.guardian(), "en", story.guardianMail(), true, true)));
        world.student(story, 6, List.of(guardian(story.guardian(), "en", "old@example.test", true, true)));

        awaitStates(told(story, CONSENT, Map.of()), "EMAIL SENT");

        assertThat(SmtpServer.mailsTo(story.guardianMail())).hasSize(1);
    }

    @Test
    void tellsWhoAskedForTheReferral() {
        var story = world.known();

        var completed = told(story, COMPLETED, Map.of());

        awaitStates(completed, "IN_APP SENT");
        assertThat(Ledger.of(idOf(completed)).getFirst().recipient()).isEqualTo(story.manager());
    }

    @Test
    void passesOverATypeItDoesNotKnow() {
        var story = world.known();

        var unknown = told(story, "org.schoolcase.case.something-new.v9", Map.of("colour", "blue"));

        assertThat(Ledger.of(idOf(unknown))).isEmpty();
    }

    @Test
    void acknowledgesNoUnreadableEventBeforeItIsADeadLetter() {
        var story = world.known();
        var eventId = UUID.randomUUID();
        var unreadable = Records.raw(
                "schoolcase.case.events",
                eventId.toString(),
                story.district().id().toString(),
                DEADLINE,
                story.caseId().toString(),
                "{\"studentId\": ".getBytes(StandardCharsets.UTF_8));

        // No broker runs here, so the dead letter cannot be stored, and the batch must not count as handled.
        assertThatThrownBy(() -> world.fact(unreadable)).isInstanceOf(KafkaException.class);
        assertThat(Ledger.of(eventId)).isEmpty();
    }

    @Test
    void sendsNothingMoreAboutAnErasedStudent() {
        var story = Story.begin();
        world.student(story, 1, List.of());
        world.opened(story);
        var deadline = told(story, DEADLINE, DUE);
        awaitStates(deadline, waiting("IN_APP", "staff"));

        world.studentErased(story);
        world.manager(story, 1, "en", story.managerMail());

        awaitStates(deadline, "IN_APP FAILED recipient.erased");
        assertThat(OutboxProbe.types(story.district())).containsExactly("org.schoolcase.notification.failed.v1");
    }

    @Test
    void tellsTheNewManagerOnceACaseIsHandedOver() {
        var story = world.known();
        var asMember = Map.<String, Object>of("toStaffId", UUID.randomUUID(), "roles", List.of("MEMBER"));
        told(story, HANDED_OVER, asMember);
        awaitStates(told(story, DEADLINE, DUE), "IN_APP SENT");

        var asManager = Map.<String, Object>of("toStaffId", UUID.randomUUID(), "roles", List.of("CASE_MANAGER"));
        told(story, HANDED_OVER, asManager);

        awaitStates(told(story, DEADLINE, DUE), waiting("IN_APP", "staff"));
    }

    @Test
    void sendsNothingToAnErasedStaffMember() {
        var story = Story.begin();
        world.opened(story);
        world.manager(story, 1, "en", story.managerMail());
        world.managerErased(story);
        world.student(story, 1, List.of());

        awaitStates(told(story, DEADLINE, DUE), waiting("IN_APP", "staff"));
    }

    private ConsumerRecord<String, byte[]> told(Story story, String type, Map<String, Object> more) {
        var fact = World.fact(story, type, more);
        world.fact(fact);
        return fact;
    }

    private static String waiting(String channel, String profile) {
        return channel + " WAITING_FOR_RECIPIENT missing." + profile;
    }

    private static void awaitStates(ConsumerRecord<String, byte[]> fact, String... states) {
        await().untilAsserted(() -> assertThat(Ledger.states(idOf(fact))).containsExactly(states));
    }
}
