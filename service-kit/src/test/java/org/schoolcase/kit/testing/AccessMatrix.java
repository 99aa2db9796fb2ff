package org.schoolcase.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The written matrix of who may call what: {@code docs/access-matrix.csv}. */
public final class AccessMatrix {

    /** Rows of the operations that the kit gives every service. */
    private static final String EVERY_SERVICE = "*";

    /** One operation: the roles that open it, and the relation that opens an object. */
    public record Row(String service, String method, String path, Set<String> roles, String relation) {}

    private AccessMatrix() {}

    /** The rows of a service. */
    public static List<Row> of(String service) {
        try (var lines = Files.lines(root().resolve("docs/access-matrix.csv"))) {
            return lines.skip(1)
                    .filter(line -> !line.isBlank())
                    .map(AccessMatrix::row)
                    .filter(row ->
                            row.service().equals(service) || row.service().equals(EVERY_SERVICE))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's folder. */
    public static Path root() {
        return Path.of(System.getProperty("schoolcase.root"));
    }

    private static Row row(String line) {
        var cells = line.split(",", 5);
        if (cells.length != 5) {
            throw new IllegalStateException("Not five cells: " + line);
        }
        return new Row(cells[0], cells[1], cells[2], Set.of(cells[3].split(" ")), cells[4]);
    }
}
