package org.schoolcase.cases.instrument.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Looks a definition through: its envelope, its schema, its layout, its scales, its words in each language, its example. */
final class DefinitionRules {

    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_NODES = 8_000;
    private static final int MOST_FAULTS = 50;
    private static final JsonSchema ENVELOPE = Validation.schema(resource());
    private static final Set<String> WORDS = Set.of("title", "description", "label", "help");

    private final JsonNode definition;
    private final List<Fault> faults = new ArrayList<>();

    private DefinitionRules(JsonNode definition) {
        this.definition = definition;
    }

    /** Every fault of a definition, at most fifty; none when it can be used. */
    static List<Fault> faultsOf(JsonNode definition) {
        var unfit = PlainJson.faultsOf(definition, MOST_CHARACTERS, MOST_NODES);
        if (!unfit.isEmpty()) {
            return unfit;
        }
        var envelope = Validation.faultsOf(ENVELOPE, definition);
        if (!envelope.isEmpty()) {
            return envelope;
        }
        var rules = new DefinitionRules(definition);
        rules.look();
        return rules.faults.stream().distinct().limit(MOST_FAULTS).toList();
    }

    private void look() {
        add("/schema", SchemaRules.faultsOf(definition.path("schema")));
        if (!faults.isEmpty()) {
            return;
        }
        var schema = definition.path("schema");
        add("/layout", LayoutRules.faultsOf(definition.path("layout"), schema));
        add("/scoring", ScaleRules.faultsOf(definition.path("scoring"), schema));
        consent();
        words(definition.path("title"), "/title");
        words(definition.path("description"), "/description");
        wordsWithin(definition.path("layout"), "/layout");
        wordsWithin(definition.path("scoring"), "/scoring");
        if (definition.has("example")) {
            add("/example", AnswerForm.of(schema).faultsOf(definition.path("example")));
        }
    }

    /** An assessment of one child is an evaluation and never free of consent; screening is for instruction. */
    private void consent() {
        var kind = InstrumentKind.valueOf(definition.path("kind").asText());
        var free = definition.path("consentFreeFor");
        for (int i = 0; i < free.size(); i++) {
            var purpose = Purpose.valueOf(free.get(i).asText());
            var lawful =
                    switch (kind) {
                        case ASSESSMENT -> false;
                        case SCREENING -> purpose == Purpose.INSTRUCTION;
                        case INTERVIEW, OBSERVATION -> purpose == Purpose.INTAKE;
                    };
            if (!lawful) {
                faults.add(new Fault(
                        "/consentFreeFor/" + i,
                        "consent-needed",
                        "For this kind of instrument this purpose needs consent (34 CFR 300.300, 300.302)."));
            }
        }
    }

    private void wordsWithin(JsonNode node, String pointer) {
        for (var entry : node.properties()) {
            var place = pointer + Fault.step(entry.getKey());
            if (WORDS.contains(entry.getKey()) && entry.getValue().isObject()) {
                words(entry.getValue(), place);
            } else {
                wordsWithin(entry.getValue(), place);
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                wordsWithin(node.get(i), pointer + "/" + i);
            }
        }
    }

    private void words(JsonNode words, String pointer) {
        for (var language : definition.path("languages")) {
            if (!words.has(language.asText())) {
                faults.add(new Fault(
                        pointer + Fault.step(language.asText()), "required", "Is not said in this language."));
            }
        }
        if (words.size() > definition.path("languages").size()) {
            faults.add(
                    new Fault(pointer, "unknown-language", "Is said in a language that the definition does not name."));
        }
    }

    private void add(String parent, List<Fault> found) {
        found.forEach(fault -> faults.add(fault.under(parent)));
    }

    private static JsonNode resource() {
        try (var stream = DefinitionRules.class.getResourceAsStream("/instruments/instrument.schema.json")) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(stream, "instrument.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
