package org.schoolcase.notifications.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What readers may rely on: each field's type and format, and whether it is always there. */
final class Promise {

    private Promise() {}

    /** Flattens a schema: {@code guardians[].email -> string}, {@code studentId -> string uuid required}. */
    static Map<String, String> of(JsonNode schema) {
        var promise = new TreeMap<String, String>();
        collect("", schema, promise);
        return promise;
    }

    static Map<String, String> read(JsonNode promised) {
        return promised.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().asText(), (a, b) -> b, TreeMap::new));
    }

    private static void collect(String path, JsonNode schema, Map<String, String> promise) {
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        schema.path("properties").properties().forEach(field -> {
            var name = path + field.getKey();
            var definition = field.getValue();
            promise.put(name, kind(definition) + (required.contains(field.getKey()) ? " required" : ""));
            collect(name + ".", definition, promise);
            collect(name + "[].", definition.path("items"), promise);
        });
    }

    private static String kind(JsonNode definition) {
        var type = definition.path("type");
        var text = type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("|"))
                : type.asText("any");
        return definition.has("format") ? text + " " + definition.get("format").asText() : text;
    }
}
