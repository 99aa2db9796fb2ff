package org.schoolcase.notifications.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed contracts agree with each other: AsyncAPI document, JSON Schemas, recorded examples, and what was promised. */
class EventContractsTest {

    private static final Path EVENTS = Path.of(System.getProperty("schoolcase.root", ".."), "docs", "events");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private static final JsonNode API = yaml(EVENTS.resolve("asyncapi.yaml"));

    static List<String> types() {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("org.schoolcase.") && name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theDocumentHasExactlyTheTypesThatHaveASchema() {
        var described = new TreeSet<String>();
        for (var message : API.at("/components/messages")) {
            described.add(message.get("name").asText());
            assertThat(message.at("/payload/schema/$ref").asText())
                    .isEqualTo("./" + message.get("name").asText() + ".json");
        }

        assertThat(described).containsExactlyElementsOf(types());
    }

    @Test
    void everyReferenceOfTheDocumentLeadsSomewhere() {
        API.findValues("$ref").stream().map(JsonNode::asText).forEach(reference -> {
            if (reference.startsWith("#")) {
                assertThat(API.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(EVENTS.resolve(reference)).exists();
            }
        });
    }

    @Test
    void everyMessageIsSentOnOneChannelBySomebody() {
        var sentChannels = StreamSupport.stream(API.get("operations").spliterator(), false)
                .filter(operation -> operation.get("action").asText().equals("send"))
                .map(operation -> operation.at("/channel/$ref").asText().replace("#/channels/", ""))
                .toList();
        var messages = API.get("channels")
                .propertyStream()
                .peek(channel -> assertThat(sentChannels).contains(channel.getKey()))
                .flatMap(channel -> channel.getValue().get("messages").propertyStream())
                .map(message -> message.getKey())
                .toList();

        assertThat(messages).doesNotHaveDuplicates().hasSize(types().size());
    }

    @ParameterizedTest
    @MethodSource("types")
    void theRecordedExampleIsValid(String type) {
        var faults = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        SchemaLocation.of(EVENTS.resolve(type + ".json").toUri().toString()), schema(type), STRICT)
                .validate(text(example(type)), InputFormat.JSON);

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaSaysWhatItIs(String type) {
        var schema = json(EVENTS.resolve(type + ".json"));

        assertThat(schema.get("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("$id").asText()).contains(type);
        assertThat(schema.path("additionalProperties").asBoolean(true))
                .as("readers ignore what they do not know")
                .isTrue();
        assertThat(schema.get("required")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void factsNameNoPerson(String type) {
        if (!type.endsWith(".profile.v1")) {
            var fields = new TreeSet<String>();
            json(EVENTS.resolve(type + ".json")).get("properties").fieldNames().forEachRemaining(fields::add);
            assertThat(fields).noneMatch(field -> field.matches("(?i).*(name|email|phone|birth|address|note|text).*"));
        }
    }

    /** What was promised to readers is recorded in promises.json; a field may be added there, never taken away. */
    @ParameterizedTest
    @MethodSource("types")
    void keepsWhatWasPromisedToReaders(String type) {
        var promised = json(EVENTS.resolve("promises.json")).get(type);
        assertThat(promised)
                .as("record the new type in docs/events/promises.json: %s", Promise.of(schema(type)))
                .isNotNull();

        assertThat(Promise.of(schema(type))).containsAllEntriesOf(Promise.read(promised));
    }

    @Test
    void takesNoPromisedTypeAway() {
        json(EVENTS.resolve("promises.json")).fieldNames().forEachRemaining(type -> assertThat(types())
                .contains(type));
    }

    private static JsonNode schema(String type) {
        return json(EVENTS.resolve(type + ".json"));
    }

    private static Path example(String type) {
        return EVENTS.resolve("examples").resolve(type + ".json");
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode yaml(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
