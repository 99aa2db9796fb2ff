package org.schoolcase.notifications.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.schoolcase.notifications.testing.World.ACCEPTED;
import static org.schoolcase.notifications.testing.World.idOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.notifications.testing.Ledger;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;

@QuarkusTest
class MessageResourceTest {

    @Inject
    World world;

    @Test
    void tellsWhichMessagesAnEventLedTo() {
        var story = world.known();
        var eventId = accepted(story);

        var answer = as(story.district(), Role.AUDITOR)
                .get("/v1/messages?eventId={id}", eventId)
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.findAll { it.channel == 'EMAIL' }.state", contains("SENT", "SENT"))
                .body(
                        "items.find { it.rule == 'referral-accepted-family' }.recipientId",
                        equalTo("" + story.guardian()))
                .body("items.find { it.rule == 'referral-accepted-family' }.language", equalTo("es"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("example.test", "Mateo", "Harbor");
        await().untilAsserted(() -> assertThat(AuditProbe.of(story.district())).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("message.list");
            assertThat(entry.studentId()).isEqualTo(story.student());
        }));
    }

    @Test
    void pagesThroughTheMessagesAboutAStudent() {
        var story = world.known();
        accepted(story);

        var first = as(story.district(), Role.COORDINATOR)
                .get("/v1/messages?studentId={id}&limit=2", story.student())
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract();
        String cursor = first.path("next");
        var second = as(story.district(), Role.COORDINATOR)
                .get("/v1/messages?studentId={id}&limit=2&cursor={cursor}", story.student(), cursor)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", equalTo(null))
                .extract();

        List<String> shown = first.path("items.id");
        assertThat(shown).doesNotContainAnyElementsOf(second.<List<String>>path("items.id"));
        as(story.district(), Role.COORDINATOR)
                .get("/v1/messages?cursor={cursor}", cursor)
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
    }

    @Test
    void showsNothingToAnotherDistrict() {
        var story = world.known();
        var eventId = accepted(story);

        as(TestDistrict.create(), Role.DISTRICT_ADMIN)
                .get("/v1/messages?eventId={id}", eventId)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void refusesOtherRolesAndWrongInput() {
        var district = TestDistrict.create();

        as(district, Role.CASE_MANAGER).get("/v1/messages").then().statusCode(403);
        given().get("/v1/messages").then().statusCode(401);
        as(district, Role.AUDITOR).get("/v1/messages?eventId=x").then().statusCode(400);
        as(district, Role.AUDITOR).get("/v1/messages?limit=0").then().statusCode(400);
        as(district, Role.AUDITOR).get("/v1/messages?cursor=x").then().statusCode(400);
    }

    private UUID accepted(Story story) {
        var fact = World.fact(story, ACCEPTED, Map.of());
        world.fact(fact);
        await().until(() -> Ledger.states(idOf(fact)).stream().allMatch(state -> state.endsWith("SENT")));
        return idOf(fact);
    }

    private static RequestSpecification as(TestDistrict district, String role) {
        return given().auth().oauth2(district.token(role).sign());
    }
}
