package org.schoolcase.cases.instrument.definition;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that cannot be made to run long: anchored at both ends, a plain row of characters and classes, and
 * the repetitions multiplied together within a bound. No groups, alternatives, references or look-around.
 */
final class SafePattern {

    /** Longest text that a pattern may be asked about. */
    static final int LONGEST_TEXT = 256;

    private static final int LONGEST_PATTERN = 200;
    private static final long MOST_WORK = 100_000;
    private static final String ESCAPES = "dwsDWS.-/()[]{}+*?^$|\\";

    private final String text;
    private int at;
    private long work = 1;

    private SafePattern(String text) {
        this.text = text;
    }

    /** What is wrong with it; nothing when it is safe. */
    static Optional<String> complaint(String pattern) {
        if (pattern.length() > LONGEST_PATTERN || pattern.length() < 2) {
            return Optional.of("A pattern has 2 to %d characters.".formatted(LONGEST_PATTERN));
        }
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
            return Optional.of("A pattern begins with ^ and ends with $.");
        }
        try {
            new SafePattern(pattern.substring(1, pattern.length() - 1)).read();
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    e instanceof PatternSyntaxException ? "Not a regular expression." : String.valueOf(e.getMessage()));
        }
    }

    private void read() {
        while (at < text.length()) {
            atom();
            repetition();
            if (work > MOST_WORK) {
                throw new IllegalArgumentException("Too many open repetitions.");
            }
        }
    }

    private void atom() {
        char c = text.charAt(at++);
        switch (c) {
            case '\\' -> escape();
            case '[' -> characterClass();
            case '(', ')', '|', '^', '$', '*', '+', '?', '{', '}', ']' ->
                throw new IllegalArgumentException(
                        "Only characters, classes such as [a-z] or \\d, and repetitions of them are allowed.");
            default -> {} // any other character stands for itself
        }
    }

    private void escape() {
        if (at >= text.length() || ESCAPES.indexOf(text.charAt(at)) < 0) {
            throw new IllegalArgumentException("Of the escapes only \\d \\w \\s and those of signs are allowed.");
        }
        at++;
    }

    private void characterClass() {
        while (at < text.length() && text.charAt(at) != ']') {
            char c = text.charAt(at++);
            if (c == '\\') {
                escape();
            } else if (c == '[' || c == '&') {
                throw new IllegalArgumentException("A class holds characters and ranges only.");
            }
        }
        if (at >= text.length()) {
            throw new IllegalArgumentException("A class is not closed.");
        }
        at++;
    }

    private void repetition() {
        if (at >= text.length()) {
            return;
        }
        switch (text.charAt(at)) {
            case '?' -> repeated(2, 1);
            case '*', '+' -> repeated(LONGEST_TEXT, 1);
            case '{' -> counted();
            default -> {} // said once
        }
    }

    private void repeated(long ways, int length) {
        at += length;
        work *= ways;
    }

    private void counted() {
        var end = text.indexOf('}', at);
        var said = end < 0 ? "" : text.substring(at + 1, end);
        if (!said.matches("\\d{1,3}(,(\\d{1,3})?)?")) {
            throw new IllegalArgumentException("A repetition is {n}, {n,} or {n,m} with numbers up to 999.");
        }
        var bounds = said.split(",", -1);
        var from = Integer.parseInt(bounds[0]);
        var open = bounds.length == 2 && bounds[1].isEmpty();
        var to = bounds.length == 1 ? from : open ? LONGEST_TEXT : Integer.parseInt(bounds[1]);
        repeated(Math.max(1, Math.min(to, LONGEST_TEXT) - from + 1L), said.length() + 2);
    }
}
