package org.schoolcase.students.identity.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge as the API shows it.
 *
 * @param mergedId id that now answers as the surviving student
 * @param rows what followed the surviving record, by table
 */
public record MergeView(
        UUID id,
        UUID reviewId,
        UUID mergedId,
        UUID survivingId,
        String state,
        String reason,
        Instant mergedAt,
        @Nullable Instant undoneAt,
        @Nullable String undoReason,
        List<Moved> rows) {

    /**
     * Rows of one table.
     *
     * @param moved rows that followed
     * @param keptBack rows that stayed with the merged record, because the surviving one has their like
     */
    public record Moved(String table, long moved, long keptBack) {}

    static MergeView of(Merge merge, List<Moved> rows) {
        return new MergeView(
                merge.id(),
                merge.reviewId(),
                merge.mergedId(),
                merge.survivingId(),
                merge.state().name(),
                merge.reason(),
                merge.mergedAt(),
                merge.undoneAt(),
                merge.undoReason(),
                rows);
    }
}
