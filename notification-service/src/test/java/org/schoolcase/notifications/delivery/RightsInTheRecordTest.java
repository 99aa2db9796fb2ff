package org.schoolcase.notifications.delivery;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.schoolcase.notifications.testing.World.guardian;
import static org.schoolcase.notifications.testing.World.idOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.notifications.testing.Ledger;
import org.schoolcase.notifications.testing.SmtpServer;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;
import org.schoolcase.record.merge.StudentMergeConsumer;

/** What families are told of their rights in the record: destruction, inspection and amendment. */
@QuarkusTest
class RightsInTheRecordTest {

    private static final String DESTRUCTION = "org.schoolcase.student.destruction-announced.v1";
    private static final String ACCESS = "org.schoolcase.student.access-request-moved.v1";
    private static final String AMENDMENT = "org.schoolcase.student.amendment-moved.v1";

    @Inject
    World world;

    @Inject
    StudentMergeConsumer topic;

    private final UUID father = UUID.randomUUID();
    private final UUID withoutRights = UUID.randomUUID();
    private Story story;

    @BeforeEach
    void aFamily() {
        SmtpServer.up();
        story = Story.begin();
        family();
    }

    @Test
    void informsAllWhoHoldRightsBeforeADestruction() throws Exception {
        var announced = told(DESTRUCTION, Map.of("destructionId", UUID.randomUUID(), "earliestOn", "2027-03-15"));
        topic.on(Records.of(announced));

        awaitStates(announced, "EMAIL SENT", "EMAIL SENT");
        assertThat(text(story.guardianMail()))
                .contains("Se destruirán, no antes del 15 de marzo de 2027", "Mateo")
                .doesNotContain("Quintanilla");
        assertThat(text(mailOf(father))).contains("not before March 15, 2027");
        assertThat(SmtpServer.mailsTo(mailOf(father)).getFirst().getSubject())
                .isEqualTo("Records about M. Q. will be destroyed");
        assertThat(SmtpServer.mailsTo(mailOf(withoutRights))).isEmpty();
    }

    @Test
    void tellsWhoAskedAndNobodyElseOfADecision() throws Exception {
        var refused = told(AMENDMENT, amendment("REFUSED", father));

        awaitStates(refused, "EMAIL SENT");
        assertThat(text(mailOf(father))).contains("right to a hearing", "34 CFR 99.21");
        assertThat(SmtpServer.mailsTo(story.guardianMail())).isEmpty();
    }

    @Test
    void writesEachStepThatTheLawTells() throws Exception {
        told(AMENDMENT, amendment("AMENDED", father));
        told(AMENDMENT, amendment("HEARING_SCHEDULED", father));
        told(AMENDMENT, amendment("KEPT", father));
        told(ACCESS, access("RECEIVED", father));
        told(ACCESS, access("READY", father));

        await().untilAsserted(
                        () -> assertThat(SmtpServer.mailsTo(mailOf(father))).hasSize(5));
        assertThat(SmtpServer.mailsTo(mailOf(father)))
                .extracting(mail -> mail.getSubject())
                .containsExactlyInAnyOrder(
                        "Your request about the record of M. Q. was accepted",
                        "The hearing about the record of M. Q.",
                        "The decision after the hearing about M. Q.",
                        "Your request to see the record of M. Q.",
                        "The record of M. Q. is ready for you");
        assertThat(SmtpServer.mailsTo(story.guardianMail())).isEmpty();
    }

    @Test
    void writesInTheLanguageOfWhoAsked() throws Exception {
        awaitStates(told(ACCESS, access("RECEIVED", story.guardian())), "EMAIL SENT");

        assertThat(text(story.guardianMail())).contains("a más tardar el 28 de febrero de 2027");
    }

    @Test
    void saysNothingOfStepsInBetween() {
        assertThat(Ledger.of(idOf(told(AMENDMENT, amendment("RECEIVED", father)))))
                .isEmpty();
        assertThat(Ledger.of(idOf(told(ACCESS, access("ASSEMBLING", father))))).isEmpty();
        assertThat(Ledger.of(idOf(told("org.schoolcase.student.export-requested.v1", Map.of()))))
                .isEmpty();
    }

