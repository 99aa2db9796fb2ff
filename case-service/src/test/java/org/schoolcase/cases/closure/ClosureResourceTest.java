package org.schoolcase.cases.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ClosureResourceTest {

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
    void closesACaseAndTellsTheOthers() {
        close(world.caseManagerToken(), world.today)
                .statusCode(201)
                .header("ETag", "\"v1\"")
                .body("closedOn", equalTo(world.today.toString()));

        world.as(world.caseManagerToken())
                .get("/v1/cases/{id}", caseId)
                .then()
                .header("ETag", "\"v1\"")
                .body("status", equalTo("CLOSED"))
                .body("closureReason", equalTo("Support in class was enough"));
        var last = OutboxProbe.of(world.district).getLast();
        assertThat(last.type()).isEqualTo("org.schoolcase.case.closed.v1");
        assertThat(String.valueOf(last.data())).contains(world.today.toString()).doesNotContain("Support");
        assertThat(AuditProbe.actions(world.district)).contains("case.close");
    }

    @Test
    void refusesToCloseTwice() {
        close(world.caseManagerToken(), world.today).statusCode(201);

        close(world.caseManagerToken(), world.today).statusCode(409).body("code", equalTo("case.closed"));
    }

    @Test
    void refusesADayOutsideTheCase() {
        close(world.caseManagerToken(), world.today.plusDays(1))
                .statusCode(422)
                .body("code", equalTo("case.closure-out-of-order"));
        close(world.caseManagerToken(), world.today.minusDays(21)).statusCode(422);
    }

    @Test
    void isOpenOnlyToTheManagerOfTheCase() {
        var colleague = world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(world.school)
                .sign();

        close(colleague, world.today).statusCode(404);
        close(World.create(students).coordinatorToken(), world.today).statusCode(404);
        close(world.district.token(Role.AUDITOR).sign(), world.today).statusCode(403);
        close(world.coordinatorToken(), world.today).statusCode(201);
    }

    private ValidatableResponse close(String token, LocalDate day) {
        return world.as(token)
                .body("{\"reason\": \"Support in class was enough\", \"closedOn\": \"%s\"}".formatted(day))
                .post("/v1/cases/{id}/closure", caseId)
                .then();
    }
}
