package org.schoolcase.students.roster.oneroster;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/**
 * Watches the characters on their way to the CSV parser, so that a broken quote or an endless line stops the reading at
 * its place instead of filling memory: OneRoster allows no line break inside a field.
 */
final class LineGuard extends Reader {

    private final Reader source;
    private final String file;
    private final int maxLineLength;

    private long line = 1;
    private int length;
    private boolean quoted;
    private boolean openedInsideField;
    private char previous = '\n';

    LineGuard(Reader source, String file, int maxLineLength) {
        this.source = source;
        this.file = file;
        this.maxLineLength = maxLineLength;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int read = readDecoded(buffer, offset, count);
        if (read < 0 && quoted) {
            throw quoteFault();
        }
        for (int i = offset; i < offset + read; i++) {
            watch(buffer[i]);
        }
        return read;
    }

    private int readDecoded(char[] buffer, int offset, int count) throws IOException {
        try {
            return source.read(buffer, offset, count);
        } catch (CharacterCodingException e) {
            throw new PackageFault("csv.not_utf8", file, line, null, "The file is not UTF-8 after this line.");
        }
    }

    private void watch(char c) {
        if (c == '\n' || c == '\r') {
            endLine(c);
        } else if (c == '"') {
            quoted = !quoted;
            openedInsideField |= quoted && previous != ',' && previous != '\n' && previous != '\r' && previous != '"';
        } else if (c == 0) {
            throw new PackageFault("csv.invalid_character", file, line, null, "The line holds a NUL character.");
        }
        if (++length > maxLineLength) {
            throw new PackageFault(
                    "csv.line_too_long", file, line, null, "A line may have " + maxLineLength + " characters.");
        }
        previous = c;
    }

    private void endLine(char c) {
        if (quoted) {
            throw quoteFault();
        }
        if (c == '\n') {
            line++;
            length = 0;
        }
        openedInsideField = false;
    }

    private PackageFault quoteFault() {
        return openedInsideField
                ? new PackageFault("csv.unescaped_quote", file, line, null, "A quote inside a field is not doubled.")
                : new PackageFault(
                        "csv.unclosed_quote",
                        file,
                        line,
                        null,
                        "A quoted field does not end on the line it begins on.");
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
