package org.schoolcase.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes lines of comma-separated values (RFC 4180). */
final class Csv {

    private final Writer out;

    Csv(Writer out, String header) {
        this.out = out;
        write(header);
        write("\n");
    }

    /** One line; a value that needs it is quoted. */
    void line(Object... values) {
        for (int i = 0; i < values.length; i++) {
            write(i == 0 ? "" : ",");
            write(quoted(String.valueOf(values[i])));
        }
        write("\n");
    }

    private static String quoted(String value) {
        var plain = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
