package org.schoolcase.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The running suite: PostgreSQL, Kafka, Keycloak, a mail server, and the services as processes of their own.
 *
 * <p>Tests use it to take parts away and give them back: {@link #kill}, {@link #restart}, {@link #stopKafka},
 * {@link #killPostgres}.
 */
public final class Suite implements AutoCloseable {
    private final SuiteOptions options;
    private final StateFolder state;
    private final Secrets secrets;
    private final Progress progress;
    private final Infrastructure infrastructure;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Thread atExit = new Thread(this::close, "stop-suite");
    private volatile boolean closing;

    private Suite(SuiteOptions options, StateFolder state) {
        this.options = options;
        this.state = state;
        this.secrets = Secrets.in(state.path());
        this.progress = new Progress(options.out());
        this.infrastructure = new Infrastructure(options, state, secrets, progress);
    }

    /** Starts everything and returns when it is ready; stops what was started when something fails. */
    public static Suite start(SuiteOptions options) {
        Suite suite = new Suite(options, StateFolder.open(options.state()));
        Runtime.getRuntime().addShutdownHook(suite.atExit);
        try {
            ChildProcess.stopLeftovers(suite.state);
            PostgresServer.stopLeftover(suite.state);
            options.ports().requireFree();
            new Startup(options, suite.infrastructure, suite.progress, suite::startService, suite::stopAll).run();
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    /** Deletes the state of earlier runs; refuses a folder that no run has made. */
    public static void forget(SuiteOptions options) {
        StateFolder.delete(options.state());
    }

    /** Ends the database at once, as a crash would; the services stay up. */
    public void killPostgres() {
        infrastructure.killPostgres();
    }

    /** Starts the database again, which recovers what was confirmed. */
    public void startPostgres() {
        infrastructure.startPostgres();
    }

    /** Starts the broker, with what its log held when it was stopped. */
    public void startKafka() {
        infrastructure.startKafka();
    }

    /** Takes the broker away; the services go on without it. */
    public void stopKafka() {
        infrastructure.stopKafka();
    }

    /** Starts Keycloak again after {@link #stopKeycloak}. */
    public void startKeycloak() {
        infrastructure.startKeycloak();
    }

    /** Takes Keycloak away; tokens already issued stay good until they expire. */
    public void stopKeycloak() {
        infrastructure.stopKeycloak();
    }

    private void startService(Service service) {
        ServiceProcess process = ServiceProcess.start(service, options, state, secrets);
        put(service, process);
        if (closing) {
            process.kill();
        }
        process.awaitReady();
        progress.ready(service.module());
    }

    /** Ends a service at once, as a crash would ({@code kill -9}). */
    public void kill(Service service) {
        process(service).kill();
    }

    /** Stops a service in order. */
    public void stop(Service service) {
        process(service).stop();
    }

    /** Starts a service again, after stopping it in order if it still runs; returns when it is ready. */
    public void restart(Service service) {
        ServiceProcess running = process(service);
        if (running.isAlive()) {
            running.stop();
        }
        startService(service);
    }

    /** The base address of a service: {@code http://127.0.0.1:8081}. */
    public String url(Service service) {
        return "http://127.0.0.1:" + ServiceProcess.port(options.ports().http(), service);
    }

    /** The address of a service's health and metrics. */
    public String managementUrl(Service service) {
        return "http://127.0.0.1:" + ServiceProcess.port(options.ports().management(), service);
    }

    /** The issuer of a realm: {@code http://127.0.0.1:18080/realms/district-mulberry}. */
    public String issuer(String realm) {
        return "http://127.0.0.1:" + options.ports().keycloak() + "/realms/" + realm;
    }

    public String kafkaBootstrap() {
        return "127.0.0.1:" + options.ports().kafka();
    }

    /** The database of a service as its superuser sees it, for tests that look behind the API. */
    public String adminJdbcUrl(Service service) {
        return "jdbc:postgresql://127.0.0.1:" + options.ports().postgres() + "/schoolcase_" + service.shortName()
                + "?user=postgres";
    }

    /** The process id of a running service. */
    public long pid(Service service) {
        return process(service).pid();
    }

    public MailServer mails() {
        return infrastructure.mails();
    }

    public Secrets secrets() {
        return secrets;
    }

    public SuiteOptions options() {
        return options;
    }

    /** The folder of the log files, one per part. */
    public Path logs() {
        return state.path().resolve("logs");
    }

    Progress progress() {
        return progress;
    }

    private synchronized ServiceProcess process(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalStateException(service.module() + " was not started");
        }
        return process;
    }

    private synchronized void put(Service service, ServiceProcess process) {
        services.put(service, process);
    }

    /** Stops services first, then Keycloak, Kafka, the mail server and PostgreSQL; each step runs whatever fails. */
    @Override
    public void close() {
        if (stopAll()) {
            forgetExit();
        }
    }

    private synchronized boolean stopAll() {
        if (closing) {
            return false;
        }
        closing = true;
        progress.line("stopping");
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            services.values().forEach(process -> threads.execute(process::stop));
        }
        quietly(infrastructure::stopKeycloak);
        quietly(infrastructure::stopKafka);
        quietly(infrastructure::stopMail);
        quietly(infrastructure::stopPostgres);
        state.close();
        progress.line("stopped; the data is kept");
        return true;
    }

    /** Leaves nothing to do at the JVM's exit, unless that is what is going on. */
    private void forgetExit() {
        if (Thread.currentThread() != atExit) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException e) {
                progress.line("stopped while exiting");
            }
        }
    }

    private void quietly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            progress.line("while stopping: " + e);
        }
    }
}
