package org.schoolcase.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import org.schoolcase.kit.json.NulCharacter;

/** Says where and why a request body is not what the operation reads, never what stood there. */
final class JsonFaults {

    private JsonFaults() {}

    static ProblemException problem(JsonProcessingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                ProblemException.badRequest(
                                "json.unknown-field", "The body has a field that this operation does not know.")
                        .field(pointer(unknown), "json.unknown-field", "Not a field of this request.");
            case NulCharacter nul ->
                ProblemException.badRequest("json.nul", "A text of the body holds a NUL character.")
                        .field(pointer(nul), "json.nul", "A text may not hold the character U+0000.");
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case StreamConstraintsException _ ->
                ProblemException.badRequest(
                        "json.too-large", "The JSON is nested too deeply, or a part of it is too long.");
            case JsonMappingException mapping
            when DatabaseFaults.find(mapping.getCause(), StreamConstraintsException.class) != null ->
                ProblemException.badRequest(
                        "json.too-large", "The JSON is nested too deeply, or a part of it is too long.");
            case JsonMappingException mapping ->
                ProblemException.badRequest("json.malformed", "The body cannot be read.")
                        .field(pointer(mapping), "json.malformed", place(mapping));
            default ->
                ProblemException.badRequest("json.malformed", "The body is not JSON.")
                        .field("", "json.malformed", place(fault));
        };
    }

    private static ProblemException mismatch(MismatchedInputException fault) {
        if (fault.getTargetType() == null && fault.getPath().isEmpty()) {
            return ProblemException.badRequest("json.malformed", "The body is empty or not JSON.")
                    .field("", "json.malformed", place(fault));
        }
        return ProblemException.badRequest("json.type", "A field of the body has the wrong type or form.")
                .field(pointer(fault), "json.type", expected(fault));
    }

    private static String expected(MismatchedInputException fault) {
        Class<?> type = fault.getTargetType();
        if (type == null) {
            return "Has the wrong type.";
        }
        if (type.isEnum()) {
            return "One of: "
                    + java.util.Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return "Expected: " + type.getSimpleName();
    }

    private static String place(JsonProcessingException fault) {
        var location = fault.getLocation();
        return location == null
                ? "Unreadable."
                : "Line %d, column %d.".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String pointer(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? String.valueOf(step.getIndex()) : escape(step.getFieldName()))
                .map("/"::concat)
                .collect(Collectors.joining());
    }

    private static String escape(String name) {
        var bounded = name.length() > 100 ? name.substring(0, 100) : name;
        return bounded.replace("~", "~0").replace("/", "~1");
    }
}
