package org.schoolcase.students.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.roster.merge.DistrictSession;
import org.schoolcase.students.roster.merge.ImportRun;
import org.schoolcase.students.roster.oneroster.Limits;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** Imports that only tell, that stop before they end much, that are called off, and that are watched. */
@QuarkusTest
class RosterControlTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final ImportRun.Options OPTIONS = new ImportRun.Options(false, false, 10, false, 2, TRACE);

    @Inject
    Tenants tenants;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ImportLifecycle lifecycle;

    @Inject
    @DataSource("relay")
    AgroalDataSource relay;

    @Inject
    Clock clock;

    @TestHTTPResource
    URI server = URI.create("http://127.0.0.1");

    @TempDir
    Path folder = Path.of("");

    private final RosterProbe sis = new RosterProbe();

    @Test
    void aDryRunOfTheFirstPackageTellsAllAndWritesNothing() {
        var told = dryRun(PackageFixture.small().row("enrollments", "e4,,,k9,s1,u3,student,,2026-08-15,2027-06-10"));
        told.body("state", equalTo("COMPLETED_WITH_ERRORS"), "dryRun", is(true), "errors", is(1));
        told.body("files.find { it.file == 'users' }.added", is(3));
        told.body("files.find { it.file == 'enrollments' }.added", is(3));
        told.body("files.find { it.file == 'enrollments' }.rejected", is(1));
        assertThat(rosterRows()).isZero();
        assertThat(sis.count("SELECT count(*) FROM student WHERE district_id = :d"))
                .isZero();
        assertThat(OutboxProbe.of(sis.district)).isEmpty();
    }

    @Test
    void aDryRunTellsTheDifference() {
        sis.run(PackageFixture.small());
        int events = OutboxProbe.of(sis.district).size();
        var before = fingerprint();
        var next = PackageFixture.small()
                .replace("users", "u3,,,true,ben,,Ben,Birchtree,,,,,,,9,,,,,,s1,\n", "")
                .replace("users", "Ann,Applewood", "Ann,Alderwood")
                .replace("roles", "r3,,,u3,primary,student,,,s1,\n", "")
                .replace("enrollments", "e3,,,k1,s1,u3,student,,2026-08-15,2027-06-10\n", "");
        var told = dryRun(next);
        var users = "files.find { it.file == 'users' }.";
        told.body(users + "added", is(0), users + "changed", is(1), users + "ended", is(1), users + "unchanged", is(1));
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(OutboxProbe.of(sis.district)).hasSize(events);
        sis.confirmed(next).body(users + "changed", is(1), users + "ended", is(1), users + "unchanged", is(1));
    }

    @Test
    void stopsBeforeItEndsMuchAndGoesOnWhenConfirmed() {
        sis.run(PackageFixture.small());
        var before = fingerprint();
        var location = send(cutShort());
        sis.ended(location)
                .body("state", equalTo("AWAITING_CONFIRMATION"), "wouldEnd", is(2))
                .body("files.find { it.file == 'enrollments' }.activeBefore", is(3))
                .body("files.find { it.file == 'enrollments' }.wouldEnd", is(2));
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(sis.count("SELECT count(*) FROM roster_package_chunk WHERE district_id = :d"))
                .isEqualTo(1);
        confirm(location, 3).statusCode(422).body("code", equalTo("roster-import.other-number"), "wouldEnd", is(2));
        sis.sis()
                .contentType("application/json")
                .body("{\"wouldEnd\":2}")
                .post(location + "/confirmation")
                .then()
                .statusCode(403);
        confirm(location, 2).statusCode(202).body("state", equalTo("QUEUED"));
        confirm(location, 2).statusCode(409).body("code", equalTo("roster-import.not-awaiting"));
        sis.ended(location)
                .body("state", equalTo("COMPLETED"))
                .body("files.find { it.file == 'enrollments' }.ended", is(2));
        assertThat(AuditProbe.actions(sis.district))
                .contains("roster-import.stop", "roster-import.confirm", "roster-import.finish");
    }

    @Test
    void aLaterPackageDoesNotOvertakeOneThatWaits() {
        sis.run(PackageFixture.small());
        var waiting = send(cutShort());
        sis.ended(waiting);
        var later = send(PackageFixture.small());
        dryRun(PackageFixture.small()).body("files.changed", everyItem(is(0)));
        sis.sis().get(later).then().body("state", equalTo("QUEUED"));
        cancel(waiting).statusCode(202).body("state", equalTo("CANCELLED"), "rowsKept", is(0));
        sis.ended(later).body("state", equalTo("COMPLETED"), "files.ended", everyItem(is(0)));
        cancel(waiting).statusCode(409);
        assertThat(OutboxProbe.of(sis.district).stream()
                        .map(OutboxProbe.Sent::data)
                        .filter(data ->
                                data != null && data.path("state").asText().equals("CANCELLED")))
                .hasSize(1);
    }

    @Test
    void whatNobodyConfirmsInTimeIsCalledOffAndLetsTheNextGoOn() throws SQLException {
        sis.run(PackageFixture.small());
        var before = fingerprint();
        var waiting = send(cutShort());
        sis.ended(waiting)
                .body("state", equalTo("AWAITING_CONFIRMATION"), "confirmBy", notNullValue(), "waitsFor", nullValue());
        var later = send(PackageFixture.small());
        sis.admin()
                .get(later)
                .then()
                .body("state", equalTo("QUEUED"), "waitsFor", equalTo(idOf(waiting)), "confirmBy", nullValue());

        expire(Duration.ofHours(71));
        sis.sis().get(waiting).then().body("state", equalTo("AWAITING_CONFIRMATION"));
        expire(Duration.ofHours(73));
        sis.sis()
                .get(waiting)
                .then()
                .body("state", equalTo("CANCELLED"), "failureCode", equalTo("import.confirmation-expired"))
                .body("rowsKept", is(0), "confirmBy", nullValue(), "finishedAt", notNullValue());
        assertThat(fingerprint()).isEqualTo(before);
        confirm(waiting, 2).statusCode(409).body("code", equalTo("roster-import.not-awaiting"));
        cancel(waiting).statusCode(409);
        sis.ended(later).body("state", equalTo("COMPLETED"), "waitsFor", nullValue());
        expire(Duration.ofHours(73));
        assertThat(OutboxProbe.of(sis.district).stream()
                        .map(OutboxProbe.Sent::data)
                        .filter(data ->
                                data != null && data.path("state").asText().equals("CANCELLED")))
                .hasSize(1);
    }

    /** As if so much time had gone by. */
    private void expire(Duration later) throws SQLException {
        new ExpireConfirmations(relay, tenants, lifecycle, Clock.offset(clock, later)).handle();
    }

    private static String idOf(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    void onlyADistrictAdminRaisesTheSafetyStop() {
        sis.run(PackageFixture.small());
        sis.sis()
                .contentType("application/zip")
                .body(cutShort().bytes())
                .post("/v1/roster-imports?safetyStopPercent=100")
                .then()
                .statusCode(403)
                .body("code", equalTo("roster-import.safety-stop"));
        sis.sis()
                .contentType("application/zip")
                .body(cutShort().bytes())
                .post("/v1/roster-imports?safetyStopPercent=101")
                .then()
                .statusCode(400);
        var location = Objects.requireNonNull(sis.admin()
                .contentType("application/zip")
                .body(cutShort().bytes())
                .post("/v1/roster-imports?safetyStopPercent=100")
                .then()
                .statusCode(202)
                .body("safetyPercent", is(100))
                .extract()
                .header("Location"));
        sis.ended(location)
                .body("state", equalTo("COMPLETED"))
                .body("files.find { it.file == 'enrollments' }.ended", is(2));
    }

    @Test
    void stopsWithinTheFileWhenCancelledAndCarriesOverWhatItMerged() throws SQLException, IOException {
        var zip = PackageFixture.small().write(folder);
        var id = UUID.randomUUID();
        sis.insertRunning(id);
        var location = "/v1/roster-imports/" + id;
        try (var session = DistrictSession.open(tenants, dataSource, sis.district.id())) {
            var outcome = new ImportRun(session, sis.district.id(), id, OPTIONS, new Alone((file, line) -> {
                        if (file.equals("roles")) {
                            cancel(location).statusCode(202).body("state", equalTo("RUNNING"));
                        }
                    }))
                    .run(zip, Limits.USUAL);
            assertThat(outcome).isEqualTo(ImportRun.Outcome.CANCELLED);
            lifecycle.settle(sis.district.id(), id, outcome);
        }
        sis.sis()
                .get(location)
                .then()
                .body("state", equalTo("CANCELLED"), "rowsKept", is(2 + 2 + 1 + 1 + 3 + 2))
                .body("files.find { it.file == 'enrollments' }.added", is(0));
        assertThat(sis.count("SELECT count(*) FROM student WHERE district_id = :d AND active"))
                .isEqualTo(1);
        assertThat(sis.count("SELECT count(*) FROM roster_touched_user WHERE district_id = :d"))
                .isZero();
        assertThat(sis.count("SELECT count(*) FROM outbox_event WHERE district_id = :d AND topic LIKE '%.state'"
                        + " AND traceparent = '" + TRACE + "'"))
                .isEqualTo(2);
    }

    @Test
    void aWaitingImportSurvivesACrashAndGoesOnOnlyWhenConfirmed() throws SQLException, IOException {
        sis.run(PackageFixture.small());
        var zip = cutShort().write(folder);
        var id = UUID.randomUUID();
        sis.insertRunning(id);
        for (int i = 0; i < 2; i++) {
            try (var session = DistrictSession.open(tenants, dataSource, sis.district.id())) {
                assertThat(new ImportRun(session, sis.district.id(), id, OPTIONS, new Alone((file, line) -> {}))
                                .run(zip, Limits.USUAL))
                        .isEqualTo(ImportRun.Outcome.AWAITING_CONFIRMATION);
            }
        }
        assertThat(sis.count("SELECT count(*) FROM roster_enrollment WHERE district_id = :d AND status = 'ACTIVE'"))
                .isEqualTo(3);
    }

    @Test
    void streamsHowItGetsOn() throws IOException, InterruptedException {
        var location = send(PackageFixture.small());
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve(
                                        URI.create(location + "/progress").getPath()))
                                .header("Accept", "text/event-stream")
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + sis.district
                                                        .token(Role.AUDITOR)
                                                        .sign())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("event:progress");
        var events = answer.body()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> JsonPath.from(line.substring("data:".length())))
                .toList();
        var last = events.getLast();
        assertThat(last.getString("roster.state")).isEqualTo("COMPLETED");
        assertThat(last.getList("roster.files.file")).contains("users");
        assertThat(events)
                .as("somewhere on the way rows were read")
                .anySatisfy(event -> assertThat(event.getLong("rowsPerSecond")).isPositive());
        assertThat(last.getLong("roster.rowsPerSecond")).as("of the whole run").isPositive();
        sis.sis().get(location).then().body("rowsPerSecond", equalTo(last.getInt("roster.rowsPerSecond")));
        new RosterProbe()
                .sis()
                .accept("text/event-stream")
                .get(location + "/progress")
                .then()
                .statusCode(404);
    }

    @Test
    void hasNoRateBeforeItBeginsAndTheOneOfTheRunAfterwards() {
        var waiting = UUID.randomUUID();
        sis.insertRunning(waiting);
        sis.get(waiting).body("startedAt", nullValue(), "rowsPerSecond", nullValue());
        sis.began(waiting, 10, 500);
        sis.get(waiting).body("rowsPerSecond", allOf(greaterThan(20), lessThanOrEqualTo(50)));
        sis.finished(waiting, 20);
        sis.get(waiting).body("rowsPerSecond", equalTo(25));
    }

    @Test
    void eventsGoOnTheTraceOfTheRequest() {
        var location = Objects.requireNonNull(sis.sis()
                .header("traceparent", TRACE)
                .contentType("application/zip")
                .body(PackageFixture.small().bytes())
                .post("/v1/roster-imports")
                .then()
                .statusCode(202)
                .body("failureCode", nullValue(), "createdAt", notNullValue(), "files.file", hasItem("users"))
                .extract()
                .header("Location"));
        sis.ended(location);
        assertThat(sis.count("SELECT count(*) FROM outbox_event WHERE district_id = :d AND traceparent LIKE '00-"
                        + TRACE.substring(3, 35) + "-%'"))
                .isEqualTo(OutboxProbe.of(sis.district).size());
    }

    private ValidatableResponse dryRun(PackageFixture pack) {
        return sis.ended(Objects.requireNonNull(sis.sis()
                .contentType("application/zip")
                .queryParam("dryRun", true)
                .body(pack.bytes())
                .post("/v1/roster-imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location")));
    }

    private String send(PackageFixture pack) {
        return Objects.requireNonNull(
                sis.send(pack.bytes()).then().statusCode(202).extract().header("Location"));
    }

    private ValidatableResponse confirm(String location, int wouldEnd) {
        return sis.admin()
                .contentType("application/json")
                .body("{\"wouldEnd\":" + wouldEnd + "}")
                .post(location + "/confirmation")
                .then();
    }

    private ValidatableResponse cancel(String location) {
        return sis.sis().post(location + "/cancellation").then();
    }

    private static PackageFixture cutShort() {
        return PackageFixture.small()
                .replace("enrollments", "e2,,,k1,s1,u2,student,,2026-08-15,2027-06-10\n", "")
                .replace("enrollments", "e3,,,k1,s1,u3,student,,2026-08-15,2027-06-10\n", "");
    }

    private long rosterRows() {
        return sis.count("SELECT (SELECT count(*) FROM roster_org WHERE district_id = :d)"
                + " + (SELECT count(*) FROM roster_user WHERE district_id = :d)"
                + " + (SELECT count(*) FROM roster_touched_user WHERE district_id = :d)");
    }

    /** Which version of each row is stored. */
    private long fingerprint() {
        return sis.count("SELECT bit_xor(hashtextextended(id::text || xmin::text, 0)) FROM ("
                + "SELECT id, xmin FROM roster_user WHERE district_id = :d UNION ALL "
                + "SELECT id, xmin FROM roster_role WHERE district_id = :d UNION ALL "
                + "SELECT id, xmin FROM roster_enrollment WHERE district_id = :d UNION ALL "
                + "SELECT id, xmin FROM student WHERE district_id = :d) rows");
    }
}
