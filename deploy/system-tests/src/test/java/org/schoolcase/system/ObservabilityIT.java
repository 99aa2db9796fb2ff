package org.schoolcase.system;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;
import org.schoolcase.local.Story;

/** What an operator sees of the running suite, and what must not be seen anywhere. */
@ExtendWith(RunningSuite.class)
class ObservabilityIT {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void tellsItsHealthAndMeasuresItself(World world) throws Exception {
        for (var service : Service.values()) {
            get(world.suite().url(service)
                    + "/v1/nothing"); // a service that nobody has asked yet has measured no request
            assertThat(management(world, service, "/q/health/live")).contains("\"UP\"");
            assertThat(management(world, service, "/q/health/ready")).contains("\"UP\"");
            assertThat(management(world, service, "/q/metrics"))
                    .contains("schoolcase_outbox_waiting", "schoolcase_outbox_age_seconds")
                    .contains("kafka_consumer_fetch_manager_records_lag")
                    .contains("agroal_active_count")
                    .contains("http_server_requests_seconds");
        }
    }

    @Test
    void keepsHealthAndMetricsOffTheServicePort(World world) throws Exception {
        for (var service : Service.values()) {
            var answer = get(world.suite().url(service) + "/q/metrics");
            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void carriesTheTraceFromTheRequestToTheEvent(World world) {
        var opened = world.openedCase(world.students(1).getFirst());
        var trace = world.query(
                        Service.CASE,
                        String.class,
                        "SELECT request_id FROM audit_entry WHERE entity_id = '" + opened + "' AND outcome = 'DONE'")
                .getFirst();

        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(new Topic(world, "schoolcase.case.events")
                        .all(m -> opened.toString().equals(m.key())))
                .isNotEmpty()
                .allSatisfy(m -> assertThat(Topic.header(m, "traceparent")).contains(trace)));
        assertThat(trace).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
    }

    /** Reads all that the services have logged in all tests so far, and in requests that go wrong in every way. */
    @Test
    void logsJsonWithoutAnyName(World world) throws Exception {
        new Story(world.suite(), new StringBuilder()).run();
        provoke(world);
        var names = names(world);
        assertThat(names).hasSizeGreaterThan(500);
        for (var service : Service.values()) {
            var lines = Files.readAllLines(world.suite().logs().resolve(service.module() + ".log"));
            assertThat(lines).isNotEmpty();
            for (var line : lines.stream().filter(not(String::isBlank)).toList()) {
                var words = new TreeSet<>(
                        Arrays.asList(line.toLowerCase(Locale.ROOT).split("[^\\p{L}.@'_0-9-]+")));
                words.retainAll(names);
                assertThat(words).as(service.module() + ": " + line).isEmpty();
            }
        }
    }

    @Test
    void logsOnlyJson(World world) throws IOException {
        var json = JsonMapper.builder().build();
        for (var service : Service.values()) {
            for (var line : Files.readAllLines(world.suite().logs().resolve(service.module() + ".log"))) {
                if (line.startsWith("{")) {
                    assertThat(json.readTree(line).has("timestamp")).as(line).isTrue();
                }
            }
        }
    }

    private static void provoke(World world) {
        var token = world.tokens().person(DemoWorld.MULBERRY, "school-admin");
        world.api()
                .post(
                        Service.STUDENT,
                        "/v1/students/search",
                        token,
                        Map.of("text", "Pumpernickel", "unknown", "Pumpernickel"));
        world.api().post(Service.STUDENT, "/v1/students/search", token, "{\"text\": \"Pumpernickel");
        world.api()
                .post(
                        Service.STUDENT,
                        "/v1/students/" + UUID.randomUUID() + "/guardians",
                        token,
                        Map.of("familyName", "Pumpernickel"));
        world.api().post(Service.CASE, "/v1/cases", token, Map.of("reason", "Pumpernickel"));
        world.api().get(Service.STUDENT, "/v1/students/pumpernickel", token);
    }

    /** Family names that are no words of the trade, and all mail addresses, as the rosters and the story brought them. */
    private static Set<String> names(World world) {
        var names = world.query(
                Service.STUDENT,
                String.class,
                "SELECT DISTINCT lower(family_name) FROM student WHERE length(family_name) > 6 UNION SELECT lower(email) FROM staff WHERE email IS NOT NULL UNION SELECT lower(email) FROM roster_user WHERE email IS NOT NULL UNION SELECT lower(family_name) FROM guardian");
        return names.stream().collect(Collectors.toCollection(TreeSet::new));
    }

    private String management(World world, Service service, String path) throws IOException, InterruptedException {
        return get(world.suite().managementUrl(service) + path).body();
    }

    private java.net.http.HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}
