package org.schoolcase.cases.instrument.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Looks fields of a definition's schema up, references followed. */
final class Fields {

    private static final int MOST_STEPS = 10;

    private final JsonNode schema;

    Fields(JsonNode schema) {
        this.schema = schema;
    }

    Set<String> names() {
        var names = new TreeSet<String>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean has(String name) {
        return schema.path("properties").has(name);
    }

    JsonNode field(String name) {
        return resolve(schema.path("properties").path(name));
    }

    /** The items of a list, or what a field of such an item is. */
    JsonNode items(JsonNode list) {
        return resolve(list.path("items"));
    }

    JsonNode resolve(JsonNode node) {
        var found = node;
        for (int i = 0; i < MOST_STEPS && found.has("$ref"); i++) {
            found = schema.path("$defs").path(found.path("$ref").asText().replaceFirst("^#/\\$defs/", ""));
        }
        return found;
    }
}
