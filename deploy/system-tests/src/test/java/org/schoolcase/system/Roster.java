package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.schoolcase.local.Api.Answer;
import org.schoolcase.local.DemoWorld.District;
import org.schoolcase.local.Service;

/** The roster of a district, sent by its information system and read again by a learning tool. */
record Roster(World world, District district) {

    static final String BASE = "/ims/oneroster/rostering/v1p2";
    static final String SCOPES = "https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly"
            + " https://purl.imsglobal.org/spec/or/v1p2/scope/roster-demographics.readonly";
    private static final Duration IMPORT = Duration.ofMinutes(3);
    private static final Set<String> MOVING = Set.of("QUEUED", "RUNNING");

    /** Imports a package to its end, which is a good one without errors. */
    JsonNode load(byte[] zip) {
        return completed(send(zip));
    }

    /** Hands a package in; the id of its import. */
    String send(byte[] zip) {
        return world.api()
                .postZip(Service.STUDENT, "/v1/roster-imports", sis(), zip)
                .expect(202)
                .text("id");
    }

    /** The report of an import that has come to its good end. */
    JsonNode completed(String id) {
        var report = stopped(id);
        assertThat(report.path("state").asText())
                .as(report + " with " + findings(id))
                .isEqualTo("COMPLETED");
        assertThat(report.path("errors").asLong()).isZero();
        return report;
    }

    /** The report of an import that has ended, or waits for somebody. */
    JsonNode stopped(String id) {
        return await().atMost(IMPORT)
                .until(
                        () -> report(id),
                        report -> !MOVING.contains(report.path("state").asText()));
    }

    JsonNode report(String id) {
        return world.api()
                .get(Service.STUDENT, "/v1/roster-imports/" + id, sis())
                .expect(200)
                .body();
    }

    private JsonNode findings(String id) {
        return world.api()
                .get(Service.STUDENT, "/v1/roster-imports/" + id + "/findings?limit=20", sis())
                .body();
    }

    /** All records of a collection as the provider shows them, by their ids, the ended ones too. */
    Map<String, JsonNode> records(String collection) {
        var page = world.api()
                .get(
                        Service.STUDENT,
                        BASE + "/" + collection + "?limit=10000",
                        world.tokens().rosterReader(district, SCOPES))
                .expect(200);
        var records = new TreeMap<String, JsonNode>();
        page.body()
                .path(collection)
                .forEach(record -> records.put(record.path("sourcedId").asText(), record));
        assertThat(records).hasSize(total(page));
        return records;
    }

    private static int total(Answer page) {
        return Integer.parseInt(page.headers().firstValue("X-Total-Count").orElseThrow());
    }

    /** What an import did with a file. */
    static long count(JsonNode report, String file, String what) {
        for (var counts : report.path("files")) {
            if (counts.path("file").asText().equals(file)) {
                return counts.path(what).asLong();
            }
        }
        throw new IllegalArgumentException("no file " + file + " in " + report);
    }

    String admin() {
        return world.tokens().person(district, "district-admin");
    }

    String sis() {
        return world.tokens().sisSync(district);
    }
}
