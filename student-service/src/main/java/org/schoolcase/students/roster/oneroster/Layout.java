package org.schoolcase.students.roster.oneroster;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns that the header of a file announced.
 *
 * @param metadataNames extension columns after the standard ones, without their prefix
 * @param keepsAll rows carry the cells that no table keeps, too
 */
record Layout(List<Column> columns, List<String> metadataNames, boolean keepsAll) {

    private static final String METADATA = "metadata.";

    /** Matches a header with the layouts that the standard allows for the file. */
    static Layout of(String file, CsvLines.Line header, List<List<Column>> layouts, boolean keepsAll) {
        for (var columns : layouts) {
            var standard = RosterFile.header(columns);
            var cells = header.cells();
            if (cells.size() >= standard.size()
                    && cells.subList(0, standard.size()).equals(standard)) {
                var rest = cells.subList(standard.size(), cells.size());
                return new Layout(columns, metadata(file, header.number(), rest), keepsAll);
            }
        }
        throw mismatch(file, header, RosterFile.header(layouts.getFirst()));
    }

    private static PackageFault mismatch(String file, CsvLines.Line header, List<String> standard) {
        var cells = header.cells();
        int at = 0;
        while (at < cells.size() && at < standard.size() && cells.get(at).equals(standard.get(at))) {
            at++;
        }
        var column = at < standard.size() ? standard.get(at) : "#" + (at + 1);
        var code =
                new HashSet<>(cells).containsAll(standard) ? "schema.header_order_mismatch" : "schema.header_mismatch";
        return new PackageFault(
                code, file, header.number(), column, "Column " + (at + 1) + " of the header must be " + column + ".");
    }

    private static List<String> metadata(String file, long line, List<String> names) {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!name.startsWith(METADATA) || name.length() == METADATA.length() || !seen.add(name)) {
                throw new PackageFault(
                        "schema.invalid_metadata_header",
                        file,
                        line,
                        null,
                        "After the standard columns only different metadata.* columns may follow.");
            }
        }
        return names.stream().map(name -> name.substring(METADATA.length())).toList();
    }

    int width() {
        return Columns.COMMON.size() + columns.size() + metadataNames.size();
    }

    /** The extensions that the row has, as a JSON object; an empty cell is none. */
    @Nullable
    String metadata(List<String> cells) {
        var json = new StringBuilder();
        int first = Columns.COMMON.size() + columns.size();
        for (int i = 0; i < metadataNames.size(); i++) {
            var cell = cells.get(first + i);
            if (!cell.isEmpty()) {
                json.append(json.isEmpty() ? "{\"" : ",\"")
                        .append(JsonStringEncoder.getInstance().quoteAsString(metadataNames.get(i)))
                        .append("\":\"")
                        .append(JsonStringEncoder.getInstance().quoteAsString(cell))
                        .append('"');
            }
        }
        return json.isEmpty() ? null : json.append('}').toString();
    }
}
