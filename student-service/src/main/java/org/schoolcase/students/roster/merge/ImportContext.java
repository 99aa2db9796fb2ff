package org.schoolcase.students.roster.merge;

import java.util.UUID;
import org.schoolcase.students.roster.oneroster.Manifest;

/**
 * What all files of one import share.
 *
 * @param chunkRows rows of one transaction
 * @param checkpoint told after each transaction
 */
record ImportContext(
        DistrictSession session,
        UUID importId,
        Manifest manifest,
        RowIds ids,
        int chunkRows,
        ImportRun.Checkpoint checkpoint) {}
