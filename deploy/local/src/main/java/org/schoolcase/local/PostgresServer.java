package org.schoolcase.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The embedded PostgreSQL: durable, on 127.0.0.1, with one database and three roles per service. */
final class PostgresServer {
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final List<String> EXISTS_ALREADY = List.of("42710", "42P04");

    /** The superuser stays inside this machine; everyone else proves a password. */
    private static final String WHO_MAY_CONNECT = """
            local all postgres               trust
            host  all postgres 127.0.0.1/32  trust
            host  all postgres ::1/128       trust
            host  all all      127.0.0.1/32  scram-sha-256
            """;

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static PostgresServer start(StateFolder state, int port) {
        Path data = data(state);
        try {
            File log = state.log("postgres").toFile();
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setDataDirectoryCustomizer(PostgresServer::writeAccessRules)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("track_activity_query_size", "16kB")
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log));
            DURABILITY.forEach(setting -> builder.setServerConfig(setting, "on"));
            PostgresServer server = new PostgresServer(builder.start());
            server.requireDurability();
            return server;
        } catch (IOException e) {
            throw new LaunchException("PostgreSQL does not start (see " + state.log("postgres") + "): " + e, e);
        }
    }

    /** Makes the roles and the database of a service, or gives existing roles their passwords again. */
    void prepare(Service service, Secrets secrets) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements(service, secrets)) {
                execute(statement, sql);
            }
        } catch (SQLException e) {
            throw new LaunchException("the database of " + service.module() + " cannot be made: " + e.getMessage(), e);
        }
    }

    void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server as a crash would ({@code kill -9} of the postmaster) and waits until its helpers have noticed. */
    static void crash(StateFolder state) {
        ProcessHandle postmaster = postmaster(data(state))
                .flatMap(ProcessHandle::of)
                .filter(process -> runsOn(process, data(state)))
                .orElseThrow(() -> new IllegalStateException("PostgreSQL does not run"));
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        postmaster.destroyForcibly();
        all.forEach(process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    private void requireDurability() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABILITY) {
                requireOn(statement, setting);
            }
        } catch (SQLException e) {
            throw new LaunchException("PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    private void requireOn(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            if (!row.getString(1).equals("on")) {
                stop();
                throw new LaunchException("PostgreSQL runs with " + setting + "=" + row.getString(1)
                        + ": confirmed writes could be lost; refused");
            }
        }
    }

    private static List<String> statements(Service service, Secrets secrets) {
        String name = service.shortName();
        return template()
                .replace("${service}", name)
                .replace("${owner_password}", secrets.get("database." + name + ".owner"))
                .replace("${app_password}", secrets.get("database." + name + ".app"))
                .replace("${relay_password}", secrets.get("database." + name + ".relay"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("--"))
                .toList();
    }

    private static String template() {
        try (var in = PostgresServer.class.getResourceAsStream("/org/schoolcase/kit/database.sql")) {
            if (in == null) {
                throw new IllegalStateException("database.sql is not on the class path");
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!EXISTS_ALREADY.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static void writeAccessRules(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server that an earlier run of this folder left behind when it was killed. */
    static void stopLeftover(StateFolder state) {
        Path data = data(state);
        postmaster(data)
                .flatMap(ProcessHandle::of)
                .filter(process -> runsOn(process, data))
                .ifPresent(process -> {
                    process.destroy();
                    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
                });
    }

    /** The process id that the server has written into its data folder. */
    private static Optional<Long> postmaster(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path data(StateFolder state) {
        return state.path().resolve("postgres");
    }

    private static boolean runsOn(ProcessHandle process, Path data) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(data.toString()))
                .isPresent();
    }
}
