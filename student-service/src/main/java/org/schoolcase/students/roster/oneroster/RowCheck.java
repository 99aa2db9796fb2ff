package org.schoolcase.students.roster.oneroster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks and normalizes one row after the other: quirks of real exports become warnings, faults keep the row out. */
final class RowCheck {

    private static final Pattern DELTA_STATUS = Pattern.compile("active|tobedeleted", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final Mode mode;
    private final Layout layout;
    private final boolean strict;
    private final Consumer<Finding> findings;

    private boolean good;
    private long line;

    RowCheck(String file, Mode mode, Layout layout, boolean strict, Consumer<Finding> findings) {
        this.file = file;
        this.mode = mode;
        this.layout = layout;
        this.strict = strict;
        this.findings = findings;
    }

    /** The normalized row, or null when it is kept out; why is told to the findings. */
    @Nullable
    RosterRow check(CsvLines.Line input) {
        good = true;
        line = input.number();
        var cells = input.cells();
        if (cells.size() != layout.width()) {
            error("csv.wrong_cell_count", null, "");
            return null;
        }
        var sourcedId = sourcedId(cells.get(0));
        var toBeDeleted = status(cells.get(1));
        var lastModified = lastModified(cells.get(2));
        var values = values(cells);
        return good ? new RosterRow(line, sourcedId, toBeDeleted, lastModified, values, layout.metadata(cells)) : null;
    }

    private List<@Nullable String> values(List<String> cells) {
        var columns = layout.columns();
        var values = new ArrayList<@Nullable String>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var value = value(column, cells.get(i + Columns.COMMON.size()));
            if (column.kept() || layout.keepsAll()) {
                values.add(value);
            }
        }
        return values;
    }

    private String sourcedId(String cell) {
        if (cell.isEmpty()) {
            error("row.field_required", "sourcedId", cell);
        } else if (!Cells.isGuid(cell)) {
            error("row.invalid_guid", "sourcedId", cell);
        }
        return cell;
    }

    private boolean status(String cell) {
        if (mode == Mode.DELTA && cell.isEmpty()) {
            error("row.field_required_in_delta", "status", cell);
        }
        if (cell.isEmpty()) {
            return false;
        }
        if (!DELTA_STATUS.matcher(cell).matches()) {
            error("row.invalid_enum", "status", cell);
        }
        if (mode == Mode.BULK) {
            warning("row.field_forbidden_in_bulk", "status", cell);
        }
        return cell.equalsIgnoreCase("tobedeleted");
    }

    private @Nullable String lastModified(String cell) {
        if (cell.isEmpty()) {
            if (mode == Mode.DELTA) {
                error("row.field_required_in_delta", "dateLastModified", cell);
            }
            return null;
        }
        if (mode == Mode.BULK) {
            warning("row.field_forbidden_in_bulk", "dateLastModified", cell);
        }
        return dateTime(cell);
    }

    private @Nullable String dateTime(String cell) {
        if (Cells.isDateTime(cell)) {
            return cell;
        }
        if (Cells.isDate(cell)) {
            warning("row.invalid_datetime", "dateLastModified", cell);
            return cell + "T00:00:00Z";
        }
        if (mode == Mode.BULK) {
            warning("row.invalid_datetime", "dateLastModified", cell);
        } else {
            error("row.invalid_datetime", "dateLastModified", cell);
        }
        return null;
    }

    private @Nullable String value(Column column, String cell) {
        if (cell.isEmpty()) {
            if (column.required()) {
                error("row.field_required", column.name(), cell);
            }
            return null;
        }
        return switch (column.type()) {
            case TEXT -> text(column, cell);
            case TEXTS -> text(column, cell);
            case GRADES -> Cells.grades(cell);
            case ENUM -> token(column, cell);
            case DATE -> expect(Cells.isDate(cell), "row.invalid_date", column, cell);
            case YEAR -> year(column, cell);
            case BOOLEAN -> bool(column, cell);
            case REF -> expect(Cells.isGuid(cell), "row.invalid_guid", column, cell);
            case REFS -> expect(Cells.areGuids(cell), "row.invalid_guid", column, cell);
        };
    }

    private String text(Column column, String cell) {
        return expect(cell.length() <= Cells.MAX_TEXT, "row.text_too_long", column, cell);
    }

    private String expect(boolean valid, String code, Column column, String cell) {
        if (!valid) {
            error(code, column.name(), cell);
        }
        return cell;
    }

    private String token(Column column, String cell) {
        if (column.values().contains(cell) || Cells.isExtension(cell)) {
            return cell;
        }
        for (var known : column.values()) {
            if (known.equalsIgnoreCase(cell)) {
                warning("row.invalid_enum", column.name(), cell);
                return known;
            }
        }
        error("row.invalid_enum", column.name(), cell);
        return cell;
    }

    private @Nullable String year(Column column, String cell) {
        if (Cells.isYear(cell)) {
            return cell;
        }
        var ending = Cells.endingYear(cell);
        if (ending == null) {
            error("row.invalid_year", column.name(), cell);
        } else {
            warning("row.invalid_year", column.name(), cell);
        }
        return ending;
    }

    private String bool(Column column, String cell) {
        if (cell.equals("true") || cell.equals("false")) {
            return cell;
        }
        if (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false")) {
            warning("row.invalid_boolean", column.name(), cell);
            return cell.equalsIgnoreCase("true") ? "true" : "false";
        }
        error("row.invalid_boolean", column.name(), cell);
        return cell;
    }

    /** A quirk that was understood; strictly read, a fault. */
    private void warning(String code, String column, String value) {
        if (strict) {
            error(code, column, value);
            return;
        }
        findings.accept(Finding.warning(code, file, line, column, value));
    }

    private void error(String code, @Nullable String column, String value) {
        good = false;
        findings.accept(Finding.error(code, file, line, column, value));
    }
}
