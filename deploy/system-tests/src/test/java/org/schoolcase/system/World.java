package org.schoolcase.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.schoolcase.local.Api;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.DemoWorld.District;
import org.schoolcase.local.Service;
import org.schoolcase.local.Suite;
import org.schoolcase.local.Tokens;

/** The running suite and what tests do in it. Each test takes students of its own. */
final class World {

    private final Suite suite;
    private final Api api;
    private final Tokens tokens;
    private final AtomicInteger taken = new AtomicInteger(20);

    World(Suite suite, Api api, Tokens tokens) {
        this.suite = suite;
        this.api = api;
        this.tokens = tokens;
    }

    Suite suite() {
        return suite;
    }

    Api api() {
        return api;
    }

    Tokens tokens() {
        return tokens;
    }

    String coordinator() {
        return tokens.person(DemoWorld.MULBERRY, "coordinator");
    }

    /** A district of the test's own, with a realm of its own and without a roster. */
    District newDistrict(String name) {
        return new NewDistrict(this, name).open();
    }

    /** Students of Mulberry that no other test uses. */
    List<UUID> students(int count) {
        var from = taken.getAndAdd(count);
        var students = query(
                Service.STUDENT,
                UUID.class,
                "SELECT id FROM student WHERE district_id = '%s' AND active ORDER BY id DESC OFFSET %d LIMIT %d"
                        .formatted(DemoWorld.MULBERRY.id(), from, count));
        if (students.size() != count) {
            throw new IllegalStateException("The demo district has no more students for tests");
        }
        await().atMost(RunningSuite.PATIENCE)
                .until(() -> known(Service.CASE, "student_profile", DemoWorld.MULBERRY) >= from + count);
        return students;
    }

    private long known(Service service, String table, District district) {
        return query(
                        service,
                        Long.class,
                        "SELECT count(*) FROM %s WHERE district_id = '%s'".formatted(table, district.id()))
                .getFirst();
    }

    /** Opens a case; the answer says whether the service took it. */
    Api.Answer openCase(UUID student) {
        return api.post(
                Service.CASE,
                "/v1/cases",
                coordinator(),
                Map.of(
                        "studentId",
                        student,
                        "source",
                        "STAFF",
                        "reason",
                        "Falls behind in reading.",
                        "barriers",
                        List.of("ACADEMIC"),
                        "receivedOn",
                        today()));
    }

    UUID openedCase(UUID student) {
        return id(openCase(student).expect(201).body());
    }

    String today() {
        return LocalDate.now(ZoneId.of(DemoWorld.MULBERRY.timeZone())).toString();
    }

    static UUID id(JsonNode body) {
        return UUID.fromString(body.path("id").asText());
    }

    /** Asks a service's database as superuser. */
    <T> List<T> query(Service service, Class<T> type, String sql) {
        try (var connection = DriverManager.getConnection(suite.adminJdbcUrl(service));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<T>();
            while (rows.next()) {
                values.add(rows.getObject(1, type));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long count(Service service, String sql) {
        return query(service, Long.class, sql).getFirst();
    }
}
