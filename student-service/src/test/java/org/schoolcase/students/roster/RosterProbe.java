package org.schoolcase.students.roster;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.roster.oneroster.PackageFixture;
import org.schoolcase.students.roster.oneroster.RosterFile;

/** Sends packages as the student information system does, and looks at what became of them. */
final class RosterProbe {

    final TestDistrict district = TestDistrict.create();
    private final String token = district.token(Role.SIS_SYNC).sign();

    RequestSpecification sis() {
        return given().auth().oauth2(token);
    }

    Response send(byte[] zip) {
        return sis().contentType("application/zip").body(zip).post("/v1/roster-imports");
    }

    /** Sends a package that is accepted, and waits for its import to end. */
    ValidatableResponse run(byte[] zip) {
        return ended(send(zip).then().statusCode(202).extract().header("Location"));
    }

    ValidatableResponse run(PackageFixture pack) {
        return run(pack.bytes());
    }

    /** Sends a package that would end much, and lets it. */
    ValidatableResponse confirmed(PackageFixture pack) {
        var location = Objects.requireNonNull(
                send(pack.bytes()).then().statusCode(202).extract().header("Location"));
        int wouldEnd = ended(location).extract().path("wouldEnd");
        admin().contentType("application/json")
                .body("{\"wouldEnd\":" + wouldEnd + "}")
                .post(location + "/confirmation")
                .then()
                .statusCode(202);
        return ended(location);
    }

    RequestSpecification admin() {
        return given().auth().oauth2(district.token(Role.DISTRICT_ADMIN).sign());
    }

    ValidatableResponse ended(String location) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    var state = sis().get(location).then().extract().path("state");
                    return !"QUEUED".equals(state) && !"RUNNING".equals(state);
                });
        return sis().get(location).then().statusCode(200);
    }

    ValidatableResponse findings(String importId) {
        return sis().get("/v1/roster-imports/" + importId + "/findings?limit=200")
                .then()
                .statusCode(200);
    }

    long count(String sql) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement(sql.replace(":d", "'" + district.id() + "'"));
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of the district in all tables that an import writes. */
    long written() {
        long rows = 0;
        for (var table : new String[] {
            "roster_import",
            "roster_package_chunk",
            "roster_org",
            "roster_user",
            "student",
            "staff",
            "school",
            "outbox_event"
        }) {
            rows += count("SELECT count(*) FROM " + table + " WHERE district_id = :d");
        }
        return rows;
    }

    /** An import that no worker begins, for tests that play the worker. */
    void insertRunning(UUID id) {
        update("INSERT INTO roster_import (district_id, id, state, oneroster_version, package_bytes, package_sha256,"
                + " requested_by, created_at, next_attempt_at) VALUES (:d, '" + id
                + "', 'RUNNING', '1.2', 1, '', 'test', now(), 'infinity')");
        for (var file : RosterFile.values()) {
            update("INSERT INTO roster_import_file (district_id, import_id, file, mode) VALUES (:d, '" + id + "', '"
                    + file.fileName() + "', 'BULK')");
        }
    }

    ValidatableResponse get(UUID importId) {
        return sis().get("/v1/roster-imports/" + importId).then().statusCode(200);
    }

    /** It began seconds ago, and has read so many rows. */
    void began(UUID importId, int secondsAgo, int rows) {
        update("UPDATE roster_import SET started_at = now() - interval '" + secondsAgo + " seconds' WHERE id = '"
                + importId + "' AND district_id = :d");
        update("UPDATE roster_import_file SET read = " + rows + " WHERE file = 'users' AND import_id = '" + importId
                + "' AND district_id = :d");
    }

    void finished(UUID importId, int secondsAfterItBegan) {
        update("UPDATE roster_import SET state = 'COMPLETED', finished_at = started_at + interval '"
                + secondsAfterItBegan + " seconds' WHERE id = '" + importId + "' AND district_id = :d");
    }

    private void update(String sql) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql.replace(":d", "'" + district.id() + "'"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A package of the demo data. */
    static byte[] demo(String name) {
        var folder = Path.of(System.getProperty("schoolcase.root", ".."), "deploy", "demo", name);
        var files = new LinkedHashMap<String, byte[]>();
        try (var list = Files.list(folder)) {
            for (var file : list.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PackageFixture.zip(files);
    }

    static byte[] reference(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/oneroster", name + ".zip"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UUID id(String name) {
        return org.schoolcase.kit.id.Ids.named(district.id(), name);
    }
}
