package org.schoolcase.students.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** Packages that cannot be read: a problem with code and place, at once, and nothing is written. */
@QuarkusTest
class RosterRefusalTest {

    @TestHTTPResource
    URI server = URI.create("http://127.0.0.1");

    private final RosterProbe sis = new RosterProbe();

    @AfterEach
    void nothingIsWritten() {
        assertThat(sis.written()).isZero();
    }

    @Test
    void refusesWhatIsNoZip() {
        refused("no zip".getBytes(StandardCharsets.UTF_8), "package.not_a_zip");
        refused(new byte[0], "package.not_a_zip");
    }

    @Test
    void refusesAZipThatWasCutOff() {
        var whole = PackageFixture.small().bytes();
        refused(Arrays.copyOf(whole, whole.length / 2), "package.not_a_zip");
    }

    @Test
    void refusesAPackageWithoutManifest() {
        refused(RosterProbe.reference("invalid-missing-manifest"), "package.missing_manifest")
                .body("file", equalTo("manifest.csv"));
    }

    @Test
    void refusesTheUnreadableReferencePackages() {
        refused(RosterProbe.reference("invalid-unknown-zip-entry"), "package.unknown_file");
        refused(RosterProbe.reference("invalid-manifest-marks-present-file-absent"), "manifest.file_unexpected");
        refused(RosterProbe.reference("invalid-csv-quote-failure"), "csv.unescaped_quote")
                .body("file", equalTo("users.csv"), "line", is(2));
    }

    @Test
    void refusesAWrongHeader() {
        refused(
                        PackageFixture.small()
                                .replace("users", "givenName", "firstName")
                                .bytes(),
                        "schema.header_mismatch")
                .body("file", equalTo("users.csv"), "line", is(1), "column", equalTo("givenName"));
    }

    @Test
    void refusesABrokenQuoteAtItsLine() {
        refused(PackageFixture.small().replace("users", "Ann,", "\"Ann,").bytes(), "csv.unclosed_quote")
                .body("file", equalTo("users.csv"), "line", is(3));
    }

    @Test
    void refusesABulkFileWithoutRows() {
        var header = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
        refused(PackageFixture.empty().bulk("orgs", header, "").bytes(), "schema.no_rows");
    }

    @Test
    void refusesABombQuicklyAndInLittleMemory() {
        var bomb = PackageFixture.small().raw("users.csv", new byte[256 << 20]).bytes();
        System.gc();
        long start = System.nanoTime();
        refused(bomb, "package.compression_ratio").body("file", equalTo("users.csv"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void refusesAnotherMediaTypeAndAnotherRole() {
        sis.sis()
                .contentType("application/json")
                .body("{}")
                .post("/v1/roster-imports")
                .then()
                .statusCode(415);
        given().auth()
                .oauth2(sis.district.token(Role.TEACHER).sign())
                .contentType("application/zip")
                .body(PackageFixture.small().bytes())
                .post("/v1/roster-imports")
                .then()
                .statusCode(403);
        given().contentType("application/zip")
                .body(new byte[3])
                .post("/v1/roster-imports")
                .then()
                .statusCode(401);
    }

    @Test
    void writesNothingWhenTheUploadStops() throws IOException {
        var body = new byte[4 << 20];
        new Random(7).nextBytes(body);
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            var out = socket.getOutputStream();
            out.write(
                    ("POST /v1/roster-imports HTTP/1.1\r\nHost: x\r\nContent-Type: application/zip\r\nAuthorization: Bearer "
                                    + sis.district.token(Role.SIS_SYNC).sign() + "\r\nContent-Length: " + body.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, body.length / 2);
            out.flush();
        }
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(3))
                .until(() -> sis.written() == 0);
    }

    @Test
    void holdsJsonToSmallBodies() {
        RestAssured.given()
                .auth()
                .oauth2(sis.district.token(Role.COORDINATOR).sign())
                .contentType("application/json")
                .body("[" + "1,".repeat(1_100_000) + "1]")
                .post("/v1/students/search")
                .then()
                .statusCode(413)
                .body("code", equalTo("body.too-large"));
    }

    @Test
    void namesNoValueInAProblem() {
        var problem = refused(
                PackageFixture.small()
                        .replace("users", "Ann,Applewood", "\"Ann\"x,Applewood")
                        .bytes(),
                "csv.unescaped_quote");
        assertThat(Objects.requireNonNull(problem.extract().asString())).doesNotContain("Applewood");
    }

    @Test
    void hidesUnknownImports() {
        sis.sis().get("/v1/roster-imports/" + UUID.randomUUID()).then().statusCode(404);
    }

    private ValidatableResponse refused(byte[] zip, String code) {
        return sis.send(zip)
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo(code));
    }
}
