package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.Api.Answer;
import org.schoolcase.local.Service;
import org.schoolcase.local.Topics;

/**
 * The record of a student who left is destroyed in all services once the notice is over, and nothing of it is left but the proof; a
 * hold keeps that of his classmate.
 */
@ExtendWith(RunningSuite.class)
class DestructionIT {

    private static final int NOTICE = 30;
    private static final String STATE = "schoolcase.student.state";

    /** What docs/privacy-rights.md names: the proof, the trail, sent and received events, and a day of repeated answers. */
    private static final List<String> STAYS =
            List.of("destruction", "audit_entry", "outbox_event", "inbox_event", "idempotency_key");

    @Test
    void leavesNothingOfARecordInAnyServiceButTheProof(World world) {
        var home = StateDistrict.open(world, "US-AZ", "America/Phoenix");
        var lives = new KnownEverywhere(home);
        var leaver = home.person("student");
        var classmate = home.person("classmate");
        lives.withAReferral();
        var kept = lives.openCase(classmate);
        home.leave("student", "classmate");
        setPeriods(home);

        var early = announce(home, leaver, home.today()).expect(201);
        assertCode(execute(home, early), "destruction.notice-runs");
        step(home, early.text("id"), "cancellation", early.etag()).expect(200);
        var due = announce(home, leaver, home.today().minusDays(NOTICE)).expect(201);
        assertThat(due.text("earliestOn")).isEqualTo(home.today().toString());
        var classmates =
                announce(home, classmate, home.today().minusDays(NOTICE)).expect(201);
        hold(home, classmate);

        assertCode(execute(home, classmates), "destruction.legal-hold");
        assertThat(execute(home, due).expect(200).text("state")).isEqualTo("ORDERED");

        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(
                        proof(home, due.text("id")).path("state").asText())
                .isEqualTo("DESTROYED"));
        assertProof(proof(home, due.text("id")));
        for (var service : Service.values()) {
            assertThat(lives.tablesNaming(service, leaver.toString()))
                    .as("%s", service)
                    .isSubsetOf(STAYS);
            assertThat(lives.tablesNaming(service, StateDistrict.FAMILY))
                    .as("%s", service)
                    .isSubsetOf(STAYS);
        }
        lives.assertUnknown();
        assertTombstone(world, leaver);
        assertThat(lastStates(world, STATE).get(classmate.toString())).isNotNull();
        assertThat(lives.tablesNaming(Service.STUDENT, classmate.toString())).contains("student", "legal_hold");
        assertThat(lives.tablesNaming(Service.CASE, kept)).contains("case_file");
    }

    private static void setPeriods(StateDistrict home) {
        for (var kind : List.of("SPECIAL_EDUCATION", "STUDENT_SUPPORT", "REFERRALS", "MESSAGES", "PERMANENT_RECORD")) {
            home.world()
                    .api()
                    .post(
                            Service.STUDENT,
                            "/v1/retention-rules",
                            home.token("district-admin"),
                            Map.of(
                                    "kind",
                                    kind,
                                    "effectiveFrom",
                                    "2020-01-01",
                                    "years",
                                    0,
                                    "noticeDays",
                                    NOTICE,
                                    "authority",
                                    "Policy JR-R"))
                    .expect(201);
        }
    }

    private static Answer announce(StateDistrict home, UUID student, LocalDate noticeOn) {
        var body = Map.of(
                "scope", "WHOLE_RECORD",
                "ground", "PERIOD_OVER",
                "leftOn", home.today().minusDays(NOTICE + 1).toString(),
                "noticeOn", noticeOn.toString(),
                "noticeMethod", "MAIL");
        return home.world()
                .api()
                .post(Service.STUDENT, "/v1/students/" + student + "/destructions", home.token("district-admin"), body);
    }

    private static void hold(StateDistrict home, UUID student) {
        home.world()
                .api()
                .post(
                        Service.STUDENT,
                        "/v1/students/" + student + "/legal-holds",
                        home.token("district-admin"),
                        Map.of("reason", "LITIGATION", "matter", "2026-114"))
                .expect(201);
    }

    private static Answer execute(StateDistrict home, Answer announced) {
        return step(home, announced.text("id"), "execution", announced.etag());
    }

    private static Answer step(StateDistrict home, String id, String step, String etag) {
        return home.world()
                .api()
                .postStep(Service.STUDENT, "/v1/destructions/" + id + "/" + step, home.token("district-admin"), etag);
    }

    private static JsonNode proof(StateDistrict home, String id) {
        return home.world()
                .api()
                .get(Service.STUDENT, "/v1/destructions/" + id, home.token("auditor"))
                .expect(200)
                .body();
    }

    private static void assertCode(Answer answer, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    /** All services have answered with rows, and the hash can be recounted as the documentation says. */
    private static void assertProof(JsonNode proof) {
        var counts = StreamSupport.stream(proof.path("counts").spliterator(), false)
                .sorted(Comparator.<JsonNode, String>comparing(
                                count -> count.path("service").asText())
                        .thenComparing(count -> count.path("kind").asText()))
                .toList();
        assertThat(counts)
                .filteredOn(count -> count.path("destroyed").asLong() > 0)
                .extracting(count -> count.path("service").asText() + " "
                        + count.path("kind").asText())
                .contains(
                        "student-service student",
                        "case-service case_file",
                        "referral-service referral",
                        "notification-service message");
        var text = new StringBuilder();
        for (var field : List.of("id", "studentId", "scope", "rule")) {
            text.append(proof.path(field).asText()).append('\n');
        }
        text.append(Instant.parse(proof.path("orderedAt").asText()).toEpochMilli())
                .append('\n');
        counts.forEach(count -> text.append("%s|%s|%d\n"
                .formatted(
                        count.path("service").asText(),
                        count.path("kind").asText(),
                        count.path("destroyed").asLong())));
        assertThat(proof.path("hash").asText()).isEqualTo(sha256(text.toString()));
    }

    /** The profile is a tombstone, and no state of anything else names the student. */
    private static void assertTombstone(World world, UUID student) {
        await().atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(lastStates(world, STATE)).containsEntry(student.toString(), ""));
        for (var topic : Topics.STATE) {
            assertThat(lastStates(world, topic).values())
                    .as(topic)
                    .noneMatch(state -> state.contains(student.toString()));
        }
    }

    /** The last state of each key; empty for a tombstone. */
    private static Map<String, String> lastStates(World world, String topic) {
        var states = new HashMap<String, String>();
        new Topic(world, topic)
                .all()
                .forEach(message -> states.put(message.key(), message.value() == null ? "" : Topic.text(message)));
        return states;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
