package org.schoolcase.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keycloak as a child process on 127.0.0.1, with the realms of {@code deploy/keycloak}.
 *
 * <p>Its distribution is unpacked by the build and configured once ({@code build}), which makes every start
 * several times faster than {@code start-dev}; each run has a home of its own that links to it.
 */
final class KeycloakServer {
    private static final List<String> SHARED = List.of("lib", "conf", "providers", "themes", "version.txt");
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx400m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000");

    private final ChildProcess process;
    private final int port;

    private KeycloakServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static KeycloakServer start(Path root, StateFolder state, int port, Secrets secrets) {
        Path distribution = distribution(root);
        configureOnce(distribution, state);
        Path home = home(root, state, distribution);
        String url = "http://127.0.0.1:" + port;
        ChildProcess process = java(
                state,
                home,
                List.of(
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + url),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        secrets.get("keycloak.admin")));
        return new KeycloakServer(process, port);
    }

    void awaitReady() {
        Await.until(
                "Keycloak",
                Duration.ofMinutes(3),
                process,
                () -> Await.answers("http://127.0.0.1:" + port + "/realms/operator/.well-known/openid-configuration"));
    }

    void stop() {
        process.stop(Duration.ofSeconds(15));
    }

    private static ChildProcess java(
            StateFolder state, Path home, List<String> arguments, Map<String, String> environment) {
        List<String> all = new ArrayList<>(JVM);
        all.add("-Dkc.home.dir=" + home);
        all.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        all.add("-cp");
        all.add(home.resolve("lib/quarkus-run.jar").toString());
        all.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        all.addAll(arguments);
        return ChildProcess.java("keycloak", state, all, environment);
    }

    private static Path distribution(Path root) {
        Path unpacked = root.resolve("deploy/local/target/keycloak");
        try (Stream<Path> folders = Files.list(unpacked)) {
            return folders.filter(folder -> Files.exists(folder.resolve("lib/quarkus-run.jar")))
                    .findFirst()
                    .orElseThrow(() -> new LaunchException("no Keycloak in " + unpacked + "; build first"));
        } catch (IOException e) {
            throw new LaunchException("no Keycloak in " + unpacked + "; build first: ./mvnw -DskipTests package", e);
        }
    }

    /** Fixes the build-time options in the distribution; two runs that start together take turns. */
    private static void configureOnce(Path distribution, StateFolder state) {
        Path done = distribution.resolve("configured");
        try (FileChannel turn = FileChannel.open(
                        distribution.resolve("configure.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = turn.lock()) {
            if (lock.isValid() && !Files.exists(done)) {
                ChildProcess build = java(state, distribution, List.of("build", "--db=dev-file"), Map.of());
                Await.end("Keycloak's configuration", Duration.ofMinutes(3), build);
                Files.createFile(done);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(Path root, StateFolder state, Path distribution) {
        Path home = state.path().resolve("keycloak");
        Path realms = home.resolve("data/import");
        try {
            Files.createDirectories(realms);
            for (String name : SHARED) {
                Files.deleteIfExists(home.resolve(name));
                Files.createSymbolicLink(home.resolve(name), distribution.resolve(name));
            }
            copyRealms(root.resolve("deploy/keycloak"), realms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    private static void copyRealms(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("-realm.json")).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
