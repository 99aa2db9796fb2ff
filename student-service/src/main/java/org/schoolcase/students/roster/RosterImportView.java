package org.schoolcase.students.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import as its sender sees it; may be read while it runs.
 *
 * @param files what was done with each file so far
 * @param warnings quirks that were understood, counted per row and column
 * @param errors faults that kept rows out
 * @param failureCode why the import failed as a whole
 */
record RosterImportView(
        UUID id,
        State state,
        @Schema(examples = "1.2") String oneRosterVersion,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<FileView> files,
        long warnings,
        long errors,
        @Nullable String failureCode) {

    /** How far an import is. */
    enum State {
        QUEUED,
        RUNNING,
        COMPLETED,
        COMPLETED_WITH_ERRORS,
        FAILED
    }

    /** What a file is: everything there is, what changed, or nothing that this suite imports. */
    enum FileMode {
        BULK,
        DELTA,
        IGNORED
    }

    /**
     * Counts of one file. In OneRoster 1.1 the rows of roles are made from users.
     *
     * @param ended records that a bulk file no longer has
     * @param unchanged rows that changed nothing
     * @param rejected rows that were kept out
     */
    record FileView(
            String file,
            FileMode mode,
            long read,
            long added,
            long changed,
            long ended,
            long unchanged,
            long rejected) {}
}
