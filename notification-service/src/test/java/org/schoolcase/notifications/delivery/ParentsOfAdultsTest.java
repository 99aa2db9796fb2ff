package org.schoolcase.notifications.delivery;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.schoolcase.notifications.testing.World.CONSENT;
import static org.schoolcase.notifications.testing.World.guardian;
import static org.schoolcase.notifications.testing.World.idOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMultipart;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.notifications.testing.Ledger;
import org.schoolcase.notifications.testing.SmtpServer;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;
import org.schoolcase.record.merge.StudentMergeConsumer;

/** Once the rights passed, required notices go to the student and to the parents, all else to him alone (34 CFR 300.520). */
@QuarkusTest
class ParentsOfAdultsTest {

    private static final String DESTRUCTION = "org.schoolcase.student.destruction-announced.v1";
    private static final String ACCESS = "org.schoolcase.student.access-request-moved.v1";
    private static final String AMENDMENT = "org.schoolcase.student.amendment-moved.v1";

    @Inject
    World world;

    @Inject
    StudentMergeConsumer topic;

    private final UUID father = UUID.randomUUID();
    private final LocalDate majority = LocalDate.now(UTC).minusDays(30);
    private Story story;

    @BeforeEach
    void aStory() {
        SmtpServer.up();
        story = Story.begin();
    }

    @AfterEach
    void serverIsUp() {
        SmtpServer.up();
    }

    @Test
    void tellsTheStudentAndBothParentsOfADestructionEachInHisWords() throws Exception {
        adult(1, passedFrom(story.guardian(), father), List.of(mother(), father()));

        awaitStates(announced(), "EMAIL SENT", "EMAIL SENT", "EMAIL SENT");

        assertThat(text(ownMail())).contains("Hola, Mateo:", "sobre usted");
        assertThat(text(story.guardianMail()))
                .contains("Mateo es mayor de edad", "no antes del 15 de marzo de 2027", "Mateo puede pedir una copia");
        assertThat(text(mailOf(father))).contains("Mateo is of age", "not before March 15, 2027");
    }

    @Test
    void tellsTheStudentAloneOfWhatTheActDoesNotRequire() {
        adult(1, passedFrom(story.guardian()), List.of(mother()));

        awaitStates(told(ACCESS, Map.of("requestId", UUID.randomUUID(), "state", "READY")), "EMAIL SENT");
        awaitStates(told(AMENDMENT, Map.of("amendmentId", UUID.randomUUID(), "state", "REFUSED")), "EMAIL SENT");
        var consent = World.fact(story, CONSENT, Map.of());
        world.fact(consent);
        awaitStates(consent, "EMAIL SENT");

        assertThat(SmtpServer.mailsTo(ownMail())).hasSize(3);
        assertThat(SmtpServer.mailsTo(story.guardianMail())).isEmpty();
    }

    @Test
    void doesNotAnswerAParentWhoseRightPassed() {
        adult(1, passedFrom(story.guardian()), List.of(mother()));
        var byMother = Map.<String, Object>of(
                "amendmentId", UUID.randomUUID(), "requestedBy", story.guardian(), "state", "REFUSED");

        awaitStates(told(AMENDMENT, byMother), "EMAIL FAILED recipient.not-entitled");
    }

    @Test
    void doesNotTellAParentWhoseRightsACourtEndedBefore() {
        var held = new ArrayList<>(passedFrom(story.guardian()));
        held.add(Map.of("guardianId", father, "to", majority.minusDays(2).toString()));
        adult(1, held, List.of(mother(), father()));

        awaitStates(announced(), "EMAIL SENT", "EMAIL SENT");
        assertThat(SmtpServer.mailsTo(mailOf(father))).isEmpty();
    }

    @Test
    void tellsNeitherABarredParentNorOneWhoIsNoLongerListed() {
        adult(1, passedFrom(story.guardian(), father), List.of(guardian(father, "en", mailOf(father), false, false)));

        awaitStates(announced(), "EMAIL SENT");
        assertThat(SmtpServer.mailsTo(mailOf(father))).isEmpty();
        assertThat(SmtpServer.mailsTo(story.guardianMail())).isEmpty();
    }

    @Test
    void tellsNoParentWhereNobodyKnowsFromWhomTheRightsPassed() {
        adult(1, List.of(), List.of(mother()));

        awaitStates(announced(), "EMAIL SENT");
        assertThat(SmtpServer.mailsTo(story.guardianMail())).isEmpty();
    }

    @Test
    void tellsAParentWhoBecomesKnownLaterOnce() {
        adult(1, passedFrom(story.guardian(), father), List.of(mother()));
        var announced = announced();
        awaitStates(announced, "EMAIL SENT", "EMAIL SENT");

        adult(2, passedFrom(story.guardian(), father), List.of(mother(), father()));
        awaitStates(announced, "EMAIL SENT", "EMAIL SENT", "EMAIL SENT");
        adult(3, passedFrom(story.guardian(), father), List.of(mother(), father()));

        assertThat(Ledger.of(idOf(announced))).hasSize(3);
        assertThat(SmtpServer.mailsTo(mailOf(father))).hasSize(1);
    }

