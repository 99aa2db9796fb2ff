package org.schoolcase.students.roster.merge;

import java.util.UUID;
import org.schoolcase.students.roster.oneroster.Manifest;
import org.schoolcase.students.roster.oneroster.RosterFile;

/**
 * What all files of one import share.
 *
 * @param chunkSize rows of one transaction
 * @param breaks taken between two pieces of work, on the thread that reads
 * @param checkpoint told after each transaction
 */
record ImportContext(
        DistrictSession session,
        UUID importId,
        ImportRun.Options options,
        Manifest manifest,
        RowIds ids,
        Targets targets,
        TouchedUsers touched,
        ChunkSize chunkSize,
        Breaks breaks,
        ImportRun.Checkpoint checkpoint) {

    String missing(RosterFile target) {
        return manifest.mode(target).isPresent() ? OptionalReferences.MISSING_RECORD : "reference.missing_target_file";
    }

    /** Runs one transaction, and lets the size of the next ones follow its time. */
    void inTransaction(int rows, DistrictSession.Work work) throws java.sql.SQLException {
        long start = System.nanoTime();
        session.inTransaction(work);
        chunkSize.took(rows, System.nanoTime() - start);
    }
}
