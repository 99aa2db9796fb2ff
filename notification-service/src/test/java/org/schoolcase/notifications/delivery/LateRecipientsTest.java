package org.schoolcase.notifications.delivery;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.schoolcase.notifications.testing.World.ACCEPTED;
import static org.schoolcase.notifications.testing.World.CONSENT;
import static org.schoolcase.notifications.testing.World.guardian;
import static org.schoolcase.notifications.testing.World.idOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.notifications.testing.Ledger;
import org.schoolcase.notifications.testing.Pause;
import org.schoolcase.notifications.testing.SmtpServer;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;

/** Who was a recipient when something happened, but became known later, is told once; who became one later is not. */
@QuarkusTest
class LateRecipientsTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-12T16:00:00Z");

    @Inject
    World world;

    @Inject
    Pause pause;

    private final UUID father = UUID.randomUUID();
    private Story story;

    @BeforeEach
    void aMotherIsKnown() {
        SmtpServer.up();
        story = Story.begin();
        world.student(story, 1, List.of(mother()));
    }

    @Test
    void tellsAGuardianWhoBecomesKnownAfterTheMessageWasAddressed() throws Exception {
        var consent = told(CONSENT);
        awaitStates(consent, "EMAIL SENT");

        world.student(story, 2, List.of(mother(), father(LONG_AGO)));
        awaitStates(consent, "EMAIL SENT", "EMAIL SENT");

        assertThat(SmtpServer.mailsTo(mailOf(father)).getFirst().getSubject())
                .isEqualTo("Your decision about M. Q. was recorded");
        assertThat(SmtpServer.mailsTo(story.guardianMail()).getFirst().getSubject())
                .isEqualTo("Registramos su decisión sobre M. Q.");
    }

    @Test
    void tellsHimOnceHoweverOftenHisStateComes() {
        var consent = told(CONSENT);
        awaitStates(consent, "EMAIL SENT");

        world.student(story, 2, List.of(mother(), father(LONG_AGO)));
        world.student(story, 3, List.of(mother(), father(LONG_AGO)));
        awaitStates(consent, "EMAIL SENT", "EMAIL SENT");
        world.student(story, 4, List.of(father(LONG_AGO)));
        world.student(story, 5, List.of(mother(), father(LONG_AGO)));

        awaitNothingMoreThan(consent, 2);
        assertThat(SmtpServer.mailsTo(mailOf(father))).hasSize(1);
        assertThat(SmtpServer.mailsTo(story.guardianMail())).hasSize(1);
    }

    @Test
    void tellsOnceThoughACrashLetsEverythingComeAgain() throws SQLException {
        var consent = told(CONSENT);
        awaitStates(consent, "EMAIL SENT");
        world.student(story, 2, List.of(mother(), father(LONG_AGO)));
        awaitStates(consent, "EMAIL SENT", "EMAIL SENT");

        forgetWhatWasHandled();
        world.fact(consent);
        world.student(story, 2, List.of(mother(), father(LONG_AGO)));

        awaitNothingMoreThan(consent, 2);
        assertThat(SmtpServer.mailsTo(mailOf(father))).hasSize(1);
    }

    @Test
    void doesNotTellAGuardianWhoBecameOneSince() {
        var consent = told(CONSENT);
        awaitStates(consent, "EMAIL SENT");

        world.student(story, 2, List.of(mother(), father(Instant.now().plus(Duration.ofSeconds(1)))));

        awaitNothingMoreThan(consent, 1);
        assertThat(SmtpServer.mailsTo(mailOf(father))).isEmpty();
    }

    @Test
    void doesNotTellAGuardianWhoBecameOneSinceThoughNobodyWasKnownAtFirst() {
        var early = Story.begin();
        var consent = World.fact(early, CONSENT, Map.of());
        world.fact(consent);

        world.student(early, 1, List.of(father(Instant.now().plus(Duration.ofSeconds(1)))));

        awaitStates(consent, "EMAIL WAITING_FOR_RECIPIENT missing.guardian");
        awaitNothingMoreThan(consent, 1);
        assertThat(SmtpServer.mailsTo(mailOf(father))).isEmpty();
    }

    @Test
    void doesNotTellAGuardianWhoseRightsBeganOnALaterDay() {
        var consent = told(CONSENT, Instant.now().minus(Duration.ofDays(4)));
        awaitStates(consent, "EMAIL SENT");

        held(LocalDate.now(UTC).minusDays(2));

        awaitNothingMoreThan(consent, 1);
    }

    @Test
    void tellsAGuardianWhoseRightsRanOnWithoutAGap() {
        var consent = told(CONSENT, Instant.now().minus(Duration.ofDays(4)));
        awaitStates(consent, "EMAIL SENT");

        held(LocalDate.parse("2026-02-01"));

        awaitStates(consent, "EMAIL SENT", "EMAIL SENT");
    }

    @Test
    void doesNotTellWhoIsBarredNorWhoMayBeContactedAgainOnlySince() {
        var consent = told(CONSENT);
        awaitStates(consent, "EMAIL SENT");

        world.student(story, 2, List.of(mother(), guardian(father, "en", mailOf(father), true, false)));
        world.student(story, 3, List.of(mother(), father(LONG_AGO)));

        awaitNothingMoreThan(consent, 1);
        assertThat(SmtpServer.mailsTo(mailOf(father))).isEmpty();
    }

    @Test
    void doesNotTellWhoWasGivenRightsWithoutADateSince() {
        var consent = told(CONSENT);
        awaitStates(consent, "EMAIL SENT");

        world.student(story, 2, List.of(mother(), guardian(father, "en", mailOf(father), false, true)));
        world.student(story, 3, List.of(mother(), father(LONG_AGO)));

        awaitNothingMoreThan(consent, 1);
    }

    @Test
    void tellsWhoAskedThoughHeBecomesKnownLater() {
        var asked = World.fact(
                story,
                "org.schoolcase.student.access-request-moved.v1",
                Map.of("requestId", UUID.randomUUID(), "requestedBy", father, "state", "READY", "dueOn", "2027-02-28"));
        world.fact(asked);
        awaitStates(asked, "EMAIL WAITING_FOR_RECIPIENT missing.guardian");

        world.student(story, 2, List.of(mother(), father(LONG_AGO)));

        awaitStates(asked, "EMAIL SENT");
        assertThat(SmtpServer.mailsTo(mailOf(father))).hasSize(1);
    }

    @Test
    void tellsTheCaseManagerToWhomTheCaseHadGoneBefore() {
        world.agency(story, 1, "Harbor Family Counseling");
        world.manager(story, 1, "en", story.managerMail());
        world.opened(story);
        var successor = Map.<String, Object>of("toStaffId", UUID.randomUUID(), "roles", List.of("CASE_MANAGER"));
        var handedOver = World.fact(story, "org.schoolcase.case.handed-over.v1", successor);
        var accepted = told(ACCEPTED);
        awaitStates(accepted, "EMAIL SENT", "IN_APP SENT", "EMAIL SENT");

        world.fact(handedOver);

        var staff = " WAITING_FOR_RECIPIENT missing.staff";
        awaitStates(accepted, "EMAIL SENT", "EMAIL" + staff, "IN_APP SENT", "IN_APP" + staff, "EMAIL SENT");
    }

    @Test
    void doesNotTellTheCaseManagerToWhomTheCaseWentSince() {
        world.agency(story, 1, "Harbor Family Counseling");
        world.manager(story, 1, "en", story.managerMail());
        world.opened(story);
        var accepted = told(ACCEPTED);
        awaitStates(accepted, "EMAIL SENT", "IN_APP SENT", "EMAIL SENT");

        world.fact(World.fact(
                story,
                "org.schoolcase.case.handed-over.v1",
                Map.of("toStaffId", UUID.randomUUID(), "roles", List.of("CASE_MANAGER"))));

        awaitNothingMoreThan(accepted, 3);
    }

    @Test
    void losesNobodyWhileHisStateIsBeingStored() throws Exception {
        try (var storing = pause.storing(story.student())) {
            var state = CompletableFuture.runAsync(() -> world.student(story, 2, List.of(mother(), father(LONG_AGO))));
            storing.awaitReached();
            var consent = told(CONSENT);
            await().pollDelay(Duration.ofMillis(700)).untilAsserted(() -> assertThat(Ledger.states(idOf(consent)))
                    .containsExactly("EMAIL QUEUED"));

            storing.release();

            state.get(20, TimeUnit.SECONDS);
            awaitStates(consent, "EMAIL SENT", "EMAIL SENT");
        }
    }

    @Test
    void losesNobodyWhileTheMessageIsBeingAddressed() throws Exception {
        var aunt = UUID.randomUUID();
        world.student(story, 2, List.of(mother(), father(LONG_AGO)));
        try (var addressing = pause.addressing()) {
            var consent = told(CONSENT);
            addressing.awaitReached();
            var state = CompletableFuture.runAsync(() -> world.student(
                    story, 3, List.of(mother(), father(LONG_AGO), guardian(aunt, "en", mailOf(aunt), true, true))));
            await().pollDelay(Duration.ofMillis(700)).until(() -> !state.isDone());

            addressing.release();

            state.get(20, TimeUnit.SECONDS);
            awaitStates(consent, "EMAIL SENT", "EMAIL SENT", "EMAIL SENT");
            assertThat(SmtpServer.mailsTo(mailOf(aunt))).hasSize(1);
        }
    }

    /** The father held the rights in January, and again from this day on. */
    private void held(LocalDate again) {
        var spans = List.of(
                Map.of("guardianId", father, "from", "2026-01-12", "to", "2026-01-31"),
                Map.of("guardianId", father, "from", again.toString()),
                Map.of("guardianId", story.guardian()));
        world.student(story, 2, Map.of("rightsHeld", spans), List.of(mother(), father(LONG_AGO)));
    }

    private Map<String, Object> mother() {
        return guardian(story.guardian(), "es", story.guardianMail(), true, true);
    }

    private Map<String, Object> father(Instant addedAt) {
        var known = new HashMap<>(guardian(father, "en-US", mailOf(father), true, true));
        known.put("addedAt", addedAt.toString());
        return known;
    }

    private static String mailOf(UUID guardian) {
        return "family-" + guardian + "@example.test";
    }

    private ConsumerRecord<String, byte[]> told(String type, Instant at) {
        var fact = World.at(at, World.fact(story, type, Map.of()));
        world.fact(fact);
        return fact;
    }

    private ConsumerRecord<String, byte[]> told(String type) {
        var fact = World.fact(story, type, Map.of());
        world.fact(fact);
        return fact;
    }

    private static void awaitStates(ConsumerRecord<String, byte[]> fact, String... states) {
        await().untilAsserted(() -> assertThat(Ledger.states(idOf(fact))).containsExactly(states));
    }

    /** Recipients are added in the transaction of the state, so what is not there when it was handled never comes. */
    private static void awaitNothingMoreThan(ConsumerRecord<String, byte[]> fact, int messages) {
        assertThat(Ledger.of(idOf(fact))).hasSize(messages);
    }

    private static void forgetWhatWasHandled() throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM inbox_event");
        }
    }
}