    /** As a former release left it, which did not keep from whom the rights passed. */
    @Test
    void learnsFromTheSameVersionToldAgainFromWhomTheRightsPassed() throws SQLException {
        adult(1, passedFrom(story.guardian()), List.of(mother()));
        forgetFromWhomTheyPassed();
        var announced = announced();
        awaitStates(announced, "EMAIL SENT");

        world.student(story, 1, List.of());
        adult(1, passedFrom(story.guardian()), List.of(mother()));

        awaitStates(announced, "EMAIL SENT", "EMAIL SENT");
        assertThat(SmtpServer.mailsTo(ownMail())).hasSize(1);
        assertThat(SmtpServer.mailsTo(story.guardianMail())).hasSize(1);
    }

    @Test
    void takesNothingFromTheSameVersionThatDatesNoRights() {
        adult(1, passedFrom(story.guardian()), List.of(mother()));
        world.student(story, 1, List.of());

        awaitStates(announced(), "EMAIL SENT", "EMAIL SENT");
    }

    @Test
    void tellsNobodyTwiceWhenItBecomesKnownLaterThatTheRightsHadPassed() {
        world.student(story, 1, List.of(guardian(story.guardian(), "es", story.guardianMail(), true, true)));
        var announced = announced();
        awaitStates(announced, "EMAIL SENT");

        adult(2, passedFrom(story.guardian()), List.of(mother()));

        awaitStates(announced, "EMAIL SENT", "EMAIL SENT");
        assertThat(SmtpServer.mailsTo(ownMail())).hasSize(1);
        assertThat(SmtpServer.mailsTo(story.guardianMail())).hasSize(1);
    }

    @Test
    void stillTellsAParentWhenTheRightsPassBeforeTheMailIsSent() throws Exception {
        world.student(
                story,
                1,
                Map.of("rightsHeld", List.of(Map.of("guardianId", story.guardian()))),
                List.of(guardian(story.guardian(), "en", story.guardianMail(), true, true)));
        SmtpServer.down();
        var announced = World.at(majority.minusDays(3).atStartOfDay(UTC).toInstant(), destruction());
        topic.on(Records.of(announced));
        awaitStates(announced, "EMAIL RETRY smtp.unreachable");

        adult(
                2,
                passedFrom(story.guardian()),
                List.of(guardian(story.guardian(), "en", story.guardianMail(), false, true)));
        SmtpServer.up();

        awaitStates(announced, "EMAIL SENT");
        assertThat(text(story.guardianMail())).contains("Mateo is of age");
    }

    @Test
    void tellsNoParentWhoMayBeContactedAgainOnlySince() {
        adult(
                1,
                passedFrom(story.guardian()),
                List.of(guardian(story.guardian(), "es", story.guardianMail(), false, false)));
        var announced = announced();
        awaitStates(announced, "EMAIL SENT");

        adult(2, passedFrom(story.guardian()), List.of(mother()));

        assertThat(Ledger.of(idOf(announced))).hasSize(1);
    }

    /** Each held the rights up to the day before they passed; the student's days are in two pieces. */
    private List<Map<String, Object>> passedFrom(UUID... parents) {
        var held = new ArrayList<Map<String, Object>>();
        for (var parent : parents) {
            held.add(Map.of("guardianId", parent, "to", majority.minusDays(1).toString()));
        }
        held.add(Map.of("from", majority.toString(), "to", majority.plusDays(9).toString()));
        held.add(Map.of("from", majority.plusDays(10).toString()));
        return held;
    }

    private void adult(long version, List<Map<String, Object>> held, List<Map<String, Object>> guardians) {
        var profile =
                new HashMap<String, Object>(Map.of("studentHoldsRights", true, "email", ownMail(), "rightsHeld", held));
        world.student(story, version, profile, guardians);
    }

    private Map<String, Object> mother() {
        return guardian(story.guardian(), "es", story.guardianMail(), false, true);
    }

    private Map<String, Object> father() {
        var known = new HashMap<>(guardian(father, "en-US", mailOf(father), false, true));
        known.put("addedAt", Instant.now().minus(Duration.ofDays(300)).toString());
        return known;
    }

    private void forgetFromWhomTheyPassed() throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var update = connection.prepareStatement(
                        "UPDATE student_guardian SET rights_passed = false WHERE student_id = ?")) {
            update.setObject(1, story.student());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private String ownMail() {
        return "student-" + story.student() + "@example.test";
    }

    private static String mailOf(UUID guardian) {
        return "family-" + guardian + "@example.test";
    }

    private ConsumerRecord<String, byte[]> announced() {
        var announced = destruction();
        topic.on(Records.of(announced));
        return announced;
    }

    private ConsumerRecord<String, byte[]> destruction() {
        return World.fact(story, DESTRUCTION, Map.of("destructionId", UUID.randomUUID(), "earliestOn", "2027-03-15"));
    }

    private ConsumerRecord<String, byte[]> told(String type, Map<String, Object> data) {
        var fact = World.fact(story, type, data);
        topic.on(Records.of(fact));
        return fact;
    }

    private static String text(String address) throws Exception {
        var mails = SmtpServer.mailsTo(address);
        assertThat(mails).hasSize(1);
        return ((MimeMultipart) mails.getFirst().getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replaceAll("\\s+", " ");
    }

    private static void awaitStates(ConsumerRecord<String, byte[]> fact, String... states) {
        await().untilAsserted(() -> assertThat(Ledger.states(idOf(fact))).containsExactly(states));
    }
}
