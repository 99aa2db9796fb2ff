package org.schoolcase.cases.eligibility.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** For which ages a State uses developmental delay; data in {@code eligibility/developmental-delay.csv}. */
public final class DevelopmentalDelay {

    private static final String FILE = "/eligibility/developmental-delay.csv";

    /** Ages in whole years, both ends included. */
    public record Ages(int from, int to, String citation) {

        boolean include(int age) {
            return from <= age && age <= to;
        }
    }

    private static final Map<String, Ages> BY_JURISDICTION = read();

    private DevelopmentalDelay() {}

    /** The State's own ages, else the widest that federal law allows. */
    public static Ages in(String jurisdiction) {
        var ages = BY_JURISDICTION.get(jurisdiction);
        return ages == null ? Objects.requireNonNull(BY_JURISDICTION.get("US")) : ages;
    }

    private static Map<String, Ages> read() {
        var stream = Objects.requireNonNull(DevelopmentalDelay.class.getResourceAsStream(FILE), FILE);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var found = new HashMap<String, Ages>();
            lines.lines().skip(1).map(line -> line.split(",", 4)).forEach(cells -> found.put(cells[0], ages(cells)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ages ages(String[] cells) {
        return new Ages(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3]);
    }
}
