package org.schoolcase.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One packaged service as a child process, told by environment variables where everything is. */
final class ServiceProcess {
    private static final List<String> JVM = List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private final Service service;
    private final ChildProcess process;
    private final int managementPort;

    private ServiceProcess(Service service, ChildProcess process, int managementPort) {
        this.service = service;
        this.process = process;
        this.managementPort = managementPort;
    }

    static ServiceProcess start(Service service, SuiteOptions options, StateFolder state, Secrets secrets) {
        Path jar = service.jar(options.root());
        if (!Files.exists(jar)) {
            throw new LaunchException(service.module() + " is not built: " + jar + " is missing");
        }
        List<String> arguments = new ArrayList<>(JVM);
        if (options.quickStart()) {
            arguments.add("-XX:TieredStopAtLevel=1");
        }
        arguments.add("-jar");
        arguments.add(jar.toString());
        ChildProcess process =
                ChildProcess.java(service.module(), state, arguments, environment(service, options, secrets));
        return new ServiceProcess(service, process, port(options.ports().management(), service));
    }

    void awaitReady() {
        Await.until(
                service.module(),
                Duration.ofMinutes(2),
                process,
                () -> Await.answers("http://127.0.0.1:" + managementPort + "/q/health/ready"));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    void stop() {
        process.stop(Duration.ofSeconds(25));
    }

    void kill() {
        process.kill();
    }

    private static Map<String, String> environment(Service service, SuiteOptions options, Secrets secrets) {
        Ports ports = options.ports();
        Map<String, String> env = new LinkedHashMap<>();
        env.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        env.put("QUARKUS_HTTP_PORT", Integer.toString(port(ports.http(), service)));
        env.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        env.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(port(ports.management(), service)));
        database(env, "QUARKUS_DATASOURCE_", "app", service, ports, secrets);
        database(env, "QUARKUS_DATASOURCE_RELAY_", "relay", service, ports, secrets);
        database(env, "QUARKUS_FLYWAY_", "owner", service, ports, secrets);
        env.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        env.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        env.put("QUARKUS_MAILER_PORT", Integer.toString(ports.smtp()));
        env.put("QUARKUS_MAILER_FROM", "SchoolCase <no-reply@schoolcase.example>");
        env.put("SCHOOLCASE_CURSOR_SECRET", secrets.get("cursor"));
        env.put("SCHOOLCASE_ROSTER_PULL_KEYS", secrets.get("roster-pull"));
        env.put("SCHOOLCASE_ROSTER_PULL_ALLOWED_PRIVATE_HOSTS", "127.0.0.1");
        String realms = "http://127.0.0.1:" + ports.keycloak() + "/realms/";
        env.put("SCHOOLCASE_SECURITY_OPERATOR_ISSUER", realms + "operator");
        env.put("SCHOOLCASE_SECURITY_AGENCIES_ISSUER", realms + "agencies");
        env.put("SCHOOLCASE_EXPLORER_ISSUERS", realms + "district-mulberry," + realms + "district-fairbanks");
        if (service == Service.STUDENT) {
            exportParts(env, ports);
        }
        env.putAll(options.environment().getOrDefault(service, Map.of()));
        return env;
    }

    /** Where the student service fetches the parts of an export. */
    private static void exportParts(Map<String, String> env, Ports ports) {
        for (Service other : List.of(Service.CASE, Service.REFERRAL, Service.NOTIFICATION)) {
            env.put("SCHOOLCASE_PRIVACY_" + other.name() + "_URL", "http://127.0.0.1:" + port(ports.http(), other));
        }
    }

    private static void database(
            Map<String, String> env, String prefix, String role, Service service, Ports ports, Secrets secrets) {
        String name = "schoolcase_" + service.shortName();
        String url = "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name;
        env.put(prefix + "JDBC_URL", url);
        env.put(prefix + "USERNAME", name + "_" + role);
        env.put(prefix + "PASSWORD", secrets.get("database." + service.shortName() + "." + role));
    }

    static int port(Map<Service, Integer> ports, Service service) {
        Integer port = ports.get(service);
        if (port == null) {
            throw new IllegalArgumentException("no port for " + service);
        }
        return port;
    }
}
