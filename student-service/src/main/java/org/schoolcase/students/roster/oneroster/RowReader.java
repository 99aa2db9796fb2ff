package org.schoolcase.students.roster.oneroster;

import org.jspecify.annotations.Nullable;

/** Turns the lines of one file into rows and findings. */
final class RowReader implements CsvLines.Sink {

    private final RosterFile file;
    private final Version version;
    private final Mode mode;
    private final RosterPackage.Sink sink;
    private final boolean keepsAll;
    private final boolean strict;
    private @Nullable RowCheck check;

    RowReader(RosterFile file, Manifest manifest, RosterPackage.Sink sink, boolean derived, boolean strict) {
        this.file = file;
        this.version = manifest.version();
        this.mode = manifest.mode(file).orElseThrow();
        this.sink = derived ? new RolesOfUsers(sink) : sink;
        this.keepsAll = derived;
        this.strict = strict;
    }

    @Override
    public void line(CsvLines.Line line) {
        if (check == null) {
            var name = file.fileName() + ".csv";
            check = new RowCheck(
                    name, mode, Layout.of(name, line, file.layouts(version), keepsAll), strict, sink::found);
            return;
        }
        var row = check.check(line);
        if (row == null) {
            var sourcedId = line.cells().getFirst();
            sink.rejected(line.number(), Cells.isGuid(sourcedId) ? sourcedId : null);
        } else {
            sink.row(row);
        }
    }
}
