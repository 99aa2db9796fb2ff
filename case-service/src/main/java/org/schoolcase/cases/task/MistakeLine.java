package org.schoolcase.cases.task;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the line of a mistake in a YAML text: that of the key it is about, where the reader has come to the end of the whole. */
final class MistakeLine {

    private MistakeLine() {}

    /** The line of the last key or item of the path that is in the text; the path leads there from the top. */
    static int of(String text, List<Reference> path) {
        try {
            return lineOf(path, new Yaml(new LoaderOptions()).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            return e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
        }
    }

    private static int lineOf(List<Reference> path, @Nullable Node root) {
        var node = root;
        var line = 1;
        for (var part : path) {
            var next = next(node, part);
            if (next == null) {
                return line;
            }
            line = next.getKeyNode().getStartMark().getLine() + 1;
            node = next.getValueNode();
        }
        return line;
    }

    private static @Nullable NodeTuple next(@Nullable Node node, Reference part) {
        return switch (node) {
            case SequenceNode list
            when part.getIndex() >= 0 && part.getIndex() < list.getValue().size() -> {
                var item = list.getValue().get(part.getIndex());
                yield new NodeTuple(item, item);
            }
            case MappingNode map ->
                map.getValue().stream()
                        .filter(it -> it.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(part.getFieldName()))
                        .findFirst()
                        .orElse(null);
            case null, default -> null;
        };
    }
}
