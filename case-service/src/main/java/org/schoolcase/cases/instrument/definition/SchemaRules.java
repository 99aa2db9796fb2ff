package org.schoolcase.cases.instrument.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of JSON Schema 2020-12 that a form may use: every text, number, list and object bounded, references only to the
 * definition's own {@code $defs}, no circles, so that looking at answers costs little whatever they are.
 */
final class SchemaRules {

    private static final int DEEPEST = 5;
    private static final int MOST_FIELDS = 400;
    private static final int LONGEST_TEXT = 8000;
    private static final int LONGEST_LIST = 100;
    private static final int MOST_CHOICES = 80;
    private static final Set<String> ALWAYS = Set.of("type", "title", "description");
    private static final Set<String> AT_ROOT = Set.of("$schema", "$defs");
    private static final Set<String> FORMATS = Set.of("date", "date-time");
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final Map<String, Set<String>> WORDS = Map.of(
            "object", Set.of("properties", "required", "additionalProperties", "dependentRequired"),
            "array", Set.of("items", "minItems", "maxItems", "uniqueItems"),
            "string", Set.of("minLength", "maxLength", "pattern", "format", "enum"),
            "integer", Set.of("minimum", "maximum"),
            "number", Set.of("minimum", "maximum"),
            "boolean", Set.of());

    private final JsonNode root;
    private final List<Fault> faults = new ArrayList<>();
    private final Deque<String> within = new ArrayDeque<>();
    private int fields;

    private SchemaRules(JsonNode root) {
        this.root = root;
    }

    static List<Fault> faultsOf(JsonNode schema) {
        var invalid = Validation.faultsOf(Validation.ofSchemas(), schema);
        if (!invalid.isEmpty()) {
            return invalid;
        }
        var rules = new SchemaRules(schema);
        rules.root();
        return List.copyOf(new java.util.LinkedHashSet<>(rules.faults));
    }

    private void root() {
        if (!root.path("type").asText().equals("object")) {
            fault("/type", "not-an-object", "The answers of a form are an object.");
            return;
        }
        if (root.has("$schema") && !root.path("$schema").asText().equals(DRAFT)) {
            fault("/$schema", "other-draft", "Only " + DRAFT + ".");
        }
        for (var definition : root.path("$defs").properties()) {
            walk(definition.getValue(), "/$defs" + Fault.step(definition.getKey()), 1);
        }
        walk(root, "", 0);
    }

    private void walk(JsonNode node, String pointer, int depth) {
        fields++;
        if (fields > MOST_FIELDS || depth > DEEPEST) {
            fault(
                    pointer,
                    "too-large",
                    "At most %d fields, nested %d deep, references followed.".formatted(MOST_FIELDS, DEEPEST));
        } else if (node.has("$ref")) {
            reference(node, pointer, depth);
        } else {
            typed(node, pointer, depth);
        }
    }

    private void reference(JsonNode node, String pointer, int depth) {
        var ref = node.path("$ref").asText();
        var name = ref.startsWith("#/$defs/") ? ref.substring("#/$defs/".length()) : "";
        words(node, pointer, Set.of("$ref", "title", "description"));
        if (!name.matches("[A-Za-z0-9_-]{1,80}")) {
            fault(pointer + "/$ref", "foreign-reference", "A reference is to #/$defs/NAME of this schema.");
        } else if (!root.path("$defs").has(name)) {
            fault(pointer + "/$ref", "unknown-reference", "There is no such entry in $defs.");
        } else if (within.contains(name)) {
            fault(pointer + "/$ref", "circular-reference", "A reference does not lead back to itself.");
        } else {
            within.push(name);
            walk(root.path("$defs").path(name), "/$defs/" + name, depth);
            within.pop();
        }
    }

    private void typed(JsonNode node, String pointer, int depth) {
        var type = node.path("type").asText();
        var own = WORDS.get(type);
        if (own == null) {
            fault(pointer + "/type", "type", "One of: array, boolean, integer, number, object, string.");
            return;
        }
        var allowed = new HashSet<>(own);
        allowed.addAll(ALWAYS);
        if (pointer.isEmpty()) {
            allowed.addAll(AT_ROOT);
        }
        words(node, pointer, allowed);
        switch (type) {
            case "object" -> object(node, pointer, depth);
            case "array" -> list(node, pointer, depth);
            case "string" -> text(node, pointer);
            case "integer", "number" -> number(node, pointer);
            default -> {} // a boolean is bounded by itself
        }
    }

