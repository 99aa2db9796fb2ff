package org.schoolcase.students.privacy.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** A page to print: whose record this is, what it holds, what was left to the custodian, and which rights follow. */
@ApplicationScoped
class ExportSummary {

    private final Tenants tenants;
    private final Districts districts;

    ExportSummary(Tenants tenants, Districts districts) {
        this.tenants = tenants;
        this.districts = districts;
        // The renderer writes past our log, and nobody has looked at whether it names content.
        XRLog.setLoggingEnabled(false);
    }

    byte[] pdf(AccessRequestView request, List<JsonNode> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .withHtmlContent(html(request, parts), null)
                .toStream(out)
                .run();
        return out.toByteArray();
    }

    private String html(AccessRequestView request, List<JsonNode> parts) {
        return """
            <html lang="en"><head><title>Education record</title><style>
            @page { size: letter; margin: 2cm } body { font-family: sans-serif; font-size: 11pt }
            table { border-collapse: collapse; width: 100%% } th, td { border-bottom: 1px solid #999; text-align: left; padding: 3pt }
            </style></head><body>
            <h1>Education record of %s</h1>
            <p>%s. Request received on %s, due on %s (%s).</p>
            <table><thead><tr><th>Service</th><th>Kind of record</th><th>Rows</th></tr></thead><tbody>%s</tbody></table>
            <p>Each kind is in this archive as JSON and as CSV. Ids of other students are left out (34 CFR 99.12(a)).</p>
            %s
            <p>You may ask that a part be amended which is inaccurate, misleading or violates privacy rights, and to a hearing
            if that is refused (34 CFR 99.20-99.22).</p>
            </body></html>""".formatted(
                        escaped(name(parts)),
                        escaped(districts.require(tenants.districtId()).name()),
                        request.receivedOn(),
                        request.due().on(),
                        escaped(request.due().citation()),
                        table(parts),
                        withheld(parts));
    }

    private static String name(List<JsonNode> parts) {
        var student = parts.getFirst().path("kinds").path("student").path(0);
        return student.path("given_name").asText() + " "
                + student.path("family_name").asText();
    }

    private static String table(List<JsonNode> parts) {
        var rows = new StringBuilder();
        for (var part : parts) {
            part.path("kinds").properties().forEach(kind -> rows.append("<tr><td>")
                    .append(escaped(part.path("service").asText()))
                    .append("</td><td>")
                    .append(escaped(kind.getKey()))
                    .append("</td><td>")
                    .append(kind.getValue().size())
                    .append("</td></tr>"));
        }
        return rows.toString();
    }

    private static String withheld(List<JsonNode> parts) {
        var names = parts.stream()
                .flatMap(part -> part.path("withheld").propertyStream().map(kind -> escaped(kind.getKey())))
                .toList();
        return names.isEmpty()
                ? ""
                : "<p>Left to the custodian of records, ask there: " + String.join(", ", names) + ".</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
