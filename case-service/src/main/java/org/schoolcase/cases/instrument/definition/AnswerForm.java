package org.schoolcase.cases.instrument.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.List;
import java.util.Set;

/** The schema of a definition, ready to look at answers: at whole ones, and at those of a draft, in which much is missing. */
public final class AnswerForm {

    private static final int MOST_CHARACTERS = 256_000;
    private static final int MOST_NODES = 10_000;
    private static final Set<String> OF_WHOLE_ANSWERS =
            Set.of("required", "dependentRequired", "minItems", "minLength");

    private final JsonSchema whole;
    private final JsonSchema draft;

    private AnswerForm(JsonNode schema) {
        this.whole = Validation.schema(schema);
        this.draft = Validation.schema(relaxed(schema, false));
    }

    static AnswerForm of(JsonNode schema) {
        return new AnswerForm(schema);
    }

    /** The faults of answers that are to be final. */
    public List<Fault> faultsOf(JsonNode answers) {
        var unfit = PlainJson.faultsOf(answers, MOST_CHARACTERS, MOST_NODES);
        return unfit.isEmpty() ? Validation.faultsOf(whole, answers) : unfit;
    }

    /** The faults of answers that may be incomplete, but not wrong. */
    public List<Fault> faultsOfDraft(JsonNode answers) {
        var unfit = PlainJson.faultsOf(answers, MOST_CHARACTERS, MOST_NODES);
        return unfit.isEmpty() ? Validation.faultsOf(draft, answers) : unfit;
    }

    /** The schema without what only whole answers keep to; a field may bear such a word as its name. */
    private static JsonNode relaxed(JsonNode schema, boolean namesAreFields) {
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        var relaxed = object.objectNode();
        for (var entry : object.properties()) {
            if (namesAreFields || !OF_WHOLE_ANSWERS.contains(entry.getKey())) {
                var fieldsInside = !namesAreFields
                        && (entry.getKey().equals("properties")
                                || entry.getKey().equals("$defs"));
                relaxed.set(entry.getKey(), relaxed(entry.getValue(), fieldsInside));
            }
        }
        return relaxed;
    }
}