    @Test
    void writesToNobodyInsteadOfOneWhoLostHisRightsOrOfAStudentWithoutAny() {
        var late = told(AMENDMENT, amendment("REFUSED", withoutRights));
        awaitStates(late, "EMAIL FAILED recipient.not-entitled");

        var byStudent = told(AMENDMENT, byStudent());
        awaitStates(byStudent, "EMAIL WAITING_FOR_RECIPIENT missing.guardian");
        assertThat(SmtpServer.mailsTo(mailOf(father))).isEmpty();
        assertThat(SmtpServer.mailsTo(story.guardianMail())).isEmpty();
    }

    @Test
    void tellsAnAdultStudentWhatHeAskedInHisLanguage() throws Exception {
        adult(2, Map.of("email", ownMail()));

        awaitStates(told(AMENDMENT, byStudent()), "EMAIL SENT");

        assertThat(text(ownMail()))
                .contains("Hola, Mateo:", "no modificar su expediente")
                .doesNotContain("familia");
        assertThat(SmtpServer.mailsTo(story.guardianMail())).isEmpty();
    }

    @Test
    void tellsAnAdultStudentInPlaceOfTheFamilyWhoseRightsPassedToHim() throws Exception {
        adult(2, Map.of("email", ownMail(), "language", "en"));

        awaitStates(
                told(DESTRUCTION, Map.of("destructionId", UUID.randomUUID(), "earliestOn", "2027-03-15")),
                "EMAIL SENT");

        assertThat(text(ownMail())).contains("Hello Mateo,", "records about you", "not before March 15, 2027");
        assertThat(SmtpServer.mailsTo(story.guardianMail())).isEmpty();
    }

    @Test
    void waitsForTheAddressOfAnAdultStudent() {
        adult(2, Map.of());
        var announced = told(DESTRUCTION, Map.of("destructionId", UUID.randomUUID(), "earliestOn", "2027-03-15"));
        awaitStates(announced, "EMAIL WAITING_FOR_RECIPIENT missing.email");

        adult(3, Map.of("email", ownMail()));

        awaitStates(announced, "EMAIL SENT");
    }

    @Test
    void tellsAnAdultStudentNothingOfBeforeTheRightsPassed() {
        var before = World.at(
                Instant.now().minus(Duration.ofDays(3)),
                World.fact(story, DESTRUCTION, Map.of("destructionId", UUID.randomUUID(), "earliestOn", "2027-03-15")));
        topic.on(Records.of(before));
        awaitStates(before, "EMAIL SENT", "EMAIL SENT");

        var since = List.of(Map.of("from", LocalDate.now(UTC).minusDays(1).toString()));
        adult(2, Map.of("email", ownMail(), "rightsHeld", since));

        assertThat(Ledger.of(idOf(before))).hasSize(2);
    }

    /** The rights passed; the parents still may be contacted. */
    private void adult(long version, Map<String, Object> more) {
        var profile = new HashMap<String, Object>(more);
        profile.put("studentHoldsRights", true);
        world.student(
                story, version, profile, List.of(guardian(story.guardian(), "es", story.guardianMail(), false, true)));
    }

    private String ownMail() {
        return "student-" + story.student() + "@example.test";
    }

    private static Map<String, Object> byStudent() {
        return Map.of("amendmentId", UUID.randomUUID(), "step", "DECIDE", "state", "REFUSED");
    }

    private void family() {
        world.student(
                story,
                1,
                List.of(
                        guardian(story.guardian(), "es", story.guardianMail(), true, true),
                        guardian(father, "en", mailOf(father), true, true),
                        guardian(withoutRights, "en", mailOf(withoutRights), false, true)));
    }

    private static Map<String, Object> amendment(String state, UUID by) {
        return Map.of("amendmentId", UUID.randomUUID(), "requestedBy", by, "step", "ANY", "state", state);
    }

    private static Map<String, Object> access(String state, UUID by) {
        return Map.of("requestId", UUID.randomUUID(), "requestedBy", by, "state", state, "dueOn", "2027-02-28");
    }

    private ConsumerRecord<String, byte[]> told(String type, Map<String, Object> data) {
        var fact = World.fact(story, type, data);
        topic.on(Records.of(fact));
        return fact;
    }

    private static String mailOf(UUID guardian) {
        return "family-" + guardian + "@example.test";
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
