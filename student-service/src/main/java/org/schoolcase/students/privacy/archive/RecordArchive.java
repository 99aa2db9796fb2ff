package org.schoolcase.students.privacy.archive;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the parts of all services into one ZIP: a manifest, a summary to print, JSON and CSV per kind of record. */
@ApplicationScoped
public class RecordArchive {

    private final ObjectMapper json;
    private final SummaryPage summary;

    RecordArchive(ObjectMapper json, SummaryPage summary) {
        this.json = json;
        this.summary = summary;
    }

    /** Writes it while it is made: what is held is one row, and per kind its columns. */
    public void write(Cover cover, List<PartFile> parts, Redaction redaction, OutputStream out) throws IOException {
        var outlines = parts.stream().map(Outline::of).toList();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            entry(zip, "manifest.json", pretty(manifest(cover, outlines, redaction)));
            entry(zip, "summary.pdf", summary.pdf(cover, Name.in(parts.getFirst()), outlines, redaction));
            rows(zip, parts, outlines, redaction, json);
        }
    }

    /** Each part is read twice: once for the entries in JSON, once for those in CSV. */
    static void rows(
            ZipOutputStream zip, List<PartFile> parts, List<Outline> outlines, Redaction redaction, ObjectMapper json)
            throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            try (var rows = new ZippedRows.Json(zip, parts.get(i).service(), json)) {
                each(parts.get(i), redaction, rows);
            }
            try (var rows = new ZippedRows.Csv(zip, outlines.get(i))) {
                each(parts.get(i), redaction, rows);
            }
        }
    }

    private static void each(PartFile part, Redaction redaction, PartFile.Rows rows) {
        part.forEachRow((kind, row) -> rows.row(kind, redaction.apply(part.service(), kind, row)));
    }

    private JsonNode manifest(Cover cover, List<Outline> parts, Redaction redaction) {
        var manifest = json.createObjectNode();
        manifest.put("requestId", cover.requestId().toString())
                .put("studentId", cover.studentId().toString())
                .put("citation", "34 CFR 99.10, 300.613")
                .put("otherStudents", "Ids of other students are replaced by \"another student\" (34 CFR 99.12(a)).")
                .put("namesLeftOut", redaction.names());
        var services = manifest.putArray("services");
        for (var part : parts) {
            var service = services.addObject().put("service", part.service());
            var kinds = service.putObject("rows");
            part.kinds().forEach((name, kind) -> kinds.put(name, kind.rows()));
            service.set("withheld", part.withheld());
        }
        return manifest;
    }

    private byte[] pretty(JsonNode node) throws IOException {
        return json.writer(new DefaultPrettyPrinter()).writeValueAsBytes(node);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
