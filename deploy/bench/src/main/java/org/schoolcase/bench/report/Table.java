package org.schoolcase.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown with columns of even width. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        rows.add(List.of(head));
    }

    /** Adds a row with as many cells as the head has. */
    public void add(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException("A row has " + cells.length + " cells");
        }
        rows.add(List.of(cells));
    }

    public String text() {
        var lines = new ArrayList<>(rows.stream().map(this::line).toList());
        lines.add(1, line(rows.getFirst().stream().map(_ -> "---").toList()));
        return String.join("\n", lines) + "\n";
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cells.get(column), width(column)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
