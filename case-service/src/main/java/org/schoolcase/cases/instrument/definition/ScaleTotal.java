package org.schoolcase.cases.instrument.definition;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What the items of a scale add up to: a raw total of no norm.
 *
 * @param answered how many of the items have an answer; the total is of those alone
 * @param band index of the definition's band that the total falls in; null while items are missing or where there are no bands
 */
public record ScaleTotal(
        String scale,
        long total,
        int answered,
        int items,
        @Nullable Integer band) {

    static ScaleTotal of(JsonNode scale, JsonNode answers) {
        long total = 0;
        int answered = 0;
        var items = scale.path("items");
        for (var item : items) {
            var answer = answers.path(item.asText());
            if (answer.isNumber()) {
                total += answer.longValue();
                answered++;
            }
        }
        var band = answered == items.size() ? band(scale.path("bands"), total) : null;
        return new ScaleTotal(scale.path("key").asText(), total, answered, items.size(), band);
    }

    private static @Nullable Integer band(JsonNode bands, long total) {
        for (int i = 0; i < bands.size(); i++) {
            if (total >= bands.get(i).path("from").asLong()
                    && total <= bands.get(i).path("to").asLong()) {
                return i;
            }
        }
        return null;
    }
}
