package org.schoolcase.students.roster.oneroster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file that is counted and not imported: of its rows only the ids are looked at, so that a reference into nothing is
 * told (columns of OneRoster CSV Binding 1.1 and 1.2.1, gradebook, resources and user profiles).
 */
public final class IgnoredFile implements CsvLines.Sink {

    /** Takes the ids of a file, row by row. */
    public interface Sink {

        /** A row begins. */
        void row(long line, String sourcedId);

        /** The row points to a record of another file. */
        void reference(long line, String column, String sourcedId);
    }

    private static final Map<String, String> TARGETS = Map.ofEntries(
            Map.entry("classSourcedId", "classes"),
            Map.entry("courseSourcedId", "courses"),
            Map.entry("resourceSourcedId", "resources"),
            Map.entry("categorySourcedId", "categories"),
            Map.entry("academicSessionSourcedId", "academicSessions"),
            Map.entry("gradingPeriodSourcedId", "academicSessions"),
            Map.entry("schoolSourcedId", "orgs"),
            Map.entry("orgSourcedId", "orgs"),
            Map.entry("lineItemSourcedId", "lineItems"),
            Map.entry("resultSourcedId", "results"),
            Map.entry("scoreScaleSourcedId", "scoreScales"),
            Map.entry("studentSourcedId", "users"),
            Map.entry("userSourcedId", "users"));

    private final Sink sink;
    private List<String> header = List.of();
    private boolean headerSeen;

    IgnoredFile(Sink sink) {
        this.sink = sink;
    }

    /** File that a column points into, if it is a reference. */
    public static Optional<String> target(String column) {
        return Optional.ofNullable(TARGETS.get(column));
    }

    /** True when some column points into this file. */
    public static boolean isTarget(String file) {
        return TARGETS.containsValue(file);
    }

    @Override
    public void line(CsvLines.Line line) {
        if (!headerSeen) {
            headerSeen = true;
            header = line.cells();
            return;
        }
        var cells = line.cells();
        sink.row(line.number(), cells.getFirst());
        for (int i = 1; i < Math.min(header.size(), cells.size()); i++) {
            var column = header.get(i);
            if (TARGETS.containsKey(column) && !cells.get(i).isEmpty()) {
                sink.reference(line.number(), column, cells.get(i));
            }
        }
    }
}
