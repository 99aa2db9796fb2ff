package org.schoolcase.students.pull;

import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.PostgresResource;

/** Many districts share the worker. */
@QuarkusTest
class PullWorkerTest {

    private final StubSis sis = new StubSis();

    @AfterEach
    void noSource() {
        execute("DROP TRIGGER IF EXISTS test_no_run ON roster_pull");
        execute("DROP FUNCTION IF EXISTS test_no_run()");
        sis.close();
    }

    /** The broken ones were there before the sound one and come after it, in whatever order they are met. */
    @Test
    void makesTheRunsOfOneDistrictWhateverIsWrongWithOthers() {
        var broken = Stream.generate(PullProbe::new).limit(4).toList();
        var sound = new PullProbe();
        refuseRunsOf(broken);
        broken.subList(0, 2).forEach(this::schedule);
        schedule(sound);
        broken.subList(2, 4).forEach(this::schedule);

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> runs(sound)
                .body("items", hasSize(1)));
        broken.forEach(district -> runs(district).body("items", hasSize(0)));

        execute("DROP TRIGGER test_no_run ON roster_pull");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> broken.forEach(district -> runs(district).body("items", hasSize(1))));
    }

    private void schedule(PullProbe district) {
        district.put(PullProbe.body(sis.base(), sis.url("/token"))
                        .replace("\"active\"", "\"intervalMinutes\": 15, \"active\""))
                .statusCode(201);
    }

    private static io.restassured.response.ValidatableResponse runs(PullProbe district) {
        return district.admin()
                .get("/v1/roster-sources/{id}/runs", district.source)
                .then()
                .statusCode(200);
    }

    private static void refuseRunsOf(List<PullProbe> districts) {
        var ids = String.join(
                "','",
                districts.stream()
                        .map(district -> district.district.id().toString())
                        .toList());
        execute("""
                CREATE FUNCTION test_no_run() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'no run'; END $$""");
        execute("CREATE TRIGGER test_no_run BEFORE INSERT ON roster_pull FOR EACH ROW WHEN (NEW.district_id IN ('" + ids
                + "')) EXECUTE FUNCTION test_no_run()");
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
