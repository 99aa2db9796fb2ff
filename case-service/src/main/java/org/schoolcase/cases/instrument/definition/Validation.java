package org.schoolcase.cases.instrument.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;

/** Runs JSON Schema 2020-12 over documents and puts its findings into words that name no value. */
final class Validation {

    private static final int MOST_FAULTS = 50;
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();

    private Validation() {}

    /** A schema that refers to nothing outside itself; each from a factory of its own, which keeps nothing. */
    static JsonSchema schema(JsonNode text) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text, CONFIG);
    }

    /** The schema of schemas, from the library's own files. */
    static JsonSchema ofSchemas() {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012), CONFIG);
    }

    static List<Fault> faultsOf(JsonSchema schema, JsonNode document) {
        return schema.validate(document).stream()
                .map(Validation::fault)
                .distinct()
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
                .limit(MOST_FAULTS)
                .toList();
    }

    private static Fault fault(ValidationMessage found) {
        var place = found.getInstanceLocation().toString();
        var property = found.getProperty() == null ? "" : Fault.step(found.getProperty());
        return switch (found.getType()) {
            case "required", "dependentRequired" -> new Fault(place + property, "required", "Is missing.");
            case "additionalProperties", "unevaluatedProperties" ->
                new Fault(place + property, "unknown-field", "Not a field of this form.");
            case "type" -> new Fault(place, "type", "Has the wrong type; expected " + said(found) + ".");
            case "enum", "const" -> new Fault(place, "not-a-choice", "Is none of the choices.");
            case "format" -> new Fault(place, "format", "Has not the form of a " + said(found) + ".");
            case "pattern" -> new Fault(place, "pattern", "Has not the form that the field asks for.");
            case "minimum",
                    "maximum",
                    "minLength",
                    "maxLength",
                    "minItems",
                    "maxItems",
                    "minProperties",
                    "maxProperties" ->
                new Fault(
                        place, found.getType(), "Is outside the bound: %s %s.".formatted(found.getType(), said(found)));
            case "uniqueItems" -> new Fault(place, "uniqueItems", "Says something twice.");
            default -> new Fault(place, found.getType(), "Does not keep to the schema.");
        };
    }

    /** What the schema says at the keyword, such as the expected type; it is ours, not the sender's. */
    private static String said(ValidationMessage found) {
        var said = found.getSchemaNode();
        return said == null ? "another" : said.asText(said.toString());
    }
}
