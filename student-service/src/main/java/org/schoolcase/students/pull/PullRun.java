package org.schoolcase.students.pull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that this replica works on.
 *
 * @param attempt number of the beginning; what an older one writes does not count
 * @param since records changed from then on are read; null reads all
 * @param place file that is being read; null at the beginning
 * @param next URL of the file's next page; null at its first
 */
record PullRun(
        UUID id,
        UUID sourceId,
        int attempt,
        @Nullable Instant since,
        @Nullable String place,
        @Nullable String next) {

    /** All records make a bulk package, an increment a delta. */
    boolean isFull() {
        return since == null;
    }
}
