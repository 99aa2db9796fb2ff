package org.schoolcase.cases.instrument.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A definition is looked through before it is stored or used; each fault has its pointer. */
class DefinitionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String GOOD = """
            {"title": {"en": "Talk"}, "description": {"en": "A talk."}, "kind": "INTERVIEW", "respondent": "STUDENT",
             "languages": ["en"], "consentFreeFor": ["INTAKE"],
             "schema": {"type": "object", "additionalProperties": false, "required": ["mood"],
               "properties": {
                 "mood": {"$ref": "#/$defs/often"}, "note": {"type": "string", "maxLength": 100},
                 "code": {"type": "string", "maxLength": 9, "pattern": "^[A-Z]{3}$"},
                 "day": {"type": "string", "format": "date"}, "yes": {"type": "boolean"},
                 "pick": {"type": "string", "enum": ["A", "B"]},
                 "many": {"type": "array", "maxItems": 3, "items": {"type": "string", "enum": ["A", "B"]}},
                 "rows": {"type": "array", "maxItems": 5, "items": {"type": "object", "additionalProperties": false,
                   "required": ["what"], "properties": {"what": {"type": "string", "maxLength": 20, "minLength": 2}}}}},
               "$defs": {"often": {"type": "integer", "minimum": 0, "maximum": 2}}},
             "layout": {"optionSets": {"ab": [{"value": "A", "label": {"en": "a"}}, {"value": "B", "label": {"en": "b"}}]},
               "sections": [{"key": "one", "title": {"en": "One"}, "fields": [
                 {"name": "mood", "label": {"en": "Mood"}, "widget": "SCALE"},
                 {"name": "note", "label": {"en": "Note"}, "widget": "TEXTAREA"},
                 {"name": "code", "label": {"en": "Code"}, "widget": "TEXT"},
                 {"name": "day", "label": {"en": "Day"}, "widget": "DATE"},
                 {"name": "yes", "label": {"en": "Yes"}, "widget": "YES_NO"},
                 {"name": "pick", "label": {"en": "Pick"}, "widget": "CHOICE", "optionSet": "ab"},
                 {"name": "many", "label": {"en": "Many"}, "widget": "CHECKBOXES", "optionSet": "ab"},
                 {"name": "rows", "label": {"en": "Rows"}, "widget": "TABLE", "columns": [
                   {"name": "what", "label": {"en": "What"}, "widget": "TEXT"}]}]}]},
             "scoring": {"description": {"en": "A sum."}, "scales": [{"key": "mood", "label": {"en": "Mood"},
               "items": ["mood"], "bands": [{"from": 0, "to": 1, "label": {"en": "Low"}},
                                             {"from": 2, "to": 2, "label": {"en": "High"}}]}]},
             "example": {"mood": 1, "rows": [{"what": "ab"}]}}
            """;

    @Test
    void findsNoFaultInAGoodOne() {
        assertThat(Definition.faultsOf(good())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /title                              | -                        | /title
            /kind                               | "DREAM"                  | /kind
            /surprise                           | 1                        | /surprise
            /title                              | {"es": "Charla"}         | /title/en
            /layout/sections/0/title            | {"en": "A", "fr": "B"}   | /layout/sections/0/title
            /consentFreeFor                     | ["INSTRUCTION"]          | /consentFreeFor/0
            /schema/type                        | "array"                  | /schema/type
            /schema/additionalProperties        | true                     | /schema/additionalProperties
            /schema/properties/note             | {"type": "string"}       | /schema/properties/note/maxLength
            /schema/properties/note/maxLength   | 9000                     | /schema/properties/note/maxLength
            /schema/properties/note/maxLength   | "many"                   | /schema/properties/note/maxLength
            /schema/properties/note             | {"type": "sound"}        | /schema/properties/note/type
            /schema/properties/note             | {"$ref": "https://example.org/x.json"} | /schema/properties/note/$ref
            /schema/properties/note             | {"$ref": "#/properties/mood"} | /schema/properties/note/$ref
            /schema/properties/note             | {"$ref": "#/$defs/none"} | /schema/properties/note/$ref
            /schema/properties/note             | {"anyOf": [{"type": "string"}]} | /schema/properties/note/type
            /schema/properties/note/not         | {"type": "integer"}      | /schema/properties/note/not
            /schema/$dynamicRef                 | "#x"                     | /schema/$dynamicRef
            /schema/$schema                     | "http://json-schema.org/draft-07/schema#" | /schema/$schema
            /schema/properties/code/pattern     | "^(A+)+$"                | /schema/properties/code/pattern
            /schema/properties/code/pattern     | "^[A$"                   | /schema/properties/code/pattern
            /schema/properties/code/maxLength   | 5000                     | /schema/properties/code/maxLength
            /schema/properties/day/format       | "regex"                  | /schema/properties/day/format
            /schema/properties/many/maxItems    | -                        | /schema/properties/many/maxItems
            /schema/properties/many/items       | -                        | /schema/properties/many/items
            /schema/properties/pick/enum        | ["A", "b c"]             | /schema/properties/pick/enum
            /schema/$defs/often/maximum         | -                        | /schema/$defs/often/maximum
            /schema/$defs/often/minimum         | 7                        | /schema/$defs/often/minimum
            /schema/required                    | ["mood", "joy"]          | /schema/required/1
            /schema/properties/rows/items/additionalProperties | -         | /schema/properties/rows/items/additionalProperties
            /layout/sections/0/fields/0/name    | "joy"                    | /layout/sections/0/fields/0/name
            /layout/sections/0/fields/1/name    | "mood"                   | /layout/sections/0/fields/1/name
            /layout/sections/0/fields/1/widget  | "DATE"                   | /layout/sections/0/fields/1/widget
            /layout/sections/0/fields/5/optionSet | "xy"                   | /layout/sections/0/fields/5/optionSet
            /layout/optionSets/ab               | [{"value": "A", "label": {"en": "a"}}] | /layout/sections/0/fields/5/optionSet
            /layout/sections/0/fields/7/columns | [{"name": "who", "label": {"en": "W"}, "widget": "TEXT"}] | /layout/sections/0/fields/7/columns/0/name
            /layout/sections/0/fields/1/options | [{"value": "A", "label": {"en": "a"}}] | /layout/sections/0/fields/1/options
            /scoring/scales/0/items             | ["note"]                 | /scoring/scales/0/items/0
            /scoring/scales/0/bands             | [{"from": 0, "to": 1, "label": {"en": "Low"}}] | /scoring/scales/0/bands
            /example                            | {"mood": 9}              | /example/mood
            /example                            | {"mood": 1e999}          | /example/mood
            """)
    void namesThePlaceOfAFault(String place, String value, String pointer) {
        var definition = with(place, value);

        assertThat(Definition.faultsOf(definition)).extracting(Fault::pointer).contains(pointer);
    }

    @Test
    void namesAFieldThatNoSectionShows() {
        var definition = good();
        ((ArrayNode) definition.at("/layout/sections/0/fields")).remove(1);

        assertThat(Definition.faultsOf(definition)).extracting(Fault::code).containsExactly("field-not-shown");
    }

    @Test
    void refusesCirclesDepthAndSize() {
        assertThat(codes(with("/schema/$defs/often", "{\"$ref\": \"#/$defs/often\"}")))
                .contains("circular-reference");
        var deep = "{\"type\": \"string\", \"maxLength\": 5}";
        for (int i = 0; i < 7; i++) {
            deep = "{\"type\": \"array\", \"maxItems\": 3, \"items\": %s}".formatted(deep);
        }
        assertThat(codes(with("/schema/properties/rows", deep))).contains("too-large");
        assertThat(codes(with("/title/en", "\"" + "x".repeat(300_000) + "\""))).containsExactly("too-large");
        assertThat(codes(with("/title/en", "\"a\\u0000b\""))).containsExactly("nul");
    }

    @Test
    void refusesReferencesThatMultiply() {
        var definition = good();
        var defs = (ObjectNode) definition.at("/schema/$defs");
        defs.set("f0", parse("{\"type\": \"boolean\"}"));
        for (int level = 1; level <= 4; level++) {
            var fields = JSON.createObjectNode();
            for (int i = 0; i < 20; i++) {
                fields.set("x" + i, JSON.createObjectNode().put("$ref", "#/$defs/f" + (level - 1)));
            }
            var object = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
            object.set("properties", fields);
            defs.set("f" + level, object);
        }

        assertThat(codes(definition)).contains("too-large");
    }

    @Test
    void readsDraftsAndWholeAnswersApart() {
        var form = Definition.of(good()).form();

        assertThat(form.faultsOfDraft(parse("{}"))).isEmpty();
        assertThat(form.faultsOf(parse("{}"))).containsExactly(new Fault("/mood", "required", "Is missing."));
        assertThat(form.faultsOfDraft(parse("{\"mood\": \"secret-word\"}")))
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.toString()).contains("/mood").doesNotContain("secret-word"));
        assertThat(form.faultsOf(parse("{\"mood\": 1, \"rows\": [{\"what\": \"ab\"}, {\"what\": 3}], \"odd/one\": 1}")))
                .extracting(Fault::pointer)
                .containsExactly("/odd~1one", "/rows/1/what");
        assertThat(form.faultsOf(parse("{\"mood\": 1, \"day\": \"2026-02-30\", \"code\": \"abc\"}")))
                .extracting(Fault::code)
                .containsExactly("pattern", "format");
    }

    @Test
    void addsScalesUp() {
        var definition = Definition.of(good());

        assertThat(definition.totals(parse("{\"mood\": 2}"))).containsExactly(new ScaleTotal("mood", 2, 1, 1, 1));
        assertThat(definition.totals(parse("{}"))).containsExactly(new ScaleTotal("mood", 0, 0, 1, null));
    }

    @Test
    void saysFileAndLineOfABrokenFile() {
        var text = """
                title: { en: "Talk" }
                description: { en: "A talk." }
                kind: INTERVIEW
                respondent: STUDENT
                languages: [en]
                schema:
                  type: object
                  additionalProperties: false
                  properties:
                    mood: { type: integer, minimum: 0 }
                layout:
                  sections:
                    - key: one
                      title: { en: "One" }
                      fields:
                        - { name: mood, label: { en: "Mood" }, widget: SCALE }
                """;

        assertThat(message("talk.v1.yaml", text)).startsWith("talk.v1.yaml:10: /schema/properties/mood/maximum:");
        assertThat(message("talk.v1.yaml", text.replace("kind: INTERVIEW", "kind: [")))
                .startsWith("talk.v1.yaml:");
        assertThat(message("talk.yaml", text)).startsWith("talk.yaml:1:");
        assertThat(DefinitionFile.read("talk.v2.yaml", text.replace("minimum: 0", "minimum: 0, maximum: 2"))
                        .key())
                .isEqualTo("schoolcase.talk");
    }

    private static String message(String name, String text) {
        try {
            DefinitionFile.read(name, text);
            return "";
        } catch (InvalidDefinitionFile e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static java.util.List<String> codes(JsonNode definition) {
        return Definition.faultsOf(definition).stream().map(Fault::code).toList();
    }

    private static ObjectNode with(String place, String value) {
        var definition = good();
        var at = place.lastIndexOf('/');
        var parent = definition.at(place.substring(0, at));
        var name = place.substring(at + 1);
        if (value.equals("-")) {
            ((ObjectNode) parent).remove(name);
        } else if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), parse(value));
        } else {
            ((ObjectNode) parent).set(name, parse(value));
        }
        return definition;
    }

    private static ObjectNode good() {
        return (ObjectNode) parse(GOOD);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
