package org.schoolcase.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells a story's steps: who does what, the request, the answer in short, who was told. */
final class Narrator {
    private static final int WIDTH = 300;

    private final Appendable out;
    private int number;

    Narrator(Appendable out) {
        this.out = out;
    }

    void step(String what) {
        number++;
        write("%n%2d. %s%n".formatted(number, what));
    }

    /** Shows a request with its answer's status and the part of it that matters; gives the answer back. */
    Api.Answer shows(Api.Answer answer, String gist) {
        write("    %s -> %d  %s%n".formatted(answer.request(), answer.status(), shortened(gist)));
        return answer;
    }

    void note(String text) {
        write("    " + shortened(text) + System.lineSeparator());
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + " ...";
    }

    private void write(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
