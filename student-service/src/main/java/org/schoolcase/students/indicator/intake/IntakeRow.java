package org.schoolcase.students.indicator.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that can be stored.
 *
 * @param line line of the file, or place in the batch
 * @param id of the record; null where student and date are the key
 * @param values in the order of the kind's columns
 */
record IntakeRow(long line, UUID studentId, @Nullable UUID id, List<@Nullable Object> values) {

    /** What a further row must share with this one to be about the same record. */
    Object key() {
        return id == null ? List.of(studentId, String.valueOf(values.getFirst())) : id;
    }
}
