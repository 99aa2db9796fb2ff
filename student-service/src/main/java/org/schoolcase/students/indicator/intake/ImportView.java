package org.schoolcase.students.indicator.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import of one file and how far it is.
 *
 * @param coverage of attendance, which days the file covers
 * @param coverageStated of attendance once it is completed, whether these days count as covered: not if a row could not be read
 * @param parts parts that the file was cut into; each is worked off in one transaction
 */
record ImportView(
        UUID id,
        DataKind kind,
        String source,
        State state,
        int parts,
        int partsDone,
        long read,
        long added,
        long changed,
        long unchanged,
        long rejected,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Coverage coverage,
        @Nullable Boolean coverageStated) {

    /** COMPLETED_WITH_ERRORS: rows were kept out, the others count. FAILED: given up after several tries. */
    enum State {
        QUEUED,
        RUNNING,
        COMPLETED,
        COMPLETED_WITH_ERRORS,
        FAILED
    }
}
