package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;
import org.schoolcase.local.Story;
import org.schoolcase.local.Topics;

/**
 * Every operation of every service with the tokens of one district against the ids of another: 404, in the very words
 * for an unknown id, and nothing of the other district anywhere. A list shows nothing of it.
 */
@ExtendWith(RunningSuite.class)
class IsolationIT {

    private static final List<String> DISTRICT_ROLES = List.of(
            "district-admin",
            "school-admin",
            "coordinator",
            "case-manager",
            "teacher",
            "service-provider",
            "guardian",
            "student",
            "auditor");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    /** The id of nothing, for the parts of a path of which the story made none. */
    private static final String NOBODYS = UUID.randomUUID().toString();

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Operation(
            Service service,
            String method,
            String path,
            String query,
            List<String> roles,
            String relation,
            JsonNode description) {
        @Override
        public String toString() {
            return service.module() + " " + method + " " + path;
        }
    }

    @Test
    void showsNothingOfAnotherDistrict(World world) throws Exception {
        var story = new Story(world.suite(), new StringBuilder()).run();
        var ids = idsOfMulberry(world, story);
        var markers = new ArrayList<>(ids.values());
        markers.add("marisol.pumpernickel@sample.example");
        markers.add("Mulberry Canyon");
        markers.add(DemoWorld.MULBERRY.id().toString());

        var checks = new ArrayList<Executable>();
        for (var service : Service.values()) {
            for (var operation : operations(world, service)) {
                for (var role : operation.roles().stream()
                        .filter(DISTRICT_ROLES::contains)
                        .toList()) {
                    checks.add(() -> check(world, operation, role, ids, markers));
                }
            }
        }
        assertThat(checks).hasSizeGreaterThan(100);
        assertAll(checks);
        assertEventsAndMails(world, markers);
    }

    private void check(World world, Operation operation, String role, Map<String, String> ids, List<String> markers)
            throws Exception {
        var token = world.tokens().person(DemoWorld.FAIRBANKS, role);
        var foreign = call(world, operation, token, ids);
        var where = operation + " as " + role;
        // the trail shows the caller's own refused attempts, with the ids he tried
        var own = operation.path().equals("/v1/audit-entries") ? ids.values() : List.<String>of();
        markers.stream()
                .filter(marker -> !own.contains(marker))
                .forEach(marker -> assertThat(foreign.body()).as(where).doesNotContain(marker));
        if (namesAnother(operation, ids)) {
            var unknown = call(world, operation, token, unknownIds(ids));
            // a PUT that may create answers a change of what is not there with 412
            assertThat(foreign.status())
                    .as(where + ": " + foreign.body())
                    .isIn(operation.method().equals("PUT") ? List.of(404, 412) : List.of(404));
            assertThat(foreign).as(where).isEqualTo(unknown);
        } else {
            assertThat(foreign.status()).as(where + ": " + foreign.body()).isLessThan(500);
        }
    }

    private static boolean namesAnother(Operation operation, Map<String, String> ids) {
        if (operation.relation().equals("directory")) {
            return false;
        }
        return PARAMETER.matcher(operation.path()).results().anyMatch(m -> ids.containsKey(key(operation, m.group(1))))
                || example(operation)
                        .map(body -> body.has("studentId") || body.has("caseId"))
                        .orElse(false);
    }

    private record Reply(int status, String body) {}

