package org.schoolcase.students.roster.merge;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.roster.oneroster.CellType;
import org.schoolcase.students.roster.oneroster.Column;
import org.schoolcase.students.roster.oneroster.RosterFile;

/** Writes rows in the text format of COPY, references already turned into ids. */
final class StageRows {

    private static final String NULL = "\\N";

    private final List<Column> columns;
    private final StringBuilder text = new StringBuilder(1 << 16);

    StageRows(RosterFile file) {
        this.columns = file.kept();
    }

    CharSequence of(List<CheckedRow> added, List<CheckedRow> changed) {
        text.setLength(0);
        added.forEach(row -> add(row, true));
        changed.forEach(row -> add(row, false));
        return text;
    }

    private void add(CheckedRow checked, boolean added) {
        var row = checked.row();
        text.append(added ? "t\t" : "f\t").append(checked.id());
        cell(row.sourcedId());
        cell(row.toBeDeleted() ? "TO_BE_DELETED" : "ACTIVE");
        cell(row.lastModified());
        text.append('\t').append(checked.hash());
        cell(row.metadata());
        for (int i = 0; i < columns.size(); i++) {
            value(
                    columns.get(i),
                    i < row.cells().size() ? row.cells().get(i) : null,
                    checked.references().get(i));
        }
        text.append('\n');
    }

    private void value(Column column, @Nullable String cell, List<UUID> references) {
        if (cell == null) {
            text.append('\t').append(NULL);
        } else if (column.type() == CellType.REF) {
            text.append('\t').append(references.getFirst());
        } else if (column.type() == CellType.REFS) {
            references(references);
        } else if (column.type() == CellType.TEXTS || column.type() == CellType.GRADES) {
            list(cell);
        } else {
            cell(cell);
        }
    }

    private void references(List<UUID> ids) {
        text.append("\t{");
        var separator = "";
        for (var id : ids) {
            text.append(separator).append(id);
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
