package org.schoolcase.students.roster.merge;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.schoolcase.kit.tenant.Tenants;

/**
 * One database session of one district for a whole import: temporary tables live in it, and the lock that keeps a second
 * import of the district away. Short transactions follow each other; a lost session frees everything.
 */
public final class DistrictSession implements AutoCloseable {

    /** Work within a transaction. */
    interface Work {
        void run() throws SQLException;
    }

    private static final String LOCK =
            "SELECT CASE WHEN pg_try_advisory_lock(hashtextextended(?, 0)) THEN 1 ELSE 0 END";
    private static final Map<String, String> MERGING = Map.of(
            "synchronous_commit", "off", "enable_hashjoin", "off", "enable_mergejoin", "off", "enable_seqscan", "off");
    private static final Map<String, String> CARRYING_OVER =
            Map.of("random_page_cost", "1.1", "enable_mergejoin", "off", "enable_seqscan", "off");
    private static final int FETCH = 5_000;
    private static final String UNLOCK = "SELECT pg_advisory_unlock_all()";

    private final Connection connection;
    private final PGConnection postgres;
    private final int prepareThreshold;

    private DistrictSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = connection.unwrap(PGConnection.class);
        this.prepareThreshold = postgres.getPrepareThreshold();
        // Plans must follow the growing tables, so no statement keeps one.
        postgres.setPrepareThreshold(0);
    }

    /** Takes a connection of the pool that sees one district, outside any transaction of the container. */
    public static DistrictSession open(Tenants tenants, AgroalDataSource dataSource, UUID districtId) {
        return tenants.inDistrict(districtId, () -> QuarkusTransaction.suspendingExisting()
                .call(() -> new DistrictSession(dataSource.getConnection())));
    }

    /** True when no other import of the district is being worked on, here or in another process. */
    public boolean lock(UUID districtId) throws SQLException {
        return number(LOCK, "roster-import " + districtId) == 1;
    }

    /**
     * Settings while merging: a chunk is joined by index, whatever the planner has yet seen of tables that are just being
     * filled; and commits need not wait for the disk, since what a crash of the database takes back is taken back with
     * the line reached.
     */
    void merging() throws SQLException {
        set(MERGING);
    }

    /** Settings while carrying over: batches are joined by index, too; their events wait for the disk. */
    void carryingOver() throws SQLException {
        reset();
        set(CARRYING_OVER);
    }

    private void set(Map<String, String> settings) throws SQLException {
        for (var setting : settings.entrySet()) {
            update("SET " + setting.getKey() + " = " + setting.getValue());
        }
    }

    private void reset() throws SQLException {
        for (var settings : List.of(MERGING, CARRYING_OVER)) {
            for (var setting : settings.keySet()) {
                update("RESET " + setting);
            }
        }
    }

    void inTransaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The first column of the first row, 0 when there is none. */
    long number(String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = prepare(sql, parameters);
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** Reads rows. */
    interface Rows {
        void row(ResultSet row) throws SQLException;
    }

    void query(String sql, Rows each, @Nullable Object... parameters) throws SQLException {
        try (var statement = prepare(sql, parameters);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                each.row(rows);
            }
        }
    }

    PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    /** Reads any number of rows in little memory; not within a transaction. */
    void stream(String sql, Rows each, @Nullable Object... parameters) throws SQLException {
        inTransaction(() -> {
            try (var statement = prepare(sql, parameters)) {
                statement.setFetchSize(FETCH);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        each.row(rows);
                    }
                }
            }
        });
    }

    /** Ids as the text of a PostgreSQL array. */
    static String array(Collection<UUID> ids) {
        return array(ids, id -> id);
    }

    static <T> String array(Collection<T> from, Function<T, UUID> id) {
        var text = new StringBuilder(2 + 37 * from.size());
        from.forEach(one -> text.append(text.isEmpty() ? '{' : ',').append(id.apply(one)));
        return text.append(text.isEmpty() ? "{}" : "}").toString();
    }

    void copy(String command, CharSequence rows) throws SQLException {
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        var copy = postgres.getCopyAPI().copyIn(command);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            reset();
            update("DISCARD TEMP");
            number("SELECT 1 FROM (" + UNLOCK + ") freed");
            postgres.setPrepareThreshold(prepareThreshold);
        }
    }
}
