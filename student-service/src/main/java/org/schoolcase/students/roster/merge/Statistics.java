package org.schoolcase.students.roster.merge;

import java.sql.SQLException;

/**
 * Keeps the planner's statistics of one table in step with the import that fills it. Autovacuum comes a minute late, and
 * until then the planner takes a district for nearly empty and joins its rows one by one.
 */
final class Statistics {

    private static final int FEW = 500;

    /** Enough to tell many rows from few; autovacuum looks closer later. */
    private static final int SAMPLE = 30;

    private final DistrictSession session;
    private final String table;
    private long written;
    private long due = FEW;

    Statistics(DistrictSession session, String table) {
        this.session = session;
        this.table = table;
    }

    /** Counts rows just written; refreshes when they have grown to four times as many. Call outside a transaction. */
    void wrote(long rows) throws SQLException {
        written += rows;
        if (written >= due) {
            refresh();
            due = 4 * written;
        }
    }

    /** Refreshes when enough has been written since the last time to matter. */
    void settle() throws SQLException {
        if (written >= FEW && 4 * written > due + FEW) {
            refresh();
        }
    }

    private void refresh() throws SQLException {
        session.inTransaction(() -> {
            session.update("SET LOCAL default_statistics_target = " + SAMPLE);
            session.update("ANALYZE " + table);
        });
    }
}
