package org.schoolcase.students.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;

/** Who may read what: district, role, scope; what is refused looks as OneRoster wants; what is shown is in the trail. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderAccessTest {

    private static final String BASE = ProviderProbe.BASE;

    private final ProviderProbe provider = new ProviderProbe();
    private boolean loaded;

    @BeforeEach
    void aRoster() {
        if (loaded) {
            return;
        }
        loaded = true;
        provider.load(ProviderProbe.roster());
    }

    @Test
    void opensEachOperationForItsScopesOnly() {
        for (var operation : Operation.ALL) {
            var path = BASE + operation.path().replaceAll("\\{[^}]*}", "nobody");
            for (var scope : List.of(Operation.ROSTER, Operation.CORE, Operation.DEMOGRAPHICS)) {
                int status = provider.with(scope).get(path).statusCode();
                if (operation.scopes().contains(scope)) {
                    assertThat(status).as(operation.id() + " with " + scope).isIn(200, 404);
                } else {
                    assertThat(status).as(operation.id() + " with " + scope).isEqualTo(403);
                }
            }
        }
        assertThat(Operation.ALL.stream().filter(o -> o.scopes().contains(Operation.CORE)))
                .hasSize(22);
        assertThat(Operation.ALL.stream().filter(o -> o.scopes().equals(Set.of(Operation.DEMOGRAPHICS))))
                .hasSize(2);
    }

    @Test
    void refusesInOneRostersWords() {
        refused(provider.with().get(BASE + "/users").then(), 403, "forbidden");
        refused(given().get(BASE + "/users").then(), 401, "unauthorisedrequest");
        refused(given().auth().oauth2("no.token.this").get(BASE + "/users").then(), 401, "unauthorisedrequest");
        refused(provider.get("/users/nobody"), 404, "unknownobject");
        refused(provider.get("/teachers/u2"), 404, "unknownobject");
        refused(provider.get("/schools/d1"), 404, "unknownobject");
        refused(provider.get("/classes/nothing/students"), 404, "unknownobject");
        refused(provider.get("/schools/s2/classes/k1/students"), 404, "unknownobject");
        refused(provider.get("/roles"), 404, "unknownobject");
        refused(provider.client().delete(BASE + "/users/u2").then(), 405, "unsupported");
        var teacher = provider.district
                .token(Role.TEACHER)
                .claim("scope", Scopes.PREFIX + Operation.ROSTER)
                .sign();
        refused(given().auth().oauth2(teacher).get(BASE + "/users").then(), 403, "forbidden");
        given().get("/v1/students/" + Ids.next()).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void letsAReadingMachineReadAndDoNothingElse() {
        var reader = provider.district
                .token(Role.ROSTER_READER)
                .claim("scope", Scopes.PREFIX + Operation.ROSTER)
                .sign();
        given().auth()
                .oauth2(reader)
                .get(BASE + "/users/u2")
                .then()
                .statusCode(200)
                .body("user.familyName", equalTo("Applewood"));
        refused(given().auth().oauth2(reader).get(BASE + "/demographics").then(), 403, "forbidden");
        given().auth()
                .oauth2(reader)
                .contentType("application/zip")
                .body(ProviderProbe.roster().bytes())
                .post("/v1/roster-imports")
                .then()
                .statusCode(403);
        given().auth().oauth2(reader).get("/v1/roster-imports").then().statusCode(403);
        given().auth()
                .oauth2(reader)
                .get("/v1/students/" + Ids.named(provider.district.id(), "user:u2"))
                .then()
                .statusCode(403);
    }

    private static void refused(ValidatableResponse answer, int status, String minor) {
        answer.statusCode(status)
                .contentType("application/json")
                .body("imsx_StatusInfo.imsx_severity", equalTo("error"))
                .body("imsx_StatusInfo.imsx_codeMajor", equalTo(minor.equals("unsupported") ? minor : "failure"))
                .body("imsx_StatusInfo.imsx_CodeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue", equalTo(minor));
    }

    @Test
    void keepsDistrictsApart() {
        var other = new ProviderProbe();
        other.get("/users").statusCode(200).body("users", hasSize(0)).header("X-Total-Count", equalTo("0"));
        for (var operation : Operation.ALL) {
            if (!operation.parameters().isEmpty()) {
                var path = operation.path().replaceAll("\\{schoolS[^}]*}", "s1").replaceAll("\\{[^}]*}", "u2");
                other.get(path).statusCode(404);
            }
        }
        other.load(ProviderProbe.roster());
        other.get("/users/u2").body("user.familyName", equalTo("Applewood"));
        provider.get("/users", Map.of("filter", "agents.sourcedId~'u4'")).body("users", hasSize(1));
    }

    @Test
    void readsRelations() {
        assertThat(provider.ids("/classes/k1/students", sorted())).containsExactly("u2", "u3");
        assertThat(provider.ids("/classes/k1/teachers", sorted())).containsExactly("u1");
        assertThat(provider.ids("/courses/c2/classes", sorted())).containsExactly("k2");
        assertThat(provider.ids("/schools/s2/classes", sorted())).containsExactly("k2");
        assertThat(provider.ids("/schools/s1/courses", sorted())).containsExactly("c1");
        assertThat(provider.ids("/schools/s2/courses", sorted())).containsExactly("c2");
        assertThat(provider.ids("/schools/s2/enrollments", sorted())).containsExactly("e4");
        assertThat(provider.ids("/schools/s1/students", sorted())).containsExactly("u2", "u3");
        assertThat(provider.ids("/schools/s2/students", sorted())).containsExactly("u3");
        assertThat(provider.ids("/schools/s1/teachers", sorted())).containsExactly("u1");
        assertThat(provider.ids("/schools/s1/terms", sorted())).containsExactly("t1");
        assertThat(provider.ids("/schools/s1/classes/k1/enrollments", sorted())).containsExactly("e1", "e2", "e3");
        assertThat(provider.ids("/schools/s2/classes/k2/students", sorted())).containsExactly("u3");
        assertThat(provider.ids("/schools/s1/classes/k1/teachers", sorted())).containsExactly("u1");
        assertThat(provider.ids("/students/u3/classes", sorted())).containsExactly("k1", "k2");
        assertThat(provider.ids("/teachers/u1/classes", sorted())).containsExactly("k1");
        assertThat(provider.ids("/users/u1/classes", sorted())).containsExactly("k1");
        assertThat(provider.ids("/terms/t1/classes", sorted())).containsExactly("k1", "k2");
        assertThat(provider.ids("/terms/t1/gradingPeriods", sorted())).containsExactly("g1");
    }

    private static Map<String, String> sorted() {
        return Map.of("sort", "sourcedId");
    }

    @Test
    void showsAUserWhole() {
        provider.get("/users/u2")
                .body("user.enabledUser", equalTo("true"))
                .body("user.preferredFirstName", equalTo("Annie"))
                .body("user.grades", equalTo(List.of("09", "10")))
                .body("user.userIds[1]", equalTo(Map.of("type", "LTI", "identifier", "b:2")))
                .body("user.metadata", equalTo(Map.of("house", "owl")))
                .body("user.agents[0].type", equalTo("user"))
                .body("user.agents[0].href", containsString(BASE + "/users/u4"))
                .body("user.roles[0].org.sourcedId", equalTo("s1"))
                .body("user", not(hasKey("password")));
        provider.get("/demographics/u2")
                .body("demographics.birthDate", equalTo("2012-03-04"))
                .body("demographics.asian", equalTo("true"));
    }

    @Test
    void remembersEachPageOfPeopleOnce() {
        var audited = new ProviderProbe().load(ProviderProbe.roster());
        audited.get("/students", Map.of("filter", "familyName='Applewood'", "fields", "sourcedId,givenName"));
        audited.get("/demographics/u2");
        audited.get("/orgs");
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> AuditProbe.actions(audited.district)
                .contains("oneroster.getDemographics"));
        var entries = AuditProbe.of(audited.district).stream()
                .filter(entry -> entry.action().startsWith("oneroster."))
                .toList();
        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().fields()).isEqualTo("filter:familyName,sourcedId,givenName");
        assertThat(entries.getFirst().outcome()).isEqualTo("SHOWN");
        assertThat(entries.getLast().studentId()).isEqualTo(Ids.named(audited.district.id(), "user:u2"));
    }

    @Test
    void describesItself() {
        for (var name :
                List.of("onerosterv1p2rostersservice_openapi3_v1p0.json", "imsorv1p2_rostering_openapi3_v1p0.json")) {
            provider.with()
                    .get(BASE + "/discovery/" + name)
                    .then()
                    .statusCode(200)
                    .body("openapi", containsString("3."))
                    .body("servers[0].url", containsString(BASE))
                    .body("paths.size()", equalTo(41))
                    .body("paths.'/users'.get.operationId", equalTo("getAllUsers"))
                    .body(
                            "components.securitySchemes.oneroster.flows.clientCredentials.tokenUrl",
                            containsString("https://idp.test/"))
                    .body(
                            "components.securitySchemes.oneroster.flows.clientCredentials.scopes",
                            hasKey(Scopes.PREFIX + Operation.CORE));
        }
    }
}
