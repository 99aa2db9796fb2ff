package org.schoolcase.cases.instrument.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A definition of the library, in YAML; the name of the file, {@code parent-interview.v1.yaml}, says its key and version.
 *
 * @param key {@code schoolcase.parent-interview}: districts cannot take a key with this beginning
 */
public record DefinitionFile(String key, int version, Definition definition) {

    /** The beginning of every key of the library. */
    public static final String PREFIX = "schoolcase.";

    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9-]{0,59})\\.v([1-9][0-9]{0,3})\\.yaml");
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /** Reads a file; throws {@link InvalidDefinitionFile} with every fault, each with its line. */
    public static DefinitionFile read(String name, String content) {
        var said = NAME.matcher(name);
        if (!said.matches()) {
            throw InvalidDefinitionFile.at(name, 1, "a file is named key.v1.yaml");
        }
        var tree = tree(name, content);
        var faults = Definition.faultsOf(tree);
        if (!faults.isEmpty()) {
            throw new InvalidDefinitionFile(faults.stream()
                    .map(fault -> "%s:%d: %s: %s"
                            .formatted(name, line(content, fault.pointer()), fault.pointer(), fault.detail()))
                    .collect(Collectors.joining("\n")));
        }
        return new DefinitionFile(PREFIX + said.group(1), Integer.parseInt(said.group(2)), Definition.of(tree));
    }

    private static ObjectNode tree(String name, String content) {
        try {
            if (YAML.readTree(content) instanceof ObjectNode object) {
                return object;
            }
            throw InvalidDefinitionFile.at(name, 1, "here 'key: value' lines are expected");
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw InvalidDefinitionFile.at(name, place == null ? 1 : place.getLineNr(), e.getOriginalMessage());
        }
    }

    /** The line of a value, or of the innermost one around it that is there. */
    private static int line(String content, String pointer) {
        var node = new Yaml(new LoaderOptions()).compose(new StringReader(content));
        for (var step : pointer.split("/", -1)) {
            node = step.isEmpty() ? node : child(node, step.replace("~1", "/").replace("~0", "~"));
        }
        return node.getStartMark().getLine() + 1;
    }

    private static Node child(Node node, String step) {
        return switch (node) {
            case SequenceNode list ->
                step.matches("\\d+") && Integer.parseInt(step) < list.getValue().size()
                        ? list.getValue().get(Integer.parseInt(step))
                        : node;
            case MappingNode map ->
                map.getValue().stream()
                        .filter(it -> it.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(step))
                        .map(it -> it.getValueNode())
                        .findFirst()
                        .orElse(node);
            default -> node;
        };
    }
}
