package org.schoolcase.students.roster.oneroster;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Streams the records of one CSV file, strict about quotes (RFC 4180) and bounded in memory. */
final class CsvLines {

    /** A record and the line it stands on. */
    record Line(long number, List<String> cells) {}

    /** Takes the records one by one. */
    interface Sink {
        void line(Line line);
    }

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String file;
    private final Limits limits;
    private long current = 1;

    CsvLines(String file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    void read(InputStream input, Sink sink) throws IOException {
        var guard = new LineGuard(utf8(input), file, limits.lineLength());
        try (var csv = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(4 * limits.lineLength())
                .build(new Records(), guard)) {
            csv.forEach(sink::line);
        } catch (CsvParseException e) {
            throw fault(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private RuntimeException fault(CsvParseException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PackageFault fault) {
                return fault;
            }
            if (cause instanceof IOException broken) {
                return new UncheckedIOException(broken);
            }
        }
        return new PackageFault(
                "csv.unescaped_quote", file, current, null, "A character follows the closing quote of a field.");
    }

    private static Reader utf8(InputStream input) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var pushback = new java.io.PushbackReader(new InputStreamReader(input, decoder), 1);
        int first = firstCharacter(pushback);
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            pushback.unread(first);
        }
        return pushback;
    }

    private static int firstCharacter(Reader reader) throws IOException {
        try {
            return reader.read();
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new PackageFault("csv.not_utf8", "", 1, null, "The file is not UTF-8.");
        }
    }

    /** Builds records, and refuses what FastCSV would let pass. */
    private final class Records extends AbstractBaseCsvCallbackHandler<Line> {

        private List<String> cells = new ArrayList<>();

        @Override
        protected void handleBegin(long startingLineNumber) {
            current = startingLineNumber;
            cells = new ArrayList<>(Math.max(8, cells.size()));
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (length > limits.cellLength()) {
                throw new PackageFault("csv.cell_too_long", file, current, "#" + (index + 1), "The cell is too long.");
            }
            var cell = length == 0 ? "" : new String(buffer, offset, length);
            if (!quoted && cell.indexOf('"') >= 0) {
                throw new PackageFault(
                        "csv.unescaped_quote",
                        file,
                        current,
                        "#" + (index + 1),
                        "A quote inside a field is not doubled, or the field is not quoted.");
            }
            cells.add(cell);
        }

        @Override
        protected Line buildRecord() {
            return new Line(current, cells);
        }
    }
}
