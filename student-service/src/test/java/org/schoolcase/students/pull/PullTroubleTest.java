package org.schoolcase.students.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.students.pull.StubSis.Answer;

/** Sources as they are in the field: busy, broken, sending elsewhere, paging in their own way. */
@QuarkusTest
class PullTroubleTest {

    @Inject
    RunPull runPull;

    private StubSis sis;
    private PullProbe here;

    @BeforeEach
    void aSource() {
        sis = new StubSis();
        here = new PullProbe().source(sis);
    }

    @AfterEach
    void noSource() {
        sis.close();
    }

    private static String orgs(int from, int to) {
        var list = new java.util.StringJoiner(",", "{\"orgs\":[", "]}");
        for (int i = from; i < to; i++) {
            list.add("{\"sourcedId\":\"o%1$d\",\"status\":\"active\",\"name\":\"School %1$d\",\"type\":\"school\"}"
                    .formatted(i));
        }
        return list.toString();
    }

    @Test
    void waitsForABusySource() {
        var asked = new AtomicInteger();
        sis.on("orgs", query -> switch (asked.incrementAndGet()) {
            case 1 -> new Answer(429, "", Map.of("Retry-After", "1"));
            case 2 -> new Answer(503, "", Map.of());
            case 3 -> new Answer(500, "", Map.of("Retry-After", "soon"));
            default -> Answer.ok(orgs(0, 3));
        });
        long start = System.nanoTime();
        here.run(true).body("state", equalTo("COMPLETED")).body("repeated", equalTo(3));
        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void putsOffARunThatCannotGoOnAndKeepsItsPlace() {
        var down = new java.util.concurrent.atomic.AtomicBoolean(true);
        sis.on("orgs", query -> Answer.ok(orgs(0, 2)));
        sis.on("courses", query -> down.get() ? new Answer(503, "", Map.of("Retry-After", "90")) : null);
        var place = here.request(true).statusCode(202).extract().header("Location");
        org.awaitility.Awaitility.await().until(() -> "sis.status-503"
                .equals(here.admin().get(place).then().extract().path("failureCode")));
        here.admin().get(place).then().body("state", equalTo("QUEUED"));
        long orgs = sis.asked("/orgs");
        down.set(false);
        PullTime.now(here);
        var done = here.ended(place);
        done.body("state", equalTo("COMPLETED"))
                .body("attempts", greaterThanOrEqualTo(2))
                .body("files.find { it.file == 'orgs' }.records", equalTo(2));
        assertThat(sis.asked("/orgs")).isEqualTo(orgs);
    }

    @Test
    void pagesByOffsetWhereThereAreNoLinks() {
        sis.on("orgs", query -> {
            int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
            return Answer.ok(orgs(offset, Math.min(offset + 40, 100))).with("X-Total-Count", "100");
        });
        here.run(true).body("files.find { it.file == 'orgs' }.records", equalTo(100));
        assertThat(sis.asked("/orgs")).isEqualTo(3);
    }

    @Test
    void followsLinksOnItsOwnServerOnly() {
        sis.on(
                "orgs",
                query -> query.containsKey("page")
                        ? Answer.ok(orgs(2, 4)).with("Link", "<" + sis.base() + "/orgs>; rel=\"first\"")
                        : Answer.ok(orgs(0, 2)).with("Link", "</sis/orgs?page=2>; rel=\"next\", <x>; rel=\"last\""));
        here.run(true).body("files.find { it.file == 'orgs' }.records", equalTo(4));

        sis.on("orgs", query -> Answer.ok(orgs(0, 2)).with("Link", "<http://127.0.0.2:1/orgs>; rel=\"next\""));
        here.run(true).body("state", equalTo("FAILED")).body("failureCode", equalTo("link.other-server"));
        sis.on("orgs", query -> Answer.ok(orgs(0, 2))
                .with("Link", "<" + sis.base() + "/orgs?limit=1000&offset=0>; rel=\"next\""));
        here.run(true).body("state", equalTo("FAILED")).body("failureCode", equalTo("link.circle"));
    }

    @Test
    void followsRedirectsAtHomeOnly() {
        sis.on(
                "orgs",
                query -> query.containsKey("moved")
                        ? Answer.ok(orgs(0, 2))
                        : new Answer(302, "", Map.of("Location", sis.base() + "/orgs?moved=1")));
        here.run(true).body("state", equalTo("COMPLETED"));
        sis.on("orgs", query -> new Answer(302, "", Map.of("Location", "http://169.254.169.254/latest/meta-data")));
        here.run(true).body("state", equalTo("FAILED")).body("failureCode", equalTo("redirect.other-server"));
        sis.on("orgs", query -> new Answer(302, "", Map.of("Location", sis.base() + "/orgs?again=1")));
        here.run(true).body("state", equalTo("FAILED")).body("failureCode", equalTo("redirect.too-many"));
    }

    @Test
    void saysWhyItFailed() {
        sis.on("orgs", query -> new Answer(403, "secret words", Map.of()));
        here.run(true).body("state", equalTo("FAILED")).body("failureCode", equalTo("sis.status-403"));
        sis.on("orgs", query -> Answer.ok("<html>"));
        here.run(true).body("failureCode", equalTo("answer.not-json"));
        sis.on("orgs", query -> Answer.ok("{\"org\":{}}"));
        here.run(true).body("failureCode", equalTo("answer.without-orgs"));
        here.admin()
                .get("/v1/roster-sources/{id}/runs", here.source)
                .then()
                .body("items", hasSize(3))
                .body("items[0].failureCode", equalTo("answer.without-orgs"));
        assertThat(AuditProbe.actions(here.district))
                .contains("roster-source.add", "roster-pull.queue", "roster-pull.finish");
    }

    @Test
    void tellsWhatItHadToChange() {
        sis.on("orgs", query -> Answer.ok("""
                {"orgs":[{"sourcedId":"o1","name":"North\\nSchool","type":"school","metadata":{"a b":"x","zone":{"n":1}}},
                         {"name":"Nobody's"}]}"""));
        var run = here.run(true)
                .body("state", equalTo("COMPLETED"))
                .body("findings.find { it.code == 'value.control-character' }.occurrences", equalTo(1))
                .body("findings.find { it.code == 'metadata.left-out' }.occurrences", equalTo(1))
                .body("findings.find { it.code == 'record.without-sourced-id' }.occurrences", equalTo(1));
        here.imported(run);
    }

    @Test
    void makesNoImportOfNothing() {
        here.run(true).body("state", equalTo("COMPLETED")).body("importId", nullValue());
    }

    @Test
    void letsOneRunOfASourceWaitAtATime() {
        var go = new CountDownLatch(1);
        sis.on("orgs", query -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        });
        var place = here.request(true).statusCode(202).extract().header("Location");
        here.request(true).statusCode(409).body("code", equalTo("roster-pull.waiting"));
        here.until(place, "RUNNING");
        go.countDown();
        here.ended(place).body("state", equalTo("COMPLETED"));
    }

