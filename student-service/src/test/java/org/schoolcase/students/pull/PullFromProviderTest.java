package org.schoolcase.students.pull;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.schoolcase.students.provider.ProviderProbe;
import org.schoolcase.students.pull.StubSis.Answer;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** One district pulls what another one offers, both ours: what arrives is what was there, field by field. */
@QuarkusTest
class PullFromProviderTest {

    private static final List<String> COLLECTIONS =
            List.of("orgs", "academicSessions", "courses", "classes", "users", "enrollments", "demographics");

    /** Hands requests on to our own provider, with the token it gave. */
    private static StubSis sisOf(ProviderProbe provider) {
        var sis = new StubSis();
        sis.upstreamToken = provider.token("roster.readonly", "roster-demographics.readonly");
        for (var file : COLLECTIONS) {
            sis.on(file, query -> {
                var answer = given().auth()
                        .oauth2(String.valueOf(sis.upstreamToken))
                        .queryParams(query)
                        .get(ProviderProbe.BASE + "/" + file);
                var here = "http://127.0.0.1:" + RestAssured.port + ProviderProbe.BASE;
                return new Answer(answer.statusCode(), answer.asString(), Map.of())
                        .with("X-Total-Count", String.valueOf(answer.header("X-Total-Count")))
                        .with("Link", String.valueOf(answer.header("Link")).replace(here, sis.base()));
            });
        }
        return sis;
    }

    @Test
    void bringsTheWholeRosterAndThenItsChanges() throws IOException {
        var there = new ProviderProbe().load(ProviderProbe.roster());
        try (var sis = sisOf(there)) {
            var here = new PullProbe().source(sis);
            var target = new ProviderProbe(here.district);

            var all = here.run(false);
            all.body("state", equalTo("COMPLETED")).body("since", nullValue()).body("importId", notNullValue());
            all.body("files.find { it.file == 'users' }.records", equalTo(4));
            all.body("files.find { it.file == 'roles' }.records", equalTo(5));
            here.imported(all);
            same(there, target, false);
            assertThat(sis.tokenRequests.getFirst()).startsWith("Basic ").contains("grant_type=client_credentials");

            there.load(ProviderProbe.roster()
                    .replace("users", "Applewood,Mia", "Appleton,Mia")
                    .replace("roles", "r5,,,u3,secondary,student,,,s2,", "")
                    .replace("enrollments", "e4,,,k2,s2,u3,student,,2026-08-15,2027-06-10", "")
                    .row("classes", "k3,,,Chess,10,c2,C,scheduled,,s2,t1,,,"));
            var increment = here.run(false);
            increment.body("state", equalTo("COMPLETED")).body("since", notNullValue());
            here.imported(increment);
            same(there, target, true);
            assertThat(sis.asked("filter=dateLastModified")).isGreaterThanOrEqualTo(COLLECTIONS.size());
        }
    }

    @Test
    void tellsRolesApartThatDifferInTheirDatesAlone() throws IOException {
        var there = new ProviderProbe()
                .load(ProviderProbe.roster().row("roles", "r6,,,u3,primary,student,2027-01-10,2027-06-10,s1,"));
        try (var sis = sisOf(there)) {
            var here = new PullProbe().source(sis);
            here.imported(here.run(false));
            same(there, new ProviderProbe(here.district), false);
            assertThat(String.valueOf(records(there, "users").get("u3"))).contains("2027-01-10");
        }
    }

    @Test
    void bringsAChangeThatItsSenderDatedLongBeforeItArrived() throws IOException {
        var there = new ProviderProbe().load(ProviderProbe.roster());
        try (var sis = sisOf(there)) {
            var here = new PullProbe().source(sis);
            here.imported(here.run(false));
            there.load(PackageFixture.empty()
                    .bulk("orgs", PackageFixture.small().header("orgs"), """
                            s2,active,2026-09-01T08:00:00.000Z,South Late School,school,1002,d1
                            """)
                    .mode("orgs", "delta"));
            here.imported(here.run(false));
            var target = new ProviderProbe(here.district);
            assertThat(String.valueOf(records(target, "orgs").get("s2"))).contains("South Late School");
        }
    }

    /** All but the times, which a bulk package may not carry, and the addresses. */
    private static void same(ProviderProbe there, ProviderProbe here, boolean ended) throws IOException {
        for (var collection : COLLECTIONS) {
            var expected = records(there, collection);
            assertThat(records(here, collection)).as(collection).isEqualTo(expected);
            assertThat(expected).isNotEmpty();
        }
        assertThat(String.valueOf(records(here, "enrollments").get("e4")))
                .contains(ended ? "\"tobedeleted\"" : "\"active\"");
    }

    private static Map<String, JsonNode> records(ProviderProbe provider, String collection) throws IOException {
        var body = JsonMapper.builder()
                .build()
                .readTree(given().auth()
                        .oauth2(provider.token("roster.readonly", "roster-demographics.readonly"))
                        .get(ProviderProbe.BASE + "/" + collection)
                        .asString());
        var records = new TreeMap<String, JsonNode>();
        for (var record : body.path(collection)) {
            records.put(record.path("sourcedId").asText(), ((ObjectNode) record).without("dateLastModified"));
        }
        return records;
    }
}
