package org.schoolcase.students.pull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as its history shows it.
 *
 * @param since records changed from then on were asked for; none: all
 * @param readUntil where the next increment begins once the import is through without having kept rows out
 * @param repeats run whose records this one reads once more, since its import kept rows out
 * @param repeated requests that had to be made again after 429 or 5xx
 * @param importId import that the records went into; none when nothing was read
 * @param failureCode why it failed, or waits for its next attempt
 */
public record PullRunView(
        UUID id,
        UUID sourceId,
        State state,
        Reason reason,
        @Nullable Instant since,
        @Nullable Instant readUntil,
        @Nullable UUID repeats,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int attempts,
        long repeated,
        @Nullable UUID importId,
        @Nullable String failureCode,
        List<FileView> files,
        List<PullFindingView> findings) {

    /** Where a run is. */
    public enum State {
        QUEUED,
        RUNNING,
        COMPLETED,
        FAILED
    }

    /** Why there is a run. */
    public enum Reason {
        DEMAND,
        SCHEDULE
    }

    /** What came of one collection. */
    public record FileView(String file, long pages, long records) {}

    /** What was changed or left out while rows were made of records; never a value. */
    public record PullFindingView(String file, String code, long occurrences) {}
}
