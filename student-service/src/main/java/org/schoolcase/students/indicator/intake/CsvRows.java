package org.schoolcase.students.indicator.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;

/** Reads the rows of one part by the columns of the file's header. */
final class CsvRows {

    private CsvRows() {}

    /** The header, the first row of a file; 400 where a column is missing, unknown or there twice. */
    static List<String> header(DataKind kind, String content) {
        var names = new ArrayList<String>();
        try (var csv = CsvReader.builder().ofCsvRecord(content)) {
            csv.stream().findFirst().ifPresent(row -> row.getFields().forEach(name -> names.add(name.strip())));
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            throw ProblemException.badRequest("csv.unreadable", "The header is no row of CSV (RFC 4180).");
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        check(kind, names);
        return names;
    }

    private static void check(DataKind kind, List<String> names) {
        var known = new HashSet<String>();
        kind.columns().forEach(column -> known.add(column.name()));
        known.add(DataKind.STUDENT_ID);
        known.add(DataKind.STUDENT_SOURCED_ID);
        if (kind.isKeyed()) {
            known.add(DataKind.KEY);
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            if (!known.contains(names.get(i)) || !seen.add(names.get(i))) {
                throw ProblemException.badRequest(
                                "csv.unknown-column", "A column is unknown, or there twice; see the documentation.")
                        .with("line", 1)
                        .with("place", i + 1);
            }
        }
        requireAll(kind, seen);
    }

    private static void requireAll(DataKind kind, Set<String> seen) {
        if (!seen.contains(DataKind.STUDENT_ID) && !seen.contains(DataKind.STUDENT_SOURCED_ID)) {
            throw missing(DataKind.STUDENT_SOURCED_ID);
        }
        if (kind.isKeyed() && !seen.contains(DataKind.KEY)) {
            throw missing(DataKind.KEY);
        }
        for (var column : kind.columns()) {
            if (column.required() && !seen.contains(column.name())) {
                throw missing(column.name());
            }
        }
    }

    private static ProblemException missing(String column) {
        return ProblemException.badRequest("csv.column-missing", "A column that is required is not in the header.")
                .with("line", 1)
                .with("column", column);
    }

    /** The rows of a part that can be stored; the reader notes the others. Returns how many rows there were. */
    static long read(RowReader reader, List<String> header, CsvParts.Part part, List<IntakeRow> rows) {
        long read = 0;
        long last = part.firstLine();
        try (var csv = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(part.content())) {
            for (var row : csv) {
                last = part.firstLine() + row.getStartingLineNumber() - 1;
                if (last > 1) {
                    read++;
                    add(reader, header, row, last, rows);
                }
            }
        } catch (CsvParseException e) {
            read++;
            reader.refuse(last + 1, null, "csv.unreadable");
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        return read;
    }

    private static void add(RowReader reader, List<String> header, CsvRecord row, long line, List<IntakeRow> rows) {
        if (row.getFieldCount() != header.size()) {
            reader.refuse(line, null, "csv.field-count");
            return;
        }
        reader.read(line, name -> cell(header, row, name)).ifPresent(rows::add);
    }

    private static @Nullable String cell(List<String> header, CsvRecord row, String name) {
        int place = header.indexOf(name);
        return place < 0 ? null : row.getField(place);
    }
}
