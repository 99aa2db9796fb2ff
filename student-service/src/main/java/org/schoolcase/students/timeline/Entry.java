package org.schoolcase.students.timeline;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded.
 *
 * @param details values by column of the ledger
 * @param corrects the entry that was wrong and that this one replaces
 */
public record Entry(
        UUID studentId,
        Period period,
        Map<String, @Nullable Object> details,
        @Nullable String reason,
        @Nullable UUID corrects) {}
