package org.schoolcase.cases.deadline;

import java.io.Reader;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of a YAML file, read strictly: each complaint names the file and the line. */
final class YamlMap {

    private final String file;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(String file, Node node, Set<String> keys) {
        this.file = file;
        if (!(node instanceof MappingNode mapping)) {
            throw new InvalidRuleFile(file, lineOf(node), "here 'key: value' lines are expected");
        }
        this.node = mapping;
        for (var entry : mapping.getValue()) {
            put(entry.getKeyNode(), entry.getValueNode(), keys);
        }
    }

    static YamlMap read(String file, Reader content, Set<String> keys) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(content);
            if (root == null) {
                throw new InvalidRuleFile(file, 1, "the file is empty");
            }
            return new YamlMap(file, root, keys);
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidRuleFile(file, line, "not YAML: " + e.getProblem());
        }
    }

    private void put(Node key, Node value, Set<String> keys) {
        var name = scalar(key);
        if (!keys.contains(name)) {
            throw new InvalidRuleFile(file, lineOf(key), "unknown key '%s'".formatted(name));
        }
        if (values.put(name, value) != null) {
            throw new InvalidRuleFile(file, lineOf(key), "'%s' is said twice".formatted(name));
        }
    }

    String text(String key) {
        var text = textOrNull(key);
        if (text == null) {
            throw problem(key, "'%s' is missing".formatted(key));
        }
        return text;
    }

    @Nullable
    String textOrNull(String key) {
        var value = values.get(key);
        return value == null ? null : scalar(value);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    int whole(String key) {
        var text = text(key);
        if (!text.matches("0|[1-9][0-9]{0,3}")) {
            throw problem(key, "'%s' must be a whole number from 0 to 9999, not '%s'".formatted(key, text));
        }
        return Integer.parseInt(text);
    }

    int wholeOr(String key, int other) {
        return has(key) ? whole(key) : other;
    }

    @Nullable
    Integer wholeOrNull(String key) {
        return has(key) ? whole(key) : null;
    }

    boolean yes(String key) {
        var text = has(key) ? text(key) : "false";
        if (!text.equals("true") && !text.equals("false")) {
            throw problem(key, "'%s' must be true or false, not '%s'".formatted(key, text));
        }
        return text.equals("true");
    }

    <E extends Enum<E>> E oneOfOr(Class<E> type, String key, E other) {
        return has(key) ? oneOf(type, key) : other;
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String key) {
        var text = text(key);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> problem(
                        key,
                        "'%s' must be one of %s, not '%s'"
                                .formatted(key, Arrays.toString(type.getEnumConstants()), text)));
    }

    LocalDate date(String key) {
        var text = text(key);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw problem(key, "'%s' must be a date such as 2026-08-31, not '%s'".formatted(key, text));
        }
    }

    @Nullable
    LocalDate dateOrNull(String key) {
        return values.containsKey(key) ? date(key) : null;
    }

    /** A date of every year, such as 06-30. */
    @Nullable
    MonthDay monthDayOrNull(String key) {
        if (!has(key)) {
            return null;
        }
        try {
            return MonthDay.parse("--" + text(key));
        } catch (DateTimeParseException _) {
            throw problem(key, "'%s' must be a month and day such as 06-30, not '%s'".formatted(key, text(key)));
        }
    }

    /** The mapping under a key; null when the key is absent. */
    @Nullable
    YamlMap mapOrNull(String key, Set<String> keys) {
        var value = values.get(key);
        return value == null ? null : new YamlMap(file, value, keys);
    }

    /** The mappings of a list, none when the key is absent. */
    List<YamlMap> list(String key, Set<String> keysOfEach) {
        var maps = new ArrayList<YamlMap>();
        for (var item : items(key)) {
            maps.add(new YamlMap(file, item, keysOfEach));
        }
        return maps;
    }

    /** The plain values of a list, none when the key is absent. */
    List<String> texts(String key) {
        return items(key).stream().map(this::scalar).toList();
    }

    InvalidRuleFile problem(String key, String message) {
        return new InvalidRuleFile(file, lineOf(values.getOrDefault(key, node)), message);
    }

    private List<Node> items(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case SequenceNode sequence -> sequence.getValue();
            default -> throw problem(key, "'%s' must be a list".formatted(key));
        };
    }

    private String scalar(Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw new InvalidRuleFile(file, lineOf(value), "one plain value is expected");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
