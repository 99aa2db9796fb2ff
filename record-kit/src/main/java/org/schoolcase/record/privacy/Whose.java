package org.schoolcase.record.privacy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose record is asked for: his own, those that were merged into it as far as this service knows, and those of which the
 * student service said so when it asked, since the facts of merges come on another way and may come later.
 *
 * @param mergedIds what it said; null where it said nothing of it, in events of former releases
 */
record Whose(UUID studentId, @Nullable List<UUID> mergedIds, Instant asked) {

    /** The ids under which it is kept; {@link #set} gives its three parameters. */
    static final String RECORDS = "records_of(?, ?, ?)";

    /** Sets the parameters of {@link #RECORDS}; answers the place of the next one. */
    int set(PreparedStatement statement, int first) throws SQLException {
        statement.setObject(first, studentId);
        var told = mergedIds == null ? List.<UUID>of() : mergedIds;
        statement.setArray(first + 1, statement.getConnection().createArrayOf("uuid", told.toArray()));
        statement.setObject(first + 2, asked.atOffset(ZoneOffset.UTC));
        return first + 3;
    }
}
