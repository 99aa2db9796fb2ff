package org.schoolcase.students.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.PostgresResource;

/** Sources over HTTP: secrets stay secret, addresses are guarded, districts are apart. */
@QuarkusTest
class RosterSourceResourceTest {

    private static final String GOOD =
            PullProbe.body("http://127.0.0.1:9/ims/oneroster/rostering/v1p2/", "http://127.0.0.1:9/token");

    private final PullProbe here = new PullProbe();

    @Test
    void keepsItsSecret() throws SQLException {
        here.put(GOOD)
                .statusCode(201)
                .body("baseUrl", equalTo("http://127.0.0.1:9/ims/oneroster/rostering/v1p2"))
                .body(not(containsString(PullProbe.SECRET)));
        here.admin()
                .get("/v1/roster-sources/{id}", here.source)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v0\""))
                .body("clientId", equalTo("school/case"))
                .body(not(containsString("ecret")));
        here.admin().get("/v1/roster-sources").then().body("", hasSize(1)).body(not(containsString("ecret")));
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement("SELECT client_secret FROM roster_source WHERE id = ?")) {
            statement.setObject(1, here.source);
            var row = statement.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(new String(row.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain(PullProbe.SECRET);
        }
    }

    @Test
    void changesByVersionAndKeepsTheSecretThatIsNotGivenAgain() {
        here.put(GOOD).statusCode(201);
        here.put(GOOD).statusCode(412);
        var without = GOOD.replace("\"clientSecret\": \"" + PullProbe.SECRET + "\",", "");
        change(without.replace("school/case", "other"), "\"v0\"")
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""));
        change(without, "\"v0\"").statusCode(412);
        change(without.replace("9/token", "9/elsewhere"), "\"v1\"")
                .statusCode(422)
                .body("code", equalTo("secret.missing"));
        new PullProbe().put(without).statusCode(422).body("code", equalTo("secret.missing"));
    }

    private io.restassured.response.ValidatableResponse change(String body, String version) {
        return here.admin()
                .header("If-Match", version)
                .body(body)
                .put("/v1/roster-sources/{id}", here.source)
                .then();
    }

    @Test
    void refusesAddressesInside() {
        for (var url : List.of(
                "https://127.0.0.2/sis",
                "https://localhost/sis",
                "https://10.1.2.3/sis",
                "https://192.168.0.1/sis",
                "https://172.16.9.9/sis",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/sis",
                "https://0.0.0.0/sis",
                "https://[::1]/sis",
                "https://[fd00::1]/sis",
                "https://[fe80::1]/sis",
                "https://[::ffff:127.0.0.1]/sis",
                "https://[64:ff9b::7f00:1]/sis",
                "https://2130706433/sis",
                "http://93.184.215.14/sis",
                "https://user:pass@93.184.215.14/sis",
                "https://93.184.215.14/sis?x=1",
                "https://93.184.215.14/sis#x")) {
            here.put(PullProbe.body(url, "http://127.0.0.1:9/token"))
                    .statusCode(422)
                    .body("code", equalTo("address.refused"))
                    .body("errors[0].pointer", equalTo("/baseUrl"));
        }
        here.put(PullProbe.body("http://127.0.0.1:9/sis", "https://10.0.0.1/token"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/tokenUrl"));
        here.put(PullProbe.body("https://93.184.215.14/sis", "https://93.184.215.14/token"))
                .statusCode(201);
    }

    @Test
    void isForTheDistrictsAdministrator() {
        here.put(GOOD).statusCode(201);
        var other = new PullProbe();
        other.admin().get("/v1/roster-sources/{id}", here.source).then().statusCode(404);
        other.admin()
                .body("{\"everything\": true}")
                .post("/v1/roster-sources/{id}/runs", here.source)
                .then()
                .statusCode(404);
        other.admin().get("/v1/roster-sources/{id}/runs", here.source).then().statusCode(404);
        here.as(Role.AUDITOR).get("/v1/roster-sources/{id}", here.source).then().statusCode(200);
        here.as(Role.COORDINATOR).get("/v1/roster-sources").then().statusCode(403);
        here.admin()
                .body("{}")
                .post("/v1/roster-sources/{id}/runs", here.source)
                .then()
                .statusCode(400);
        here.put(GOOD.replace("school/case", "")).statusCode(400);
        here.put(GOOD.replace("http://127.0.0.1:9/token", "ftp://x")).statusCode(400);
    }
}
