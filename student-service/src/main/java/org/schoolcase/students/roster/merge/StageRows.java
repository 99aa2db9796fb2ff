package org.schoolcase.students.roster.merge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.roster.oneroster.CellType;
import org.schoolcase.students.roster.oneroster.Column;
import org.schoolcase.students.roster.oneroster.RosterFile;
import org.schoolcase.students.roster.oneroster.RosterRow;

/** Writes rows in the text format of COPY, references already turned into ids. */
final class StageRows {

    private static final String NULL = "\\N";

    private final RosterFile file;
    private final List<Column> columns;
    private final RowIds ids;
    private final StringBuilder text = new StringBuilder(1 << 16);

    StageRows(RosterFile file, RowIds ids) {
        this.file = file;
        this.columns = file.kept();
        this.ids = ids;
    }

    CharSequence of(List<RosterRow> rows) {
        text.setLength(0);
        rows.forEach(this::add);
        return text;
    }

    private void add(RosterRow row) {
        text.append(row.line()).append('\t').append(ids.fresh(file.idKind(), row.sourcedId()));
        cell(row.sourcedId());
        cell(row.toBeDeleted() ? "TO_BE_DELETED" : "ACTIVE");
        cell(row.lastModified());
        text.append('\t').append(RowIds.digest(row.content()));
        cell(row.metadata());
        for (int i = 0; i < columns.size(); i++) {
            value(columns.get(i), i < row.cells().size() ? row.cells().get(i) : null);
        }
        text.append('\n');
    }

    private void value(Column column, @Nullable String cell) {
        if (cell == null) {
            text.append('\t').append(NULL);
        } else if (column.type() == CellType.REF) {
            text.append('\t').append(ids.of(kind(column), cell));
        } else if (column.type() == CellType.REFS) {
            references(kind(column), cell);
        } else if (column.type() == CellType.TEXTS || column.type() == CellType.GRADES) {
            list(cell);
        } else {
            cell(cell);
        }
    }

    private static String kind(Column column) {
        return RosterFile.named(String.valueOf(column.target())).idKind();
    }

    private void references(String kind, String cell) {
        text.append("\t{");
        var separator = "";
        for (var element : cell.split(",", -1)) {
            text.append(separator).append(ids.of(kind, element.trim()));
            separator = ",";
        }
        text.append('}');
    }

    private void list(String cell) {
        text.append("\t{");
        var separator = "";
        for (var element : cell.split(",", -1)) {
            text.append(separator).append('"');
            escape(element.trim().replace("\\", "\\\\").replace("\"", "\\\""));
            text.append('"');
            separator = ",";
        }
        text.append('}');
    }

    private void cell(@Nullable String cell) {
        text.append('\t');
        if (cell == null) {
            text.append(NULL);
        } else {
            escape(cell);
        }
    }

    private void escape(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
