package org.schoolcase.students.privacy.archive;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.privacy.archive.Letters.Printable;

/** A page to print: whose record this is, what it holds, what was left to the custodian, and which rights follow. */
@ApplicationScoped
class SummaryPage {

    private static final int PLAIN = 400;
    private static final int HEAVY = 700;

    private final Tenants tenants;
    private final Districts districts;
    private final Letters letters;

    SummaryPage(Tenants tenants, Districts districts, Letters letters) {
        this.tenants = tenants;
        this.districts = districts;
        this.letters = letters;
        // The renderer writes past our log, and nobody has looked at whether it names content.
        XRLog.setLoggingEnabled(false);
    }

    byte[] pdf(Cover cover, Name name, List<Outline> parts, Redaction redaction) throws IOException {
        var out = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .useFont(Letters::regular, Letters.FAMILY, PLAIN, FontStyle.NORMAL, true)
                .useFont(Letters::bold, Letters.FAMILY, HEAVY, FontStyle.NORMAL, true)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .defaultTextDirection(TextDirection.LTR)
                .withHtmlContent(html(cover, name, parts, redaction), null)
                .toStream(out)
                .run();
        return out.toByteArray();
    }

    private String html(Cover cover, Name name, List<Outline> parts, Redaction redaction) {
        var student = letters.printable(name.toString());
        var district = letters.printable(districts.require(tenants.districtId()).name());
        return """
            <html lang="en"><head><title>Education record</title><style>
            @page { size: letter; margin: 2cm } body { font-family: '%s'; font-size: 10pt }
            table { border-collapse: collapse; width: 100%% } th, td { border-bottom: 1px solid #999; text-align: left; padding: 3pt }
            </style></head><body>
            <h1>Education record of %s</h1>
            <p>%s. Request received on %s, due on %s (%s).</p>
            %s
            <table><thead><tr><th>Service</th><th>Kind of record</th><th>Rows</th></tr></thead><tbody>%s</tbody></table>
            <p>Each kind is in this archive as JSON and as CSV. Ids of other students are left out (34 CFR 99.12(a)).</p>
            %s%s
            <p>You may ask that a part be amended which is inaccurate, misleading or violates privacy rights, and to a hearing
            if that is refused (34 CFR 99.20-99.22).</p>
            </body></html>""".formatted(
                        Letters.FAMILY,
                        escaped(student.text()),
                        escaped(district.text()),
                        cover.receivedOn(),
                        cover.dueOn(),
                        escaped(cover.citation()),
                        replaced(student, district),
                        table(parts),
                        withheld(parts),
                        leftOut(redaction));
    }

    private static String replaced(Printable... names) {
        return List.of(names).stream().allMatch(Printable::exact)
                ? ""
                : "<p>A name on this page is written in Latin letters, since the page's font has none of its own script."
                        + " The files in this archive hold it exactly.</p>";
    }

    private static String table(List<Outline> parts) {
        var rows = new StringBuilder();
        for (var part : parts) {
            part.kinds().forEach((name, kind) -> rows.append("<tr><td>")
                    .append(escaped(part.service()))
                    .append("</td><td>")
                    .append(escaped(name))
                    .append("</td><td>")
                    .append(kind.rows())
                    .append("</td></tr>"));
        }
        return rows.toString();
    }

    private static String withheld(List<Outline> parts) {
        var names = parts.stream()
                .flatMap(part -> part.withheld().propertyStream().map(kind -> escaped(kind.getKey())))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "<p>Left to the custodian of records, ask there: " + names + ".</p>";
    }

    private static String leftOut(Redaction redaction) {
        return redaction.names() == 0
                ? ""
                : "<p>In free texts the custodian of records left out names of other students: " + redaction.names()
                        + " (34 CFR 99.12(a)).</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
