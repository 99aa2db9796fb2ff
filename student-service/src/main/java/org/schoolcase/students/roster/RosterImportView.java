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
 * @param dryRun only tells what would change: the counts are what an import would do
 * @param strict quirks of real exports keep their row out
 * @param safetyPercent share of a file's active records that may end without being asked about
 * @param wouldEnd of one that waits: active records that it would end, to be confirmed
 * @param rowsKept of one that was cancelled: changes that were made before, and stay
 * @param failureCode why the import failed as a whole, or was called off by the service
 * @param confirmBy of one that waits for a confirmation: then it is called off (import.confirmation-expired)
 * @param waitsFor of one that is queued: the import of the district before it, which has not ended
 * @param rowsPerSecond rows read per second, of the run so far or of the whole one that has ended; none before it has begun. A
 *     wait for a confirmation does not count
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
        boolean dryRun,
        boolean strict,
        @Schema(examples = "10") int safetyPercent,
        @Nullable Long wouldEnd,
        @Nullable Long rowsKept,
        @Nullable String failureCode,
        @Nullable Instant confirmBy,
        @Nullable UUID waitsFor,
        @Schema(examples = "20412") @Nullable Long rowsPerSecond) {

    /** How far an import is. */
    enum State {
        QUEUED,
        RUNNING,
        /** It would end more than its share; a district admin confirms or cancels. Nothing is written yet. */
        AWAITING_CONFIRMATION,
        COMPLETED,
        COMPLETED_WITH_ERRORS,
        CANCELLED,
        FAILED;

        boolean hasEnded() {
            return switch (this) {
                case QUEUED, RUNNING, AWAITING_CONFIRMATION -> false;
                case COMPLETED, COMPLETED_WITH_ERRORS, CANCELLED, FAILED -> true;
            };
        }
    }

    /** Rows of ignored files are known from the start and read by nobody. */
    long rowsRead() {
        return files.stream()
                .filter(file -> file.mode() != FileMode.IGNORED)
                .mapToLong(FileView::read)
                .sum();
    }

    /** Whether both say the same of what was done; while nothing is done the rate alone falls. */
    boolean isAsFarAs(RosterImportView other) {
        return at(null).equals(other.at(null));
    }

    /** The same with another rate. */
    RosterImportView at(@Nullable Long rate) {
        return new RosterImportView(
                id,
                state,
                oneRosterVersion,
                createdAt,
                startedAt,
                finishedAt,
                files,
                warnings,
                errors,
                dryRun,
                strict,
                safetyPercent,
                wouldEnd,
                rowsKept,
                failureCode,
                confirmBy,
                waitsFor,
                rate);
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
     * @param rows rows that the file has
     * @param ended records that the file ends, or that a bulk file no longer has
     * @param revived records that had ended and are active again
     * @param unchanged rows that changed nothing
     * @param rejected rows that were kept out
     * @param activeBefore active records before the import, when the safety stop looked at them
     * @param wouldEnd how many of these the bulk file no longer has
     */
    record FileView(
            String file,
            FileMode mode,
            long rows,
            long read,
            long added,
            long changed,
            long ended,
            long revived,
            long unchanged,
            long rejected,
            @Nullable Long activeBefore,
            @Nullable Long wouldEnd) {

        long written() {
            return added + changed + ended + revived;
        }
    }
}
