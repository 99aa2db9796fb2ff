package org.schoolcase.students.privacy.mention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.privacy.archive.Redaction;

/** Leaves out the names that the custodian decided to leave out. */
final class DecidedRedaction implements Redaction {

    private static final String INSTEAD = "[another student]";

    private record Place(String service, String kind) {}

    private final Map<Place, Map<String, List<String>>> words = new HashMap<>();
    private final long names;

    DecidedRedaction(List<Mention> redacted) {
        names = redacted.size();
        for (var mention : redacted) {
            words.computeIfAbsent(new Place(mention.service(), mention.kind()), _ -> new HashMap<>())
                    .computeIfAbsent(mention.textHash(), _ -> new ArrayList<>())
                    .add(mention.matched());
        }
        // The longer first: one name may stand within another.
        words.values().forEach(texts -> texts.values()
                .forEach(matched ->
                        matched.sort(Comparator.comparingInt(String::length).reversed())));
    }

    @Override
    public JsonNode apply(String service, String kind, JsonNode row) {
        var texts = words.get(new Place(service, kind));
        return texts == null ? row : Texts.changed(row, text -> without(texts.get(Texts.hash(text)), text));
    }

    private static String without(@Nullable List<String> matched, String text) {
        var left = text;
        if (matched != null) {
            for (var name : matched) {
                left = left.replace(name, INSTEAD);
            }
        }
        return left;
    }

    @Override
    public long names() {
        return names;
    }
}