    private void object(JsonNode node, String pointer, int depth) {
        if (!node.path("additionalProperties").isBoolean()
                || node.path("additionalProperties").booleanValue()) {
            fault(pointer + "/additionalProperties", "open-object", "Every object says additionalProperties: false.");
        }
        var properties = node.path("properties");
        if (properties.isEmpty()) {
            fault(pointer + "/properties", "no-fields", "An object has fields.");
        }
        for (var property : properties.properties()) {
            var place = pointer + "/properties" + Fault.step(property.getKey());
            if (!property.getKey().matches("[a-zA-Z][a-zA-Z0-9_]{0,59}")) {
                fault(place, "field-name", "A name begins with a letter and has up to 60 letters, digits and _.");
            }
            walk(property.getValue(), place, depth + 1);
        }
        for (int i = 0; i < node.path("required").size(); i++) {
            if (!properties.has(node.path("required").get(i).asText())) {
                fault(pointer + "/required/" + i, "unknown-field", "Names no field of this object.");
            }
        }
    }

    private void list(JsonNode node, String pointer, int depth) {
        bound(node, pointer, "maxItems", LONGEST_LIST);
        if (!node.path("items").isObject()) {
            fault(pointer + "/items", "required", "A list says what its items are.");
        } else {
            walk(node.path("items"), pointer + "/items", depth + 1);
        }
    }

    private void text(JsonNode node, String pointer) {
        if (node.has("enum")) {
            choices(node.path("enum"), pointer + "/enum");
        } else if (node.has("format")) {
            if (!FORMATS.contains(node.path("format").asText())) {
                fault(pointer + "/format", "format", "Only date and date-time.");
            }
        } else {
            bound(node, pointer, "maxLength", node.has("pattern") ? SafePattern.LONGEST_TEXT : LONGEST_TEXT);
        }
        if (node.has("pattern")) {
            SafePattern.complaint(node.path("pattern").asText())
                    .ifPresent(complaint -> fault(pointer + "/pattern", "unsafe-pattern", complaint));
        }
    }

    private void choices(JsonNode choices, String pointer) {
        var seen = new HashSet<String>();
        for (var choice : choices) {
            if (!choice.isTextual() || !choice.textValue().matches("[A-Z0-9][A-Z0-9_]{0,59}")) {
                fault(pointer, "choice", "A choice is a name of capitals, digits and _, shown by its label.");
            } else if (!seen.add(choice.textValue())) {
                fault(pointer, "uniqueItems", "Says something twice.");
            }
        }
        if (choices.isEmpty() || choices.size() > MOST_CHOICES) {
            fault(pointer, "choices", "1 to %d choices.".formatted(MOST_CHOICES));
        }
    }

    private void number(JsonNode node, String pointer) {
        for (var bound : List.of("minimum", "maximum")) {
            if (!node.path(bound).isNumber()) {
                fault(pointer + "/" + bound, "required", "Every number says minimum and maximum.");
            }
        }
        if (node.path("minimum").asDouble() > node.path("maximum").asDouble()) {
            fault(pointer + "/minimum", "empty-range", "The minimum is over the maximum.");
        }
    }

    private void bound(JsonNode node, String pointer, String word, int most) {
        var bound = node.path(word);
        if (!bound.canConvertToInt() || bound.intValue() < 1 || bound.intValue() > most) {
            fault(pointer + "/" + word, "unbounded", "Says %s, from 1 to %d.".formatted(word, most));
        }
    }

    private void words(JsonNode node, String pointer, Set<String> allowed) {
        node.fieldNames().forEachRemaining(word -> {
            if (!allowed.contains(word)) {
                fault(pointer + Fault.step(word), "keyword", "This word of JSON Schema cannot be used here.");
            }
        });
    }

    private void fault(String pointer, String code, String detail) {
        faults.add(new Fault(pointer, code, detail));
    }
}
