package org.schoolcase.kit.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Reads what the database said from the chain of causes. SQL states: PostgreSQL manual, appendix A. */
public final class DatabaseFaults {

    private static final String UNIQUE = "23505";
    private static final int DEEPEST = 30;

    private DatabaseFaults() {}

    /** A unique key was already taken. */
    public static boolean isDuplicate(@Nullable Throwable fault) {
        return UNIQUE.equals(state(fault));
    }

    /** The name of the violated unique constraint stands in the message, which holds no values. */
    public static boolean isDuplicateOf(@Nullable Throwable fault, String constraint) {
        var sql = find(fault, SQLException.class);
        return sql != null
                && UNIQUE.equals(sql.getSQLState())
                && String.valueOf(sql.getMessage()).contains(constraint);
    }

    /** It may work when tried again: no connection, shutting down, out of resources, deadlock or serialisation. */
    public static boolean isPassing(@Nullable Throwable fault) {
        var state = state(fault);
        if (state == null) {
            return find(fault, SQLTransientException.class) != null || says(fault, "Acquisition timeout");
        }
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("40001")
                || state.equals("40P01");
    }

    private static boolean says(@Nullable Throwable fault, String words) {
        var sql = find(fault, SQLException.class);
        return sql != null && String.valueOf(sql.getMessage()).contains(words);
    }

    private static @Nullable String state(@Nullable Throwable fault) {
        var sql = find(fault, SQLException.class);
        return sql == null ? null : sql.getSQLState();
    }

    static <T> @Nullable T find(@Nullable Throwable fault, Class<T> type) {
        var cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
