package org.schoolcase.students.privacy.archive;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Rows in an archive: those of one kind stand together, so that an entry begins where the kind changes. */
abstract class ZippedRows implements PartFile.Rows, AutoCloseable {

    private final ZipOutputStream zip;
    private final String service;
    private final String ending;
    private String open = "";

    ZippedRows(ZipOutputStream zip, String service, String ending) {
        this.zip = zip;
        this.service = service;
        this.ending = ending;
    }

    @Override
    public void row(String kind, JsonNode row) throws IOException {
        if (!kind.equals(open)) {
            close();
            zip.putNextEntry(new ZipEntry(service + "/" + kind + ending));
            open = kind;
            begin(kind, new Unclosed(zip));
        }
        write(row);
    }

    @Override
    public void close() throws IOException {
        if (!open.isEmpty()) {
            end();
            zip.closeEntry();
            open = "";
        }
    }

    abstract void begin(String kind, OutputStream out) throws IOException;

    abstract void write(JsonNode row) throws IOException;

    abstract void end() throws IOException;

    /** Who writes an entry may close it, not the archive. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** The rows as a JSON array. */
    static final class Json extends ZippedRows {

        private final ObjectMapper json;
        private @Nullable SequenceWriter rows;

        Json(ZipOutputStream zip, String service, ObjectMapper json) {
            super(zip, service, ".json");
            this.json = json;
        }

        @Override
        void begin(String kind, OutputStream out) throws IOException {
            rows = json.writer(new DefaultPrettyPrinter()).writeValuesAsArray(out);
        }

        @Override
        void write(JsonNode row) throws IOException {
            Objects.requireNonNull(rows).write(row);
        }

        @Override
        void end() throws IOException {
            Objects.requireNonNull(rows).close();
        }
    }

    /** The rows as a table. */
    static final class Csv extends ZippedRows {

        private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

        private final Outline outline;
        private List<String> columns = List.of();
        private @Nullable CsvWriter csv;

        Csv(ZipOutputStream zip, Outline outline) {
            super(zip, outline.service(), ".csv");
            this.outline = outline;
        }

        @Override
        void begin(String kind, OutputStream out) {
            columns = List.copyOf(
                    Objects.requireNonNull(outline.kinds().get(kind)).columns());
            csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.writeRecord(columns);
        }

        @Override
        void write(JsonNode row) {
            Objects.requireNonNull(csv)
                    .writeRecord(columns.stream()
                            .map(column -> cell(row.path(column)))
                            .toList());
        }

        @Override
        void end() throws IOException {
            Objects.requireNonNull(csv).close();
        }

        /** What a spreadsheet would take for a formula gets an apostrophe before it. */
        private static String cell(JsonNode value) {
            if (value.isNull() || value.isMissingNode()) {
                return "";
            }
            if (value.isContainerNode()) {
                return value.toString();
            }
            var text = value.asText();
            return value.isTextual() && FORMULA.matcher(text).find() ? "'" + text : text;
        }
    }
}
