package org.schoolcase.cases.instrument;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to draft and change definitions. */
final class InstrumentRequests {

    static final String KEY = "[a-z][a-z0-9.-]{1,79}";

    private static final String DEFINITION = """
            {"title": {"en": "Homework log talk"}, "description": {"en": "Five minutes about homework."},
             "kind": "INTERVIEW", "respondent": "STUDENT", "languages": ["en"], "consentFreeFor": ["INTAKE"],
             "schema": {"type": "object", "additionalProperties": false, "required": ["hours"],
               "properties": {"hours": {"type": "integer", "minimum": 0, "maximum": 40}}},
             "layout": {"sections": [{"key": "time", "title": {"en": "Time"}, "fields": [
               {"name": "hours", "label": {"en": "Hours of homework last week"}, "widget": "NUMBER"}]}]}}""";

    private InstrumentRequests() {}

    /** A new instrument with its first draft. */
    @Schema(name = "NewInstrument")
    record Create(
            @Schema(description = "Name in the district; may not begin with schoolcase.")
            @NotNull
            @Pattern(regexp = KEY)
            String key,

            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "As docs/instruments.md says; at most 200,000 characters")
            @NotNull
            ObjectNode definition) {

        static final String EXAMPLE =
                "{\"key\": \"homework-talk\", \"definition\": " + InstrumentRequests.DEFINITION + "}";
    }

    /** A definition for a draft. */
    @Schema(name = "InstrumentDraft")
    record Draft(
            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "As docs/instruments.md says; at most 200,000 characters")
            @NotNull
            ObjectNode definition) {

        static final String EXAMPLE = "{\"definition\": " + InstrumentRequests.DEFINITION + "}";
    }
}
