package org.schoolcase.students.pull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Policy: where an increment begins. What an import kept out is read once more, since what was missing may be there by then; what is
 * kept out again is left until the source changes it, so that no bad record is read for ever.
 *
 * @param since records changed from then on are read; null reads all
 * @param repeats run whose records are read once more, since its import kept rows out
 * @param givesUp run that was such a repetition: what its import kept out of the repeated records is not asked for again
 */
record Position(
        @Nullable Instant since,
        @Nullable UUID repeats,
        @Nullable UUID givesUp) {

    /** A run whose import is through. */
    record Through(
            UUID id,
            @Nullable Instant since,
            @Nullable Instant readUntil,
            boolean keptOut,
            @Nullable UUID repeats) {

        static Through of(ResultSet row) throws SQLException {
            return new Through(
                    row.getObject("id", UUID.class),
                    RosterSources.instant(row, "since"),
                    RosterSources.instant(row, "read_until"),
                    row.getBoolean("kept_out"),
                    row.getObject("repeats", UUID.class));
        }

        boolean isFull() {
            return since == null;
        }
    }

    /** The position after the runs whose imports are through, the latest first; the two latest decide. */
    static Position after(List<Through> through) {
        if (through.isEmpty()) {
            return new Position(null, null, null);
        }
        var last = through.getFirst();
        if (!last.keptOut()) {
            return new Position(last.readUntil(), null, null);
        }
        var givesUp = last.repeats() == null ? null : last.id();
        var before = through.size() < 2 ? null : through.get(1);
        if (before == null || (last.isFull() && !(before.isFull() && before.keptOut()))) {
            return new Position(null, last.id(), givesUp);
        }
        return new Position(before.readUntil(), last.id(), givesUp);
    }
}
