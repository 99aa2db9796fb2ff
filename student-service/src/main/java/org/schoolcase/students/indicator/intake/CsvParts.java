package org.schoolcase.students.indicator.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.schoolcase.kit.problem.ProblemException;

/** Cuts a CSV stream into parts of whole rows, so that each can be worked off by itself; holds one part in memory. */
final class CsvParts {

    /** Whole rows, and the line of the first. */
    record Part(long firstLine, String content) {}

    /** Takes the parts one by one. */
    interface Sink {
        void part(Part part);
    }

    private static final int LONGEST_ROW = 1 << 14;
    private static final int BUFFER = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final int size;
    private final Sink sink;
    private final byte[] held;
    private int filled;
    private int wholeRows;
    private long line = 1;
    private long linesOfWholeRows;
    private long linesHeld;
    private boolean quoted;

    CsvParts(int size, Sink sink) {
        this.size = size;
        this.sink = sink;
        this.held = new byte[size + LONGEST_ROW];
    }

    void cut(InputStream input) throws IOException {
        var buffer = new byte[BUFFER];
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            for (int i = 0; i < read; i++) {
                add(buffer[i]);
            }
        }
        wholeRows = filled;
        linesOfWholeRows = linesHeld;
        if (filled > 0) {
            release();
        }
    }

    private void add(byte next) {
        if (filled - wholeRows >= LONGEST_ROW) {
            throw ProblemException.badRequest("csv.row-too-long", "A row has 16 KiB at most; is a quote not closed?")
                    .with("line", line + linesOfWholeRows);
        }
        held[filled++] = next;
        if (next == '"') {
            quoted = !quoted;
        } else if (next == '\n') {
            linesHeld++;
            if (!quoted) {
                wholeRows = filled;
                linesOfWholeRows = linesHeld;
                if (filled >= size) {
                    release();
                }
            }
        }
    }

    private void release() {
        var content = text(Arrays.copyOf(held, wholeRows));
        sink.part(new Part(line, line == 1 && content.startsWith(BYTE_ORDER_MARK) ? content.substring(1) : content));
        line += linesOfWholeRows;
        filled = 0;
        wholeRows = 0;
        linesHeld = 0;
        linesOfWholeRows = 0;
    }

    private String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw unreadable();
            }
            return text;
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    private ProblemException unreadable() {
        return ProblemException.badRequest("csv.not-utf8", "The file is not text in UTF-8.")
                .with("afterLine", line - 1);
    }
}
