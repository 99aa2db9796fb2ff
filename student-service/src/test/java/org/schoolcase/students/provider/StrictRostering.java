package org.schoolcase.students.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data model of 1.2 written out by hand: all required members, and no member that it does not know. */
final class StrictRostering {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FILE = Path.of("src/test/resources/oneroster/provider/rostering-1.2.schema.json");

    private StrictRostering() {}

    /** Faults of a record of this kind. */
    static List<String> faults(String kind, JsonNode record) {
        try {
            var schema = JSON.createObjectNode()
                    .put("$ref", "#/$defs/" + kind)
                    .set("$defs", JSON.readTree(Files.readString(FILE)).path("$defs"));
            return validate(schema, record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> validate(JsonNode schema, JsonNode data) {
        var validator = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        return validator
                .validate(data, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
