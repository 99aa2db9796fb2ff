package org.schoolcase.cases.action;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
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
class ActionResourceTest {

    private static final String CLOSE = "items.find { it.name == 'closeCase' }.";

    @Inject
    StudentStateConsumer students;

    private World world;
    private UUID caseId;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
    }

    @Test
    void offersWhatMayBeDoneWithItsLink() {
        actions(world.caseManagerToken())
                .statusCode(200)
                .body(CLOSE + "open", equalTo(true))
                .body(CLOSE + "method", equalTo("POST"))
                .body(CLOSE + "href", equalTo("/v1/cases/" + caseId + "/closure"))
                .body(CLOSE + "code", equalTo(null));
    }

    @Test
    void saysWhyNotAsTheRefusalWould() {
        close(world.caseManagerToken()).statusCode(201);

        actions(world.caseManagerToken())
                .body(CLOSE + "open", equalTo(false))
                .body(CLOSE + "code", equalTo("case.closed"));
        close(world.caseManagerToken()).statusCode(409).body("code", equalTo("case.closed"));
    }

    @Test
    void saysThatARoleOrRelationIsMissing() {
        var auditor = world.district.token(Role.AUDITOR).sign();
        actions(auditor).body(CLOSE + "code", equalTo("role.missing"));
        close(auditor).statusCode(403);

        var reader = world.district
                .token(Role.SCHOOL_ADMIN, Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
        actions(reader).body(CLOSE + "code", equalTo("not-found"));
        close(reader).statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void isHiddenFromWhoeverHasNoRelation() {
        actions(World.create(students).coordinatorToken()).statusCode(404);
    }

    private ValidatableResponse actions(String token) {
        return world.as(token).get("/v1/cases/{id}/actions", caseId).then();
    }

    private ValidatableResponse close(String token) {
        return world.as(token)
                .body("{\"reason\": \"Support in class was enough\", \"closedOn\": \"%s\"}".formatted(world.today))
                .post("/v1/cases/{id}/closure", caseId)
                .then();
    }
}
