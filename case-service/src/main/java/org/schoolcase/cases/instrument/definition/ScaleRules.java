package org.schoolcase.cases.instrument.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A scale adds up whole-number fields of the schema, and its bands cover its totals in order and without overlap. */
final class ScaleRules {

    private final Fields fields;
    private final List<Fault> faults = new ArrayList<>();

    private ScaleRules(JsonNode schema) {
        this.fields = new Fields(schema);
    }

    static List<Fault> faultsOf(JsonNode scoring, JsonNode schema) {
        var rules = new ScaleRules(schema);
        var keys = new HashSet<String>();
        var scales = scoring.path("scales");
        for (int i = 0; i < scales.size(); i++) {
            if (!keys.add(scales.get(i).path("key").asText())) {
                rules.fault("/scales/%d/key".formatted(i), "uniqueItems", "Another scale has this key.");
            }
            rules.scale(scales.get(i), "/scales/" + i);
        }
        return rules.faults;
    }

    private void scale(JsonNode scale, String pointer) {
        long least = 0;
        long most = 0;
        for (int i = 0; i < scale.path("items").size(); i++) {
            var field = fields.field(scale.path("items").get(i).asText());
            if (!field.path("type").asText().equals("integer")) {
                fault("%s/items/%d".formatted(pointer, i), "unknown-field", "Names no whole-number field.");
                return;
            }
            least += field.path("minimum").asLong();
            most += field.path("maximum").asLong();
        }
        bands(scale.path("bands"), least, most, pointer + "/bands");
    }

    private void bands(JsonNode bands, long least, long most, String pointer) {
        if (bands.isEmpty()) {
            return;
        }
        var next = least;
        for (int i = 0; i < bands.size(); i++) {
            var from = bands.get(i).path("from").asLong();
            var to = bands.get(i).path("to").asLong();
            if (from != next || to < from) {
                fault(
                        "%s/%d/from".formatted(pointer, i),
                        "bands",
                        "Bands follow each other without a gap, from the least total to the greatest.");
                return;
            }
            next = to + 1;
        }
        if (next != most + 1) {
            fault(pointer, "bands", "Bands end with the greatest total, %d.".formatted(most));
        }
    }

    private void fault(String pointer, String code, String detail) {
        faults.add(new Fault(pointer, code, detail));
    }
}
