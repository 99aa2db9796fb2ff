package org.schoolcase.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares a request with what is stored, field by field; lists are compared as a whole. */
final class Differences {

    /**
     * One field in which both differ.
     *
     * @param field JSON Pointer (RFC 6901) into the request
     * @param yours its value in the request; null where it has none
     * @param current its value now
     */
    @JsonInclude
    record Difference(String field, JsonNode yours, JsonNode current) {}

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Differences() {}

    /** Only fields that the request has are looked at: what it cannot change is not in dispute. */
    static List<Difference> between(Object wanted, Object current) {
        var found = new ArrayList<Difference>();
        compare("", JSON.valueToTree(wanted), JSON.valueToTree(current), found);
        return found;
    }

    private static void compare(String at, JsonNode wanted, JsonNode current, List<Difference> found) {
        if (wanted.isObject() && current.isObject()) {
            var names = new TreeSet<String>();
            wanted.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(at + "/" + escaped(name), wanted.get(name), value(current, name), found));
        } else if (!wanted.equals(current)) {
            found.add(new Difference(at, wanted, current));
        }
    }

    private static JsonNode value(JsonNode object, String name) {
        var value = object.get(name);
        return value == null ? NullNode.getInstance() : value;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