    @Test
    void goesOnWhereACrashedReplicaStopped() {
        var seen = new CountDownLatch(1);
        var late = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        sis.on("orgs", query -> Answer.ok(orgs(0, 2)));
        var first = new java.util.concurrent.atomic.AtomicBoolean(true);
        sis.on("classes", query -> {
            if (first.getAndSet(false)) {
                seen.countDown();
                await(go);
                late.countDown();
            }
            return null;
        });
        var place = here.request(true).statusCode(202).extract().header("Location");
        await(seen);
        PullTime.expire(here);
        runPull.handle(here.district.id(), UUID.fromString(place.substring(place.lastIndexOf('/') + 1)));
        try {
            here.ended(place)
                    .body("state", equalTo("COMPLETED"))
                    .body("attempts", equalTo(2))
                    .body("files.find { it.file == 'orgs' }.records", equalTo(2));
        } finally {
            go.countDown();
        }
        assertThat(sis.asked("/orgs")).isEqualTo(1);
        await(late);
        org.awaitility.Awaitility.await()
                .during(java.time.Duration.ofSeconds(1))
                .atMost(java.time.Duration.ofSeconds(5))
                .until(() -> here.admin()
                        .get(place)
                        .then()
                        .extract()
                        .<Integer>path("files.find { it.file == 'classes' }.pages")
                        .equals(1));
        here.admin().get(place).then().body("state", equalTo("COMPLETED"));
    }

    @Test
    void finishesWhatACrashLeftRunningBeforeWhatWasPutOffEarlier() {
        var down = new java.util.concurrent.atomic.AtomicBoolean(true);
        sis.on("orgs", query -> down.get() ? new Answer(503, "", Map.of("Retry-After", "90")) : null);
        var early = here.request(true).statusCode(202).extract().header("Location");
        org.awaitility.Awaitility.await().until(() -> "sis.status-503"
                .equals(here.admin().get(early).then().extract().path("failureCode")));
        var other = UUID.randomUUID();
        here.admin()
                .header("If-None-Match", "*")
                .body(PullProbe.body(sis.base(), sis.url("/token")))
                .put("/v1/roster-sources/{id}", other)
                .then()
                .statusCode(201);
        down.set(false);
        var left = Ids.next();
        PullTime.crashed(here, other, left);

        here.ended("/v1/roster-sources/" + other + "/runs/" + left).body("state", equalTo("COMPLETED"));
        here.ended(early).body("state", equalTo("COMPLETED"));
    }

