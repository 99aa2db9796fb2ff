package org.schoolcase.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Every rule file keeps to the schema that editors of law work with; a mistake is named with its file and line. */
class LawSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text("rule-file.schema.json"));

    static Stream<String> files() throws IOException {
        return StreamSupport.stream(
                        YAML.readTree(text("index.yaml")).path("files").spliterator(), false)
                .map(JsonNode::asText);
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepsToTheSchema(String file) throws IOException {
        assertThat(mistakes(file, text(file))).isEmpty();
    }

    @Test
    void namesTheLineOfAMistake() throws IOException {
        var wrong =
                text("us-az.yaml").replace("amount: 60", "amount: sixty").replace("unit: CALENDAR", "unti: CALENDAR");

        assertThat(mistakes("us-az.yaml", wrong))
                .anySatisfy(it -> assertThat(it).startsWith("us-az.yaml:9:"))
                .anySatisfy(it -> assertThat(it).startsWith("us-az.yaml:10:").contains("unti"));
    }

    @Test
    void namesWhatTheEngineKnowsAndNothingElse() throws IOException {
        var defs = JSON.readTree(text("rule-file.schema.json")).path("$defs");

        assertThat(words(defs, "step")).containsExactlyElementsOf(names(Step.values()));
        assertThat(words(defs, "event")).containsExactlyElementsOf(names(LawEvent.values()));
        assertThat(words(defs, "circumstance")).containsExactlyElementsOf(names(Circumstance.values()));
        assertThat(words(defs, "unit")).containsExactlyElementsOf(names(Unit.values()));
        assertThat(words(defs, "confidence")).containsExactlyElementsOf(names(Confidence.values()));
    }

    @Test
    void rulesOrInheritsEveryFederalRuleFromD1ToD41InEveryState() {
        var rules = RuleBook.load();
        for (var jurisdiction : rules.jurisdictions()) {
            for (var step : List.of(Step.INITIAL_EVALUATION, Step.MANIFESTATION_DETERMINATION, Step.CHILD_COUNT)) {
                assertThat(rules.find(jurisdiction, step)).isInstanceOf(RuleBook.Entry.Ruled.class);
            }
        }
    }

    private static List<String> words(JsonNode defs, String name) {
        return StreamSupport.stream(defs.path(name).path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static Set<String> mistakes(String file, String content) throws IOException {
        var root = new Yaml(new LoaderOptions()).compose(new StringReader(content));
        return SCHEMA.validate(YAML.readTree(content)).stream()
                .map(it -> "%s:%d: %s".formatted(file, line(root, location(it)), it.getMessage()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where the mistake is: at the key that should not be there, if it is about one. */
    private static String location(ValidationMessage mistake) {
        var location = mistake.getInstanceLocation().toString();
        return mistake.getProperty() == null ? location : location + "." + mistake.getProperty();
    }

    /** The line of a value that the validator names as $.rules[0].amount. */
    private static int line(Node root, String location) {
        var node = root;
        for (var part : location.replaceFirst("^[$/]", "").split("[./\\[\\]]+", -1)) {
            node = part.isEmpty() ? node : child(node, part);
        }
        return node.getStartMark().getLine() + 1;
    }

    private static Node child(Node node, String part) {
        return switch (node) {
            case SequenceNode list -> list.getValue().get(Integer.parseInt(part));
            case MappingNode map ->
                map.getValue().stream()
                        .filter(it -> ((ScalarNode) it.getKeyNode()).getValue().equals(part))
                        .map(it -> it.getValueNode())
                        .findFirst()
                        .orElse(node);
            default -> node;
        };
    }

    private static String text(String file) {
        try (var stream = LawSchemaTest.class.getResourceAsStream("/law/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
