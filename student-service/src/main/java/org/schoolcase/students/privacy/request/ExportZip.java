package org.schoolcase.students.privacy.request;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the parts of all services into one ZIP: JSON and CSV per kind of record, a manifest, a summary to print. */
@ApplicationScoped
class ExportZip {

    /** A kind is the name of a table; anything else would be a path of somebody else's choosing. */
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    private final ObjectMapper json;
    private final ExportSummary summary;

    ExportZip(ObjectMapper json, ExportSummary summary) {
        this.json = json;
        this.summary = summary;
    }

    byte[] write(AccessRequestView request, List<JsonNode> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            entry(zip, "manifest.json", pretty(manifest(request, parts)));
            entry(zip, "summary.pdf", summary.pdf(request, parts));
            for (var part : parts) {
                kinds(zip, part);
            }
        } catch (IOException e) {
            throw new IllegalStateException("An export cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void kinds(ZipOutputStream zip, JsonNode part) throws IOException {
        for (var kind : part.path("kinds").properties()) {
            if (!KIND.matcher(kind.getKey()).matches()) {
                throw new IllegalStateException("A part names a kind that is none");
            }
            var name = part.path("service").asText() + "/" + kind.getKey();
            entry(zip, name + ".json", pretty(kind.getValue()));
            entry(zip, name + ".csv", csv(kind.getValue()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private JsonNode manifest(AccessRequestView request, List<JsonNode> parts) {
        var manifest = json.createObjectNode();
        manifest.put("requestId", request.id().toString())
                .put("studentId", request.studentId().toString())
                .put("citation", "34 CFR 99.10, 300.613")
                .put("otherStudents", "Ids of other students are replaced by \"another student\" (34 CFR 99.12(a)).");
        var services = manifest.putArray("services");
        for (var part : parts) {
            var service =
                    services.addObject().put("service", part.path("service").asText());
            var kinds = service.putObject("rows");
            part.path("kinds")
                    .properties()
                    .forEach(kind -> kinds.put(kind.getKey(), kind.getValue().size()));
            service.set("withheld", part.path("withheld"));
        }
        return manifest;
    }

    private byte[] pretty(JsonNode node) throws IOException {
        return json.writer(new DefaultPrettyPrinter()).writeValueAsBytes(node);
    }

    static String csv(JsonNode rows) {
        var columns = new LinkedHashSet<String>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns);
            for (var row : rows) {
                csv.writeRecord(
                        columns.stream().map(column -> cell(row.path(column))).toList());
            }
        } catch (IOException e) {
            throw new IllegalStateException("A table cannot be written", e);
        }
        return text.toString();
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

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Number of rows of a part. */
    static int rows(JsonNode part) {
        var sizes = new ArrayList<Integer>();
        StreamSupport.stream(part.path("kinds").spliterator(), false).forEach(kind -> sizes.add(kind.size()));
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }
}
