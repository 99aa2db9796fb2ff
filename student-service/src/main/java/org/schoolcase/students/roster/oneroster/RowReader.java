package org.schoolcase.students.roster.oneroster;

import org.jspecify.annotations.Nullable;

/** Turns the lines of one file into rows and findings. */
final class RowReader implements CsvLines.Sink {

    private final RosterFile file;
    private final Version version;
    private final Mode mode;
    private final RosterPackage.Sink sink;
    private final boolean keepsAll;
    private @Nullable RowCheck check;

    RowReader(RosterFile file, Version version, Mode mode, RosterPackage.Sink sink, boolean keepsAll) {
        this.file = file;
        this.version = version;
        this.mode = mode;
        this.sink = sink;
        this.keepsAll = keepsAll;
    }

    @Override
    public void line(CsvLines.Line line) {
        if (check == null) {
            var name = file.fileName() + ".csv";
            check = new RowCheck(name, mode, Layout.of(name, line, file.layouts(version), keepsAll), sink::found);
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
