package org.schoolcase.students.roster;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an import is getting on: one event of its stream.
 *
 * @param rowsPerSecond rows read since the event before, per second; at first that of the run so far
 */
record ImportProgress(
        RosterImportView roster, @Schema(examples = "20412") long rowsPerSecond) {

    static ImportProgress first(RosterImportView roster) {
        return new ImportProgress(roster, roster.rowsPerSecond() == null ? 0 : roster.rowsPerSecond());
    }

    ImportProgress next(RosterImportView now, double seconds) {
        return new ImportProgress(now, Math.round((now.rowsRead() - roster.rowsRead()) / Math.max(0.001, seconds)));
    }
}
