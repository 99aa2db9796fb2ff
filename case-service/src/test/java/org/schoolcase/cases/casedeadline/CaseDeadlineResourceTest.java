package org.schoolcase.cases.casedeadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class CaseDeadlineResourceTest {

    @Inject
    StudentStateConsumer students;

    private World world;

    @BeforeEach
    void makeAWorld() {
        world = World.create(students);
    }

    @Test
    void listsMyOpenDeadlinesTheEarliestFirst() {
        var late = caseWithConsent(world.today.minusDays(1));
        var early = caseWithConsent(world.today.minusDays(9));
        var middle = caseWithConsent(world.today.minusDays(5));
        var token = world.caseManagerToken();

        var page = world.as(token).queryParam("limit", 2).get("/v1/deadlines").then();
        page.statusCode(200).body("items.caseId", contains(early, middle));
        world.as(token)
                .queryParam("limit", 2)
                .queryParam("cursor", page.extract().<String>path("next"))
                .get("/v1/deadlines")
                .then()
                .body("items.caseId", contains(late))
                .body("next", nullValue());
        world.as(token)
                .queryParam("dueBefore", world.today.plusDays(55).toString())
                .get("/v1/deadlines")
                .then()
                .body("items.caseId", contains(early));
    }

    @Test
    void showsNobodyTheDeadlinesOfOthers() {
        caseWithConsent(world.today);

        for (var token : List.of(
                world.district.token(Role.CASE_MANAGER).staff(Ids.next()).sign(),
                World.create(students).coordinatorToken())) {
            world.as(token).get("/v1/deadlines").then().statusCode(200).body("items", hasSize(0));
        }
        world.as(world.coordinatorToken()).get("/v1/deadlines").then().body("items", hasSize(1));
    }

    @Test
    void showsAGuardianWithRightsTheDeadlinesOfTheCase() {
        var caseId = caseWithConsent(world.today);
        var student = world.as(world.caseManagerToken())
                .get("/v1/cases/{id}", caseId)
                .then()
                .extract()
                .<String>path("studentId");
        assertThat(student).isNotNull();

        world.as(world.district.token(Role.GUARDIAN).guardian(world.guardian).sign())
                .get("/v1/cases/{id}/deadlines", caseId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        world.as(world.district
                        .token(Role.GUARDIAN)
                        .guardian(world.guardianWithoutRights)
                        .sign())
                .get("/v1/cases/{id}/deadlines", caseId)
                .then()
                .statusCode(404);
    }

    @Test
    void endsTheDeadlinesOfAClosedCase() {
        var caseId = caseWithConsent(world.today);

        world.as(world.caseManagerToken())
                .body("{\"reason\": \"Moved away\", \"closedOn\": \"%s\"}".formatted(world.today))
                .post("/v1/cases/{id}/closure", caseId)
                .then()
                .statusCode(201);

        world.as(world.caseManagerToken()).get("/v1/deadlines").then().body("items", hasSize(0));
        world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/deadlines", caseId)
                .then()
                .body("items[0].status", equalTo("ENDED"))
                .body("items[0].endedBy", equalTo("CASE_CLOSED"));
    }

    @Test
    void refusesADayThatIsNone() {
        world.as(world.caseManagerToken())
                .queryParam("dueBefore", "soon")
                .get("/v1/deadlines")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private String caseWithConsent(LocalDate received) {
        var student = Ids.next();
        world.hears(student);
        String id = world.open(world.caseManagerToken(), student)
                .statusCode(201)
                .extract()
                .path("id");
        world.consent(UUID.fromString(id), "EVALUATION", "GIVEN", world.guardian, received)
                .statusCode(201);
        return id;
    }
}
