package org.schoolcase.students.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.schoolcase.students.provider.ReadRoster.Page;
import org.schoolcase.students.provider.ReadRoster.Shown;

/** Writes answers: the envelope around records that the database has already made JSON of. */
final class RosterJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RosterJson() {}

    static StreamingOutput single(Operation operation, String json, List<String> warnings) {
        return writing(writer -> {
            writer.write("{\"" + operation.collection().resource().singular() + "\":");
            writer.write(json);
            writer.write(end(warnings));
        });
    }

    /** The first records are there; the others are read while they are written. */
    static StreamingOutput list(Operation operation, List<Shown> first, Page page, List<String> warnings) {
        return writing(writer -> {
            writer.write("{\"" + operation.collection().resource().plural() + "\":[");
            var separator = "";
            for (var piece = first; !piece.isEmpty(); piece = page.piece()) {
                for (var shown : piece) {
                    writer.write(separator);
                    writer.write(shown.json());
                    separator = ",";
                }
            }
            writer.write("]" + end(warnings));
        });
    }

    private interface Text {
        void write(Writer writer) throws IOException;
    }

    private static StreamingOutput writing(Text text) {
        return output -> {
            try (var writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 15)) {
                text.write(writer);
            }
        };
    }

    private static String end(List<String> warnings) throws JsonProcessingException {
        if (warnings.isEmpty()) {
            return "}";
        }
        var warning = Imsx.warning(warnings, "A field that was asked for is not known; the data is as without it.");
        return ",\"imsx_StatusInfo\":" + JSON.writeValueAsString(warning) + "}";
    }
}
