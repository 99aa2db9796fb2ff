package org.schoolcase.students.roster.oneroster;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A good row: cells are normalized, empty ones are null, and stand in the order of {@link RosterFile#kept()};
 * last ones that the version does not know are left out.
 *
 * @param toBeDeleted the sender ends the record
 * @param lastModified date of the last change as ISO 8601 in UTC, when the sender gave one
 * @param metadata extension columns as a JSON object
 */
public record RosterRow(
        long line,
        String sourcedId,
        boolean toBeDeleted,
        @Nullable String lastModified,
        List<@Nullable String> cells,
        @Nullable String metadata) {

    /** Everything that makes the record differ from its earlier state; the date of change alone does not. */
    public String content() {
        var text = new StringBuilder(160).append(toBeDeleted);
        for (var cell : cells) {
            text.append('\u0001').append(Objects.requireNonNullElse(cell, "\u0002"));
        }
        return text.append('\u0001')
                .append(Objects.requireNonNullElse(metadata, ""))
                .toString();
    }
}
