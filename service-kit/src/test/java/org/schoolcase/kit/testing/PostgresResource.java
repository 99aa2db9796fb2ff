package org.schoolcase.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL for component tests, with the roles, the rights and the row-level security of production. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "test";
    private static final Set<String> EXISTS_ALREADY = Set.of("42710", "42P04");

    private static volatile @Nullable String superuserUrl;

    private String service = "test";
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    /** JDBC URL of the service's database as superuser, for tests that play the intruder. */
    public static String superuserUrl() {
        var url = superuserUrl;
        if (url == null) {
            throw new IllegalStateException("PostgreSQL does not run");
        }
        return url;
    }

    @Override
    public Map<String, String> start() {
        try {
            var started = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "64MB")
                    .start();
            postgres = started;
            createDatabase(started);
            superuserUrl = started.getJdbcUrl("postgres", "schoolcase_" + service);
            return settings("jdbc:postgresql://127.0.0.1:%d/schoolcase_%s".formatted(started.getPort(), service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Map<String, String> settings(String url) {
        var settings = new HashMap<String, String>();
        for (var role : Map.of("", "app", "relay.", "relay").entrySet()) {
            settings.put("quarkus.datasource." + role.getKey() + "jdbc.url", url);
            settings.put("quarkus.datasource." + role.getKey() + "username", role(role.getValue()));
            settings.put("quarkus.datasource." + role.getKey() + "password", PASSWORD);
        }
        settings.put("quarkus.flyway.jdbc-url", url);
        settings.put("quarkus.flyway.username", role("owner"));
        settings.put("quarkus.flyway.password", PASSWORD);
        return settings;
    }

    private String role(String name) {
        return "schoolcase_" + service + "_" + name;
    }

    private void createDatabase(EmbeddedPostgres started) {
        try (var connection = started.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var line : script().lines().toList()) {
                if (!line.isBlank() && !line.startsWith("--")) {
                    execute(statement, line);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The test database cannot be made", e);
        }
    }

    private static void execute(java.sql.Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!EXISTS_ALREADY.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private String script() throws IOException {
        try (var script = getClass().getResourceAsStream("/org/schoolcase/kit/database.sql")) {
            if (script == null) {
                throw new IllegalStateException("database.sql is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${service}", service)
                    .replace("${owner_password}", PASSWORD)
                    .replace("${app_password}", PASSWORD)
                    .replace("${relay_password}", PASSWORD);
        }
    }
}
