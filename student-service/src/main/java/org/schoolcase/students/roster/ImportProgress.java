package org.schoolcase.students.roster;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an import is getting on: one event of its stream.
 *
 * @param rowsPerSecond rows read since the event before, per second; 0 at first and when nothing was read
 */
record ImportProgress(
        RosterImportView roster, @Schema(examples = "20412") long rowsPerSecond) {

    static ImportProgress first(RosterImportView roster) {
        return new ImportProgress(roster, 0);
    }

    ImportProgress next(RosterImportView now, double seconds) {
        return new ImportProgress(now, Math.round((rowsRead(now) - rowsRead(roster)) / Math.max(0.001, seconds)));
    }

    /** Rows of ignored files are known from the start and read by nobody. */
    private static long rowsRead(RosterImportView view) {
        return view.files().stream()
                .filter(file -> file.mode() != RosterImportView.FileMode.IGNORED)
                .mapToLong(RosterImportView.FileView::read)
                .sum();
    }
}
