package org.schoolcase.students.privacy.mention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.DigestUtils;

/** The texts within a row, however deep. */
final class Texts {

    private Texts() {}

    /** Gives each text with its JSON pointer. */
    static void of(JsonNode node, BiConsumer<String, String> text) {
        of("", node, text);
    }

    private static void of(String path, JsonNode node, BiConsumer<String, String> text) {
        if (node.isTextual()) {
            text.accept(path, node.asText());
        } else if (node.isObject()) {
            node.properties().forEach(field -> of(path + "/" + field.getKey(), field.getValue(), text));
        } else {
            for (int i = 0; i < node.size(); i++) {
                of(path + "/" + i, node.get(i), text);
            }
        }
    }

    /** The same with each text as it is to be. */
    static JsonNode changed(JsonNode node, UnaryOperator<String> change) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(change.apply(text.asText()));
            case ObjectNode object -> {
                var copy = object.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), changed(field.getValue(), change)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = array.arrayNode();
                array.forEach(element -> copy.add(changed(element, change)));
                yield copy;
            }
            default -> node;
        };
    }

    static String hash(String text) {
        return DigestUtils.sha256Hex(text);
    }
}
