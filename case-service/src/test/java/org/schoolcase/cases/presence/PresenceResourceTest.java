package org.schoolcase.cases.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class PresenceResourceTest {

    private static final String PATH = "/v1/cases/{id}/presence";

    @Inject
    StudentStateConsumer students;

    @Inject
    Presences presences;

    @Inject
    Tenants tenants;

    private World world;
    private UUID caseId;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
    }

    @Test
    void showsWhoHasWhatOpenSinceWhen() {
        String since = beat(world.caseManagerToken(), "/deadline-facts", "absences")
                .statusCode(200)
                .body("open", hasSize(1))
                .body("open[0].staffId", equalTo(world.caseManager.toString()))
                .body("open[0].role", equalTo("case-manager"))
                .body("open[0].resource", equalTo("/v1/cases/" + caseId + "/deadline-facts"))
                .body("open[0].section", equalTo("absences"))
                .extract()
                .path("open[0].since");
        beat(world.coordinatorToken(), "", null).body("open.role", contains("case-manager", "coordinator"));

        beat(world.caseManagerToken(), "/deadline-facts", "absences")
                .body("open", hasSize(2))
                .body("open[0].since", equalTo(since))
                .body("open[1].section", nullValue());
    }

    @Test
    void forgetsWhoWasNotSeenFor45Seconds() throws SQLException {
        String since = beat(world.caseManagerToken(), "", null).extract().path("open[0].since");
        passes(44);
        seen().body("open", hasSize(1));
        passes(2);
        seen().body("open", hasSize(0));

        beat(world.caseManagerToken(), "", null).body("open", hasSize(1)).body("open[0].since", not(equalTo(since)));
    }

    @Test
    void forgetsWhoLeaves() {
        beat(world.caseManagerToken(), "", null);
        beat(world.caseManagerToken(), "/consents", null);
        beat(world.coordinatorToken(), "/consents", null);

        leave(world.caseManagerToken(), "?resource=/v1/cases/" + caseId + "/consents")
                .statusCode(204);
        seen().body("open", hasSize(2));
        leave(world.caseManagerToken(), "").statusCode(204);
        seen().body("open.role", contains("coordinator"));
        leave(world.caseManagerToken(), "").statusCode(204);
    }

    @Test
    void deletesWhatNoLongerCounts() throws SQLException {
        beat(world.caseManagerToken(), "", null);
        beat(world.coordinatorToken(), "", null);
        assertThat(deleted()).isZero();
        passes(50);
        assertThat(deleted()).isEqualTo(2);
    }

    @Test
    void takesTwentyPartsOfOnePersonAndNoMore() {
        for (int i = 0; i < 20; i++) {
            beat(world.caseManagerToken(), "/part-" + i, null).statusCode(200);
        }
        beat(world.caseManagerToken(), "/part-20", null).statusCode(409).body("code", equalTo("presence.too-many"));
        beat(world.caseManagerToken(), "/part-3", null).statusCode(200);
        beat(world.coordinatorToken(), "/part-20", null).statusCode(200);
    }

    @Test
    void isForStaffWithTheRelation() {
        var stranger = world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
        for (var token : List.of(stranger, World.create(students).coordinatorToken())) {
            beat(token, "", null).statusCode(404);
            world.as(token).get(PATH, caseId).then().statusCode(404);
            world.as(token).get(PATH + "/stream", caseId).then().statusCode(404);
            leave(token, "").statusCode(404);
        }
        for (var role : List.of(Role.GUARDIAN, Role.AUDITOR, Role.TEACHER, Role.STUDENT)) {
            beat(world.district.token(role).guardian(world.guardian).sign(), "", null)
                    .statusCode(403);
        }
        beat(world.district.token(Role.COORDINATOR).sign(), "", null)
                .statusCode(403)
                .body("code", equalTo("staff-id.missing"));
        seen().body("open", hasSize(0));
    }

    @Test
    void isNotAuditedWithEachHeartbeat() {
        beat(world.caseManagerToken(), "", null).statusCode(200);
        seen();

        assertThat(AuditProbe.actions(world.district)).containsExactly("case.open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/students/x", "/v1/cases/../x", "/v1/cases/x?name=Ana", "/v1/cases/Marisol"})
    void refusesPathsThatAreNone(String resource) {
        world.as(world.caseManagerToken())
                .body("{\"resource\": \"%s\"}".formatted(resource))
                .post(PATH, caseId)
                .then()
                .statusCode(400)
                .body("code", notNullValue());
    }

    @Test
    void refusesThePathOfAnotherCase() {
        world.as(world.caseManagerToken())
                .body("{\"resource\": \"/v1/cases/%s\"}".formatted(Ids.next()))
                .post(PATH, caseId)
                .then()
                .statusCode(422)
                .body("code", equalTo("presence.resource-elsewhere"));
    }

    private ValidatableResponse beat(String token, String below, @Nullable String section) {
        var body = section == null
                ? "{\"resource\": \"/v1/cases/%s%s\"}".formatted(caseId, below)
                : "{\"resource\": \"/v1/cases/%s%s\", \"section\": \"%s\"}".formatted(caseId, below, section);
        return world.as(token).body(body).post(PATH, caseId).then();
    }

    private ValidatableResponse seen() {
        return world.as(world.caseManagerToken()).get(PATH, caseId).then().statusCode(200);
    }

    private ValidatableResponse leave(String token, String query) {
        return world.as(token).delete(PATH + query, caseId).then();
    }

    private int deleted() {
        return tenants.inDistrict(world.district.id(), presences::deleteLeft);
    }

    /** Time goes by for the rows of this case. */
    private void passes(int seconds) throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement("""
                        UPDATE case_presence SET since = since - ? * interval '1 second',
                               seen_at = seen_at - ? * interval '1 second' WHERE case_id = ?""")) {
            statement.setInt(1, seconds);
            statement.setInt(2, seconds);
            statement.setObject(3, caseId);
            statement.executeUpdate();
        }
    }
}
