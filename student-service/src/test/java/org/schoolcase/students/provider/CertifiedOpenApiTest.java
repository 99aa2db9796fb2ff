package org.schoolcase.students.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks the OpenAPI document of a certified provider, calls each operation, and validates each answer against its schema;
 * then calls all 41 operations and validates each record against the data model of the standard.
 */
@QuarkusTest
class CertifiedOpenApiTest {

    private static final Path CERTIFIED = Path.of("src/test/resources/oneroster/provider/edfi-oneroster-openapi.yml");

    /** Where the certified document describes one element and the binding has a list of them. */
    private static final Set<String> LISTS =
            Set.of("children", "terms", "agents", "roles", "resources", "subjects", "subjectCodes", "periods");

    /** Ids in the small roster of what a path's parameters name. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("academicSessions", "y1"),
            Map.entry("gradingPeriods", "g1"),
            Map.entry("terms", "t1"),
            Map.entry("orgs", "d1"),
            Map.entry("schools", "s1"),
            Map.entry("courses", "c1"),
            Map.entry("classes", "k1"),
            Map.entry("users", "u2"),
            Map.entry("students", "u2"),
            Map.entry("teachers", "u1"),
            Map.entry("enrollments", "e2"),
            Map.entry("demographics", "u2"));

    @TestFactory
    Stream<DynamicTest> answersAsTheCertifiedDocumentSays() throws IOException {
        var provider = new ProviderProbe().load(ProviderProbe.roster());
        var document = new YAMLMapper().readTree(Files.readString(CERTIFIED));
        var components = corrected(document.path("components"));
        return document.path("paths").properties().stream()
                .map(path -> dynamicTest(path.getKey(), () -> {
                    var operation = path.getValue().path("get");
                    var answer = read(provider, path.getKey());
                    var schema = (ObjectNode) operation
                            .path("responses")
                            .path("200")
                            .path("content")
                            .path("application/json")
                            .path("schema")
                            .deepCopy();
                    var envelope = schema.path("properties").fieldNames().next();
                    schema.set("components", components);
                    schema.putArray("required").add(envelope);
                    schema.put("additionalProperties", false);
                    assertThat(answer.path(envelope).isEmpty()).isFalse();
                    assertThat(StrictRostering.validate(schema, answer)).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> answersAllOperationsAsTheStandardSays() {
        var provider = new ProviderProbe().load(ProviderProbe.roster());
        assertThat(Operation.ALL).hasSize(41);
        assertThat(Operation.ALL).extracting(Operation::id).doesNotHaveDuplicates();
        return Operation.ALL.stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    var answer = read(provider, ProviderProbe.BASE + operation.path());
                    var resource = operation.collection().resource();
                    assertThat(answer.properties()).hasSize(1);
                    for (var record : records(operation, answer)) {
                        assertThat(StrictRostering.faults(resource.singular(), record))
                                .isEmpty();
                    }
                }));
    }

    private static List<JsonNode> records(Operation operation, JsonNode answer) {
        var resource = operation.collection().resource();
        if (operation.single()) {
            return List.of(answer.path(resource.singular()));
        }
        var records = (ArrayNode) answer.path(resource.plural());
        assertThat(records).isNotEmpty();
        return StreamSupport.stream(records.spliterator(), false).toList();
    }

    private static JsonNode read(ProviderProbe provider, String template) throws IOException {
        var path = new StringBuilder();
        var before = "";
        for (var segment : template.substring(1).split("/", -1)) {
            path.append('/').append(segment.startsWith("{") ? IDS.get(before) : segment);
            before = segment;
        }
        return StrictRostering.JSON.readTree(provider.client()
                .get(path.toString())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString());
    }

    /**
     * The certified document is looser than its own binding in four places, where we keep to the binding: lists are
     * described by one element, booleans are texts on the wire, sexes are lower case, and user ids are objects.
     */
    private static JsonNode corrected(JsonNode components) {
        for (var schema : components.path("schemas")) {
            for (var property : schema.path("properties").properties()) {
                var described = (ObjectNode) property.getValue();
                if (LISTS.contains(property.getKey()) && described.path("type").isTextual()) {
                    var items = described.deepCopy();
                    described.removeAll().put("type", "array").set("items", items);
                } else if (described.path("type").asText().equals("boolean")) {
                    described.removeAll().putArray("enum").add("true").add("false");
                } else if (property.getKey().equals("sex")) {
                    described
                            .putArray("enum")
                            .add("male")
                            .add("female")
                            .add("unspecified")
                            .add("other");
                }
            }
        }
        return components;
    }
}
