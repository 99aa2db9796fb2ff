package org.schoolcase.cases.instrument.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A layout shows every field of the schema once, with a widget that fits its type and a label for every choice. */
final class LayoutRules {

    private final JsonNode layout;
    private final Fields fields;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();

    private LayoutRules(JsonNode layout, JsonNode schema) {
        this.layout = layout;
        this.fields = new Fields(schema);
    }

    static List<Fault> faultsOf(JsonNode layout, JsonNode schema) {
        var rules = new LayoutRules(layout, schema);
        rules.sections();
        rules.everyFieldIsShown();
        return rules.faults;
    }

    private void sections() {
        var keys = new HashSet<String>();
        var sections = layout.path("sections");
        for (int s = 0; s < sections.size(); s++) {
            var section = sections.get(s);
            if (!keys.add(section.path("key").asText())) {
                fault("/sections/" + s + "/key", "uniqueItems", "Another section has this key.");
            }
            for (int f = 0; f < section.path("fields").size(); f++) {
                field(section.path("fields").get(f), "/sections/%d/fields/%d".formatted(s, f));
            }
        }
    }

    private void field(JsonNode hint, String pointer) {
        var name = hint.path("name").asText();
        if (!fields.has(name)) {
            fault(pointer + "/name", "unknown-field", "Names no field of the schema.");
        } else if (!shown.add(name)) {
            fault(pointer + "/name", "uniqueItems", "The field is shown already.");
        } else {
            widget(hint, fields.field(name), pointer);
        }
    }

    private void everyFieldIsShown() {
        for (var name : fields.names()) {
            if (!shown.contains(name)) {
                fault("/sections", "field-not-shown", "No section shows the field " + name + " of the schema.");
            }
        }
    }

    private void widget(JsonNode hint, JsonNode type, String pointer) {
        var widget = hint.path("widget").asText();
        if (!widgetsFor(type).contains(widget)) {
            fault(pointer + "/widget", "widget", "Fits not the type of the field: " + widgetsFor(type));
            return;
        }
        switch (widget) {
            case "CHOICE" -> options(hint, texts(type.path("enum")), pointer, true);
            case "CHECKBOXES" -> options(hint, texts(fields.items(type).path("enum")), pointer, true);
            case "SCALE" -> options(hint, range(type), pointer, false);
            case "TABLE" -> columns(hint, fields.items(type), pointer);
            default -> without(hint, pointer);
        }
    }

    private List<String> widgetsFor(JsonNode type) {
        return switch (type.path("type").asText()) {
            case "boolean" -> List.of("YES_NO");
            case "integer" -> List.of("SCALE", "NUMBER");
            case "number" -> List.of("NUMBER");
            case "array" -> fields.items(type).has("enum") ? List.of("CHECKBOXES") : List.of("TABLE");
            case "string" ->
                type.has("enum")
                        ? List.of("CHOICE")
                        : type.has("format") ? List.of("DATE", "TEXT") : List.of("TEXT", "TEXTAREA");
            default -> List.of();
        };
    }

    private void options(JsonNode hint, Set<String> values, String pointer, boolean all) {
        var named = hint.path("optionSet").asText("");
        if (hint.has("optionSet") && !layout.path("optionSets").has(named)) {
            fault(pointer + "/optionSet", "unknown-option-set", "Names none of the layout's option sets.");
            return;
        }
        if (hint.has("optionSet") && hint.has("options")) {
            fault(pointer + "/options", "options", "Either options or optionSet.");
            return;
        }
        var options = hint.has("optionSet") ? layout.path("optionSets").path(named) : hint.path("options");
        var labelled = new TreeSet<String>();
        options.forEach(option -> labelled.add(option.path("value").asText()));
        if (labelled.size() != options.size()
                || !values.containsAll(labelled)
                || (all && !labelled.containsAll(values))) {
            var place = pointer + (hint.has("optionSet") ? "/optionSet" : "/options");
            fault(place, "options", "The options are not the choices of the field, each once.");
        }
    }

    private void columns(JsonNode hint, JsonNode row, String pointer) {
        var columns = hint.path("columns");
        var seen = new TreeSet<String>();
        for (int i = 0; i < columns.size(); i++) {
            var name = columns.get(i).path("name").asText();
            var place = "%s/columns/%d".formatted(pointer, i);
            if (!row.path("properties").has(name) || !seen.add(name)) {
                fault(place + "/name", "unknown-field", "Names no field of a row, or one twice.");
            } else {
                widget(columns.get(i), fields.resolve(row.path("properties").path(name)), place);
            }
        }
        if (seen.size() != row.path("properties").size()) {
            fault(pointer + "/columns", "field-not-shown", "The columns are the fields of a row, each once.");
        }
    }

    private void without(JsonNode hint, String pointer) {
        for (var word : List.of("options", "optionSet", "columns")) {
            if (hint.has(word)) {
                fault(pointer + "/" + word, "widget", "This widget has none.");
            }
        }
    }

    private static Set<String> texts(JsonNode choices) {
        var texts = new TreeSet<String>();
        choices.forEach(choice -> texts.add(choice.asText()));
        return texts;
    }

    private static Set<String> range(JsonNode type) {
        var values = new TreeSet<String>();
        var from = type.path("minimum").asInt();
        for (int i = from; i <= type.path("maximum").asInt() && i - from < 100; i++) {
            values.add(String.valueOf(i));
        }
        return values;
    }

    private void fault(String pointer, String code, String detail) {
        faults.add(new Fault(pointer, code, detail));
    }
}
