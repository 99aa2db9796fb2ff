package org.schoolcase.kit.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs one SQL statement in one round trip: as part of the running transaction if there is one, else by itself.
 * For reads that put relation and data into a single select, and for set-based writes.
 */
@ApplicationScoped
public class Rows {

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    public <T> Optional<T> first(Query query, Mapper<T> mapper) {
        return list(query, mapper).stream().findFirst();
    }

    public <T> List<T> list(Query query, Mapper<T> mapper) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, query);
                var result = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (result.next()) {
                found.add(mapper.map(result));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read: SQL state " + e.getSQLState(), e);
        }
    }

    /** Runs a statement that writes; answers the number of rows. */
    public int write(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, Query.of(sql, values))) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write: SQL state " + e.getSQLState(), e);
        }
    }

    public static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        return List.copyOf(Arrays.asList((UUID[]) row.getArray(column).getArray()));
    }

    private static PreparedStatement prepare(Connection connection, Query query) throws SQLException {
        var statement = connection.prepareStatement(query.sql());
        for (int i = 0; i < query.values().size(); i++) {
            var value = query.values().get(i);
            statement.setObject(i + 1, value instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : value);
        }
        return statement;
    }
}
