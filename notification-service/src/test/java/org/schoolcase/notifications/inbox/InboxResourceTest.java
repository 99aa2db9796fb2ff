package org.schoolcase.notifications.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

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
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;

@QuarkusTest
class InboxResourceTest {

    @Inject
    World world;

    @Test
    void showsMyNotificationsNewestFirst() {
        var story = storyWith(2);

        as(story)
                .get("/v1/inbox")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(2, 1)))
                .body("items[0].kind", equalTo("deadline-set-staff"))
                .body("items[0].title", equalTo("New deadline for M. Q.: December 4, 2026"))
                .body("items[0].caseId", equalTo("" + story.caseId()))
                .body(not(containsString("Mateo")));
    }

    @Test
    void tellsTheCaseManagerThatTheStudentEnrolledAtAnotherSchool() {
        var story = world.known();
        world.fact(World.fact(
                story,
                "org.schoolcase.case.student-enrolled.v1",
                Map.of("enrolledOn", "2026-11-02", "underEvaluation", true)));

        await().untilAsserted(() -> as(story)
                .get("/v1/inbox")
                .then()
                .body("items[0].kind", equalTo("student-enrolled-staff"))
                .body("items[0].title", equalTo("M. Q. enrolled at another school"))
                .body("items[0].caseId", equalTo("" + story.caseId())));
    }

    @Test
    void notesTheFirstReadingAndLeavesUnreadOnesInTheFilter() {
        var story = storyWith(2);
        var id = newest(story);

        String readAt = as(story)
                .post("/v1/inbox/{id}/reading", id)
                .then()
                .statusCode(200)
                .body("readAt", notNullValue())
                .extract()
                .path("readAt");
        as(story).post("/v1/inbox/{id}/reading", id).then().statusCode(200).body("readAt", equalTo(readAt));

        as(story).get("/v1/inbox?unread=true").then().body("items.number", equalTo(List.of(1)));
        assertThat(AuditProbe.actions(story.district())).contains("inbox.read");
    }

    @Test
    void pagesWithoutRepeating() {
        var story = storyWith(3);

        String cursor = as(story)
                .get("/v1/inbox?limit=2")
                .then()
                .body("items.number", equalTo(List.of(3, 2)))
                .extract()
                .path("next");

        as(story)
                .get("/v1/inbox?limit=2&cursor={cursor}", cursor)
                .then()
                .body("items.number", equalTo(List.of(1)))
                .body("next", equalTo(null));
    }

    @Test
    void opensNobodyElsesInbox() {
        var story = storyWith(1);
        var id = newest(story);
        var colleague = story.district().token(Role.CASE_MANAGER).staff(UUID.randomUUID());
        var foreigner = TestDistrict.create().token(Role.CASE_MANAGER).staff(story.manager());

        for (var other : List.of(colleague.sign(), foreigner.sign())) {
            as(other).get("/v1/inbox").then().statusCode(200).body("items", empty());
            var unknown = as(other).post("/v1/inbox/{id}/reading", UUID.randomUUID());
            var hidden = as(other).post("/v1/inbox/{id}/reading", id);
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.asString()).isEqualTo(unknown.asString());
        }
    }

    @Test
    void losesWhatIsAboutAnErasedStudent() {
        var story = storyWith(1);

        world.studentErased(story);

        as(story).get("/v1/inbox").then().body("items", hasSize(0));
    }

    @Test
    void refusesWhoIsNoPersonAndWrongInput() {
        var story = Story.begin();
        var nobody = story.district().token(Role.COORDINATOR).sign();

        given().auth().oauth2(nobody).get("/v1/inbox").then().statusCode(403).body("code", equalTo("inbox.none"));
        given().get("/v1/inbox").then().statusCode(401);
        given().auth()
                .oauth2(story.district().token(Role.AUDITOR).sign())
                .get("/v1/inbox")
                .then()
                .statusCode(403);
        as(story).get("/v1/inbox?limit=201").then().statusCode(400);
        as(story).get("/v1/inbox?cursor=abc").then().statusCode(400).body("code", equalTo("cursor.invalid"));
        assertThat(as(story).post("/v1/inbox/not-an-id/reading").statusCode()).isIn(400, 404);
    }

    private Story storyWith(int notifications) {
        var story = world.known();
        for (int i = 1; i <= notifications; i++) {
            world.deadline(story);
            var expected = i;
            await().untilAsserted(() -> as(story).get("/v1/inbox").then().body("items", hasSize(expected)));
        }
        return story;
    }

    private static String newest(Story story) {
        return as(story).get("/v1/inbox").then().extract().path("items[0].id");
    }

    private static RequestSpecification as(Story story) {
        return as(
                story.district().token(Role.CASE_MANAGER).staff(story.manager()).sign());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
