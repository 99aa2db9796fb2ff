package org.schoolcase.students.roster.merge;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.schoolcase.students.roster.oneroster.Column;
import org.schoolcase.students.roster.oneroster.RosterFile;

/**
 * References that may point to nothing, which is told once per column when the whole file is in: they may point into it.
 * Only those still open are kept, as four longs each.
 */
final class OptionalReferences {

    static final String MISSING_RECORD = "reference.missing_target_record";

    /** Takes what points to nothing. */
    interface Missing {
        void column(Column column, RosterFile target, long firstLine, long times) throws java.sql.SQLException;
    }

    private static final int WIDTH = 4;

    private final Targets targets;
    private final List<Column> columns;
    private long[] open = new long[1 << 10];
    private int used;

    OptionalReferences(ImportContext context, RosterFile file) {
        this.targets = context.targets();
        this.columns = file.kept();
    }

    void note(long line, List<List<UUID>> references) {
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).required()) {
                for (var id : references.get(i)) {
                    if (!targets.knows(Targets.file(columns.get(i)), id)) {
                        keep(i, line, id);
                    }
                }
            }
        }
    }

    private void keep(int column, long line, UUID id) {
        if (used == open.length) {
            open = Arrays.copyOf(open, 2 * used);
        }
        open[used++] = column;
        open[used++] = line;
        open[used++] = id.getMostSignificantBits();
        open[used++] = id.getLeastSignificantBits();
    }

    void missing(Missing missing) throws java.sql.SQLException {
        for (int column = 0; column < columns.size(); column++) {
            long first = 0;
            long times = 0;
            for (int at = 0; at < used; at += WIDTH) {
                if (open[at] == column && !isThere(column, new UUID(open[at + 2], open[at + 3]))) {
                    first = times == 0 ? open[at + 1] : first;
                    times++;
                }
            }
            if (times > 0) {
                missing.column(columns.get(column), Targets.file(columns.get(column)), first, times);
            }
        }
    }

    private boolean isThere(int column, UUID id) {
        return targets.knows(Targets.file(columns.get(column)), id);
    }
}