    private Reply call(World world, Operation operation, String token, Map<String, String> ids)
            throws IOException, InterruptedException {
        var path = PARAMETER
                        .matcher(operation.path())
                        .replaceAll(m -> ids.getOrDefault(key(operation, m.group(1)), NOBODYS))
                + operation.query();
        var request = HttpRequest.newBuilder(URI.create(world.suite().url(operation.service()) + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("If-Match", "*")
                .header(
                        "Content-Type",
                        operation.path().equals("/v1/roster-imports") ? "application/zip" : "application/json")
                .method(
                        operation.method(),
                        operation.method().equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body(operation, ids)));
        try {
            var answer = http.send(request.build(), BodyHandlers.ofInputStream());
            try (var stream = answer.body()) {
                var isStream =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                return new Reply(
                        answer.statusCode(),
                        isStream ? "" : new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (HttpTimeoutException e) {
            return new Reply(200, "");
        }
    }

    private static String body(Operation operation, Map<String, String> ids) {
        return example(operation)
                .map(example -> {
                    ids.forEach((name, id) -> {
                        if (example.has(name)) {
                            example.put(name, id);
                        }
                    });
                    return example.toString();
                })
                .orElse("");
    }

    private static java.util.Optional<ObjectNode> example(Operation operation) {
        var content =
                operation.description().path("requestBody").path("content").path("application/json");
        var example = content.path("example");
        for (var named : content.path("examples")) {
            example = named.path("value");
        }
        return example instanceof ObjectNode object
                ? java.util.Optional.of(object.deepCopy())
                : java.util.Optional.empty();
    }

    /** The plain {@code {id}} of a path is told apart by what stands before it. */
    private static String key(Operation operation, String parameter) {
        return parameter.equals("id") ? operation.path().replaceAll("/\\{id}.*", "") : parameter;
    }

    private static Map<String, String> unknownIds(Map<String, String> ids) {
        var unknown = new HashMap<String, String>();
        ids.keySet().forEach(name -> unknown.put(name, UUID.randomUUID().toString()));
        return unknown;
    }

    private static Map<String, String> idsOfMulberry(World world, Story.Result story) {
        var district = " WHERE district_id = '" + DemoWorld.MULBERRY.id() + "' LIMIT 1";
        return new HashMap<>(Map.of(
                "districtId", DemoWorld.MULBERRY.id().toString(),
                "studentId", story.studentId().toString(),
                "guardianId", story.guardianId().toString(),
                "caseId", story.caseId().toString(),
                "referralId", story.referralId().toString(),
                "consentId", story.consentId().toString(),
                "staffId", one(world, Service.STUDENT, "SELECT id FROM staff" + district),
                "/v1/roster-imports", one(world, Service.STUDENT, "SELECT id FROM roster_import" + district),
                "/v1/inbox", one(world, Service.NOTIFICATION, "SELECT id FROM inbox_item" + district)));
    }

    private static String one(World world, Service service, String sql) {
        return world.query(service, UUID.class, sql).getFirst().toString();
    }

    private List<Operation> operations(World world, Service service) throws IOException, InterruptedException {
        var document = JSON.readTree(http.send(
                        HttpRequest.newBuilder(URI.create(world.suite().url(service) + "/q/openapi?format=json"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        var operations = new ArrayList<Operation>();
        for (var line : Files.readAllLines(Path.of(System.getProperty("schoolcase.root"), "docs/access-matrix.csv"))) {
            var cells = line.split(",", 5);
            if (cells[0].equals("*") || cells[0].equals(service.module())) {
                var description =
                        document.path("paths").path(cells[2]).path(cells[1].toLowerCase(java.util.Locale.ROOT));
                operations.add(new Operation(
                        service,
                        cells[1],
                        cells[2],
                        query(document, description),
                        List.of(cells[3].split(" ")),
                        cells[4],
                        description));
            }
        }
        return operations;
    }

    /** The parameters that the operation cannot do without, each with the first value that its contract lists. */
    private static String query(JsonNode document, JsonNode description) {
        var query = new java.util.StringJoiner("&", "?", "").setEmptyValue("");
        for (var parameter : description.path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                var schema = parameter.path("schema");
                var type = schema.has("$ref")
                        ? document.at(schema.path("$ref").asText().substring(1))
                        : schema;
                query.add(parameter.path("name").asText() + "="
                        + type.path("enum").path(0).asText());
            }
        }
        return query.toString();
    }

    private static void assertEventsAndMails(World world, List<String> markers) {
        var fairbanks = DemoWorld.FAIRBANKS.id().toString();
        for (var topic : java.util.stream.Stream.concat(Topics.FACTS.stream(), Topics.STATE.stream())
                .toList()) {
            for (var message : new Topic(world, topic).all(m -> fairbanks.equals(Topic.header(m, "ce_district")))) {
                markers.forEach(
                        marker -> assertThat(Topic.text(message)).as(topic).doesNotContain(marker));
            }
        }
        var people = world.query(
                Service.STUDENT,
                String.class,
                "SELECT email FROM staff WHERE district_id = '" + fairbanks + "' AND email IS NOT NULL");
        people.forEach(address -> assertThat(world.suite().mails().to(address))
                .allSatisfy(mail ->
                        markers.forEach(marker -> assertThat(mail.text()).doesNotContain(marker))));
    }
}
