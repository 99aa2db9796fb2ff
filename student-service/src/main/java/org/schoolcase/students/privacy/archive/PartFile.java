package org.schoolcase.students.privacy.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The part of one service, in a file that only this process may read and that goes with it:
 * {@code {"kinds": {"amendment": [row, …], …}, "withheld": {…}}}. Rows are read one at a time.
 */
public final class PartFile implements AutoCloseable {

    /** A kind is the name of a table; anything else would be a path of somebody else's choosing. */
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** Takes one row. */
    @FunctionalInterface
    public interface Rows {
        void row(String kind, JsonNode row) throws IOException;
    }

    /** Writes a part. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private final String service;
    private final Path path;
    private final ObjectReader json;

    private PartFile(String service, Path path, ObjectMapper json) {
        this.service = service;
        this.path = path;
        // After a row there are others.
        this.json = json.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Writes a part into a new file; where that fails, none is left. */
    public static PartFile write(String service, ObjectMapper json, Writer writer) throws IOException {
        var part = new PartFile(service, Files.createTempFile("record-part-", ".json"), json);
        try (var out = new BufferedOutputStream(Files.newOutputStream(part.path))) {
            writer.write(out);
        } catch (IOException | RuntimeException e) {
            part.close();
            throw e;
        }
        return part;
    }

    /** The service whose part it is. */
    public String service() {
        return service;
    }

    /** Gives away each row in the order of the part; answers what was withheld. */
    public JsonNode forEachRow(Rows rows) {
        try (var in = Files.newInputStream(path);
                var parser = json.createParser(in)) {
            JsonNode withheld = MissingNode.getInstance();
            expect(parser, JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "kinds" -> kinds(parser, rows);
                    case "withheld" -> withheld = json.<JsonNode>readValue(parser);
                    default -> parser.skipChildren();
                }
            }
            return withheld;
        } catch (IOException e) {
            throw new UncheckedIOException("A part cannot be read", e);
        }
    }

    private void kinds(JsonParser parser, Rows rows) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var kind = parser.currentName();
            if (!KIND.matcher(kind).matches()) {
                throw new IllegalStateException("A part names a kind that is none");
            }
            expect(parser, JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                rows.row(kind, json.<JsonNode>readValue(parser));
            }
        }
    }

    private static void expect(JsonParser parser, JsonToken token) throws IOException {
        if (parser.nextToken() != token) {
            throw new IOException("A part is not of the form that was agreed");
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
