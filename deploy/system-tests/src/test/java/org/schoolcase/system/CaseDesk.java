package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.schoolcase.local.Api;
import org.schoolcase.local.Api.Answer;
import org.schoolcase.local.Service;

/** The desk of a case manager with one case: what he sends, and what others find of it. */
record CaseDesk(StateDistrict home, UUID caseId) {

    private static final String TYPE = "org.schoolcase.case.%s.v1";

    /** A case upon the parent's written referral. */
    static CaseDesk opened(StateDistrict home, LocalDate receivedOn) {
        var opened = home.world()
                .api()
                .post(Service.CASE, "/v1/cases", home.token("case-manager"), Papers.referral(home, receivedOn))
                .expect(201);
        return new CaseDesk(home, World.id(opened.body()));
    }

    Papers papers() {
        return new Papers(home);
    }

    Answer post(String path, JsonNode body) {
        return api().post(Service.CASE, at(path), manager(), body);
    }

    Answer postStep(String path, String etag, JsonNode body) {
        return api().postStep(Service.CASE, at(path), manager(), etag, body);
    }

    Answer put(String path, String etag, JsonNode body) {
        return api().put(Service.CASE, at(path), manager(), etag, body);
    }

    /** The id of what was made by a request that is taken. */
    String made(String path, JsonNode body) {
        return post(path, body).expect(201).text("id");
    }

    JsonNode get(String path) {
        return get(path, "case-manager");
    }

    JsonNode get(String path, String role) {
        return api().get(Service.CASE, at(path), home.token(role)).expect(200).body();
    }

    /** What a list shows to the case manager. */
    List<JsonNode> items(String path) {
        return items(get(path));
    }

    static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    /** The newest deadline of a step. */
    JsonNode deadline(String step) {
        return items("/deadlines").stream()
                .filter(it -> it.path("step").asText().equals(step))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("no deadline of " + step + " in " + get("/deadlines")));
    }

    void awaitDue(String step, LocalDate on) {
        await().atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(deadline(step).path("dueOn").asText())
                        .as(step)
                        .isEqualTo(on.toString()));
    }

    /** The days that a trace counts, and that its ranges follow each other without a hole. */
    static int recounted(JsonNode deadline) {
        var expected = deadline.path("startedOn").asText();
        int counted = 0;
        for (var range : deadline.path("trace")) {
            assertThat(range.path("from").asText()).as(deadline.toString()).isEqualTo(expected);
            expected = LocalDate.parse(range.path("to").asText()).plusDays(1).toString();
            counted += range.path("count").asInt();
        }
        return counted;
    }

    /** Waits until the background has worked off what was changed in the case. */
    void awaitRecalculated() {
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(home.world()
                        .count(Service.CASE, "SELECT count(*) FROM deadline_dirty WHERE case_id = '" + caseId + "'"))
                .isZero());
    }

    /** The moves of the case that had this cause and a date before, newest first. */
    List<JsonNode> moves(String because) {
        return items("/deadline-moves").stream()
                .filter(move -> move.path("because").asText().equals(because)
                        && move.path("fromOn").isTextual())
                .toList();
    }

    /** An action by its operation, with a slash and its variant where it has one. */
    JsonNode action(String key) {
        return items("/actions").stream()
                .filter(it -> key.equals(
                        it.path("variant").isTextual()
                                ? it.path("name").asText() + "/"
                                        + it.path("variant").asText()
                                : it.path("name").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no action " + key + " in " + get("/actions")));
    }

    void assertOpen(String key) {
        assertThat(action(key).path("open").asBoolean()).as("%s", action(key)).isTrue();
    }

    /** The request is refused with the code and the citation that the list of actions gives for it. */
    void assertRefused(Answer answer, String key, String code) {
        var listed = action(key);
        assertThat(listed.path("open").asBoolean()).as(key).isFalse();
        assertThat(listed.path("reason").asText()).as(key).isNotBlank();
        assertThat(answer.status()).as("%s %s", key, answer.body()).isEqualTo(409);
        assertThat(answer.text("code")).as(key).isEqualTo(code);
        assertThat(listed.path("code").asText()).as(key).isEqualTo(code);
        assertThat(answer.text("citation"))
                .as(key)
                .isEqualTo(listed.path("citation").asText(""));
        assertThat(answer.text("citation")).as(key).startsWith("34 CFR 300.");
    }

    /** The request is refused for what it says. */
    static void assertFaulty(Answer answer, String code, String pointer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.body().findValuesAsText("pointer"))
                .as("%s", answer.body())
                .contains(pointer);
    }

    String stage() {
        return get("/stage").path("stage").asText();
    }

    /** The events of the case on Kafka, in order, once those wanted have arrived in this order; none says a name. */
    List<ConsumerRecord<String, byte[]>> events(String... wanted) {
        var types = List.of(wanted).stream().map(TYPE::formatted).toList();
        await().atMost(RunningSuite.PATIENCE)
                .untilAsserted(
                        () -> assertThat(sent()).extracting(CaseDesk::type).containsSubsequence(types));
        var sent = sent();
        assertThat(sent).allSatisfy(event -> {
            assertThat(Topic.header(event, "ce_district"))
                    .isEqualTo(home.district().id().toString());
            assertThat(Topic.text(event)).doesNotContain(StateDistrict.FAMILY);
        });
        return sent;
    }

    /** What the events of one type say, in order. */
    List<JsonNode> told(String name) {
        return events(name).stream()
                .filter(event -> type(event).equals(TYPE.formatted(name)))
                .map(event -> Json.of(Topic.text(event)))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> sent() {
        return new Topic(home.world(), "schoolcase.case.events")
                .all(event -> caseId.toString().equals(event.key()));
    }

    private static String type(ConsumerRecord<String, byte[]> event) {
        return Topic.header(event, "ce_type");
    }

    /** Waits until the auditor finds these actions on the student, each by somebody of the district's realm, none with a name. */
    void assertAudited(String... actions) {
        var path = "/v1/audit-entries?limit=200&studentId=" + home.person("student");
        var issuer = home.world().suite().issuer(home.district().realm());
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> {
            var page = api().get(Service.CASE, path, home.token("auditor"))
                    .expect(200)
                    .body();
            assertThat(items(page))
                    .extracting(entry -> entry.path("action").asText())
                    .contains(actions);
            assertThat(items(page))
                    .allSatisfy(
                            entry -> assertThat(entry.path("actor").asText()).startsWith(issuer + "|"));
            assertThat(page.toString()).doesNotContain(StateDistrict.FAMILY);
        });
    }

    private Api api() {
        return home.world().api();
    }

    private String manager() {
        return home.token("case-manager");
    }

    private String at(String path) {
        return "/v1/cases/" + caseId + path;
    }
}
