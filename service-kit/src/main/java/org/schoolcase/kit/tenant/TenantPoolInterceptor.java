package org.schoolcase.kit.tenant;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/**
 * Sets the tenant on a connection when it leaves the pool. The setting stays with the pooled connection and costs a
 * round trip only when the next user is another tenant. It is made outside any transaction, because a setting made
 * within one would be undone by its rollback while we still believed in it.
 */
@Singleton
class TenantPoolInterceptor implements AgroalPoolInterceptor {

    private static final String SET = "SELECT set_config('app.district', ?, false), set_config('app.agency', ?, false)";

    private final TenantContext context;
    private final Map<Connection, Tenant> settings = new ConcurrentHashMap<>();

    TenantPoolInterceptor(TenantContext context) {
        this.context = context;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var wanted = wanted();
        var pooled = pooled(connection);
        if (!wanted.equals(settings.get(pooled))) {
            settings.remove(pooled);
            set(pooled, wanted);
            settings.put(pooled, wanted);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        settings.remove(pooled(connection));
    }

    /** The connection itself: the pool hands out a new wrapper each time. */
    private static Connection pooled(Connection connection) {
        try {
            return connection.unwrap(PgConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException("Not a connection to PostgreSQL", e);
        }
    }

    private Tenant wanted() {
        return Arc.container().requestContext().isActive() ? context.tenant() : Tenant.NONE;
    }

    private static void set(Connection connection, Tenant tenant) {
        try {
            var autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try (var statement = connection.prepareStatement(SET)) {
                statement.setString(1, text(tenant.districtId()));
                statement.setString(2, text(tenant.agencyId()));
                statement.execute();
            }
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            throw new IllegalStateException("The tenant could not be set on a connection", e);
        }
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
