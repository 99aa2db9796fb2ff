package org.schoolcase.students.roster.oneroster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the rows of a file and checks its header; a broken quote further down is told before a wrong header. */
final class HeaderCheck implements CsvLines.Sink {

    private final String file;
    private final List<List<Column>> layouts;
    private boolean headerSeen;
    private long rows;
    private @Nullable PackageFault fault;

    /** No layouts: the file is ignored, and only the first column is looked at. */
    HeaderCheck(String file, List<List<Column>> layouts) {
        this.file = file;
        this.layouts = layouts;
    }

    @Override
    public void line(CsvLines.Line line) {
        if (headerSeen) {
            rows++;
        } else {
            headerSeen = true;
            header(line);
        }
    }

    private void header(CsvLines.Line line) {
        try {
            if (!layouts.isEmpty()) {
                Layout.of(file, line, layouts, false);
            } else if (!line.cells().getFirst().equals("sourcedId")) {
                fault = new PackageFault(
                        "schema.header_mismatch", file, line.number(), "sourcedId", "Column 1 must be sourcedId.");
            }
        } catch (PackageFault e) {
            fault = e;
        }
    }

    /** Rows below the header; throws the fault of the header, if there is one. */
    long rows() {
        if (!headerSeen) {
            throw PackageFault.ofFile("schema.missing_header", file, "The file is empty.");
        }
        if (fault != null) {
            throw fault;
        }
        return rows;
    }
}
