package org.schoolcase.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.schoolcase.bench.load.PgBench.Login;
import org.schoolcase.local.Api;
import org.schoolcase.local.DemoData;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;
import org.schoolcase.local.Suite;
import org.schoolcase.local.Tokens;

/**
 * What is measured on: the running student and case services, and beside each service's database an empty copy of it
 * (same server, tables, indexes, rights and policies) for the limit's writes, so that no relay works on those.
 */
final class Bed {

    static final DemoWorld.District DISTRICT = DemoWorld.MULBERRY;
    private static final String ROSTER_SCOPE = "https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Suite suite;
    private final Api api;
    private final Tokens tokens;
    private final Path work;

    private Bed(Suite suite, Path work) {
        this.suite = suite;
        this.api = new Api(suite);
        this.tokens = new Tokens(suite);
        this.work = work;
    }

    /** Copies the empty databases while nobody is connected to them, and registers the district. */
    static Bed prepare(Suite suite) throws IOException {
        var bed = new Bed(suite, Files.createDirectories(suite.options().state().resolveSibling("work")));
        for (var service : List.of(Service.STUDENT, Service.CASE)) {
            suite.stop(service);
            bed.database(service)
                    .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                            + " AND datname = current_database()");
            new Database(bed.database(service).url().replace(name(service), "postgres"))
                    .execute("CREATE DATABASE " + copyName(service) + " TEMPLATE " + name(service));
            suite.restart(service);
        }
        new DemoData(suite, bed.api, bed.tokens).register(DISTRICT);
        return bed;
    }

    private static String name(Service service) {
        return "schoolcase_" + service.shortName();
    }

    private static String copyName(Service service) {
        return "bench_" + service.shortName();
    }

    Api api() {
        return api;
    }

    String url(Service service) {
        return suite.url(service);
    }

    /** The processor time that a service has taken since its start. */
    Duration processorTime(Service service) {
        return ProcessHandle.of(suite.pid(service))
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    UUID district() {
        return DISTRICT.id();
    }

    Database database(Service service) {
        return new Database(suite.adminJdbcUrl(service));
    }

    Database copy(Service service) {
        return new Database(suite.adminJdbcUrl(service).replace(name(service), copyName(service)));
    }

    /** The service's own role in its own database. */
    Login appOf(Service service) {
        return login(service, name(service));
    }

    /** The service's own role in the copy. */
    Login appOfCopy(Service service) {
        return login(service, copyName(service));
    }

    private Login login(Service service, String database) {
        return new Login(
                suite.options().ports().postgres(),
                database,
                name(service) + "_app",
                suite.secrets().get("database." + service.shortName() + ".app"));
    }

    /** A token of the demo user of this role. */
    String token(String user) {
        return tokens.person(DISTRICT, user);
    }

    String sisSync(DemoWorld.District district) {
        return tokens.sisSync(district);
    }

    /** A token of the client that reads the roster over OneRoster. */
    String rosterReader() {
        return tokens.rosterReader(DISTRICT, ROSTER_SCOPE);
    }

    /** Another district of the suite, without any data. */
    void register(DemoWorld.District district) {
        new DemoData(suite, api, tokens).register(district);
    }

    /** Another State's law holds in the district from now on. */
    void moveTo(String jurisdiction) {
        var body = Map.of(
                "name", DISTRICT.name(),
                "jurisdiction", jurisdiction,
                "timeZone", DISTRICT.timeZone(),
                "languages", DISTRICT.languages(),
                "issuer", suite.issuer(DISTRICT.realm()));
        api.put(Service.STUDENT, "/v1/districts/" + district(), tokens.operator(), "*", body)
                .expect(200);
        awaitZero(
                Service.CASE,
                "SELECT count(*) FROM district WHERE id = '" + district() + "' AND jurisdiction <> '" + jurisdiction
                        + "'");
    }

    /** What a token says of its bearer. */
    JsonNode claims(String user) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token(user).split("\\.", -1)[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where files of this run lie. */
    Path folder() {
        return work;
    }

    /** Writes a file for a load generator. */
    Path file(String name, String text) {
        try {
            return Files.writeString(work.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script of this module as a file for a load generator. */
    Path script(String name) {
        return file(name, resource(name));
    }

    static String resource(String name) {
        try (var in = Bed.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until every event has been sent, the case service knows every student, and none is left to be compared. */
    void settle() {
        awaitZero(Service.STUDENT, "SELECT count(*) FROM outbox_event WHERE sent_at IS NULL");
        awaitZero(Service.CASE, "SELECT count(*) FROM outbox_event WHERE sent_at IS NULL");
        var students = database(Service.STUDENT).number("SELECT count(*) FROM student");
        awaitZero(Service.CASE, "SELECT greatest(0, " + students + " - count(*)) FROM student_profile");
        awaitZero(Service.STUDENT, "SELECT count(*) FROM student_identity_work");
        pause(Duration.ofSeconds(1));
    }

    private void awaitZero(Service service, String count) {
        until(count, () -> database(service).number(count) == 0);
    }

    /** Waits until something is so; an error when it never is. */
    void until(String what, BooleanSupplier holds) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not settled in " + PATIENCE + ": " + what);
            }
            pause(Duration.ofMillis(200));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    void say(String line) {
        System.out.println("         " + line);
    }
}