    @Test
    void goesBackToTheLastPositionWhoseImportIsThrough() {
        sis.on(
                "orgs",
                query -> Answer.ok(orgs(0, 2)
                        .replace("\"active\"", "\"active\",\"dateLastModified\":\"2026-11-02T08:00:00.000Z\"")));
        here.imported(here.run(true));
        var second = here.run(false);
        here.imported(second);
        String position = second.body("since", notNullValue()).extract().path("since");
        PullTime.importFailed(here);

        here.run(false).body("since", equalTo(position));
    }

    /** Of the two classes one belongs to a school that never comes, the other to one that comes late. */
    @Test
    void readsOnceMoreWhatAnImportKeptOutAndNotForEver() {
        var late = new java.util.concurrent.atomic.AtomicBoolean(true);
        sis.on("orgs", query -> Answer.ok(dated(orgs(0, late.get() ? 1 : 2))));
        sis.on("academicSessions", query -> Answer.ok(dated("""
                {"academicSessions":[{"sourcedId":"t1","status":"active","title":"Year","type":"schoolYear",
                 "startDate":"2026-08-01","endDate":"2027-06-01","schoolYear":"2027"}]}""")));
        sis.on("courses", query -> Answer.ok(dated("""
                {"courses":[{"sourcedId":"c1","status":"active","title":"Reading","org":{"sourcedId":"o0"}}]}""")));
        sis.on(
                "classes",
                query -> query.containsKey("filter")
                        ? Answer.ok("{\"classes\":[]}")
                        : Answer.ok(dated(
                                "{\"classes\":[" + schoolClass("k1", "o1") + "," + schoolClass("k2", "never") + "]}")));

        var first = here.run(true);
        String firstId = first.body("repeats", nullValue()).extract().path("id");
        here.imported(first, "COMPLETED_WITH_ERRORS");
        late.set(false);

        var second = here.run(false).body("since", nullValue()).body("repeats", equalTo(firstId));
        here.imported(second, "COMPLETED_WITH_ERRORS");
        assertThat(importOf(second).<Integer>path("files.find { it.file == 'classes' }.rejected"))
                .as("one has found its school, the other never will")
                .isEqualTo(1);

        var third = here.run(false)
                .body("since", equalTo(first.extract().<String>path("readUntil")))
                .body("findings.find { it.code == 'rows.kept-out-before' }.file", equalTo("classes"))
                .body("findings.find { it.code == 'rows.kept-out-before' }.occurrences", equalTo(1));
        here.imported(third);
        here.run(false)
                .body("since", equalTo(third.extract().<String>path("readUntil")))
                .body("repeats", nullValue())
                .body("findings", hasSize(0));
    }

    private static String dated(String answer) {
        return answer.replace("\"active\"", "\"active\",\"dateLastModified\":\"2026-11-02T08:00:00.000Z\"");
    }

    private static String schoolClass(String id, String school) {
        return """
                {"sourcedId":"%s","status":"active","title":"Reading","classType":"homeroom","course":{"sourcedId":"c1"},
                 "school":{"sourcedId":"%s"},"terms":[{"sourcedId":"t1"}]}""".formatted(id, school);
    }

    private io.restassured.response.ExtractableResponse<io.restassured.response.Response> importOf(
            io.restassured.response.ValidatableResponse run) {
        return here.admin()
                .get("/v1/roster-imports/{id}", run.extract().<String>path("importId"))
                .then()
                .statusCode(200)
                .extract();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void runsOnSchedule() {
        var scheduled = new PullProbe();
        scheduled
                .put(PullProbe.body(sis.base(), sis.url("/token"))
                        .replace("\"active\"", "\"intervalMinutes\": 15, \"active\""))
                .statusCode(201);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> scheduled
                                .admin()
                                .get("/v1/roster-sources/{id}/runs", scheduled.source)
                                .then()
                                .extract()
                                .<Object>path("items[0].state")
                        != null);
        scheduled
                .admin()
                .get("/v1/roster-sources/{id}/runs", scheduled.source)
                .then()
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("SCHEDULE"));
    }
}
