package org.schoolcase.cases.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Forms;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;

/** A parent inspects what is final (34 CFR 300.613); the items of a secret test are looked at at the school. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class FamilyReadingTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private Filing filing;
    private UUID caseId;
    private String parent;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
        filing = new Filing(world, caseId);
        parent = world.district.token(Role.GUARDIAN).guardian(world.guardian).sign();
    }

    @Test
    void showsParentsWithRightsWhatIsFinal() {
        String done = filing.finishedInterview();
        String draft = filing.start(filing.interview("{}")).extract().path("id");

        filing.one(parent, done).statusCode(200).body("answers.likesAtSchool", equalTo("Science."));
        filing.one(parent, draft).statusCode(404);
        world.as(parent)
                .get("/v1/cases/{id}/assessments", caseId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(done));
        filing.one(
                        world.district
                                .token(Role.GUARDIAN)
                                .guardian(world.guardianWithoutRights)
                                .sign(),
                        done)
                .statusCode(404);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("assessment.read");
                    assertThat(entry.outcome()).isEqualTo("SHOWN");
                    assertThat(entry.fields()).isEqualTo("answers,scores");
                }));
    }

    @Test
    void showsAParentWhoWorksForTheDistrictWhatStaffSee() {
        String draft = filing.start(filing.interview("{}")).extract().path("id");

        filing.one(
                        world.district
                                .token(Role.GUARDIAN, Role.COORDINATOR)
                                .staff(UUID.randomUUID())
                                .guardian(world.guardian)
                                .sign(),
                        draft)
                .statusCode(200);
        filing.one(
                        world.district
                                .token(Role.GUARDIAN, Role.CASE_MANAGER)
                                .staff(UUID.randomUUID())
                                .guardian(world.guardian)
                                .sign(),
                        draft)
                .statusCode(404);
    }

    @Test
    void showsParentsTheResultsOfASecretTestAndNotItsItems() {
        String id = secretTest();

        filing.one(parent, id)
                .statusCode(200)
                .body("answers", nullValue())
                .body("attachments", hasSize(0))
                .body("withheld", containsString("300.613"))
                .body("totals[0].total", equalTo(9))
                .body("scores[0].standardScore", equalTo(78));
        filing.one(world.caseManagerToken(), id)
                .body("answers.second", equalTo("Nine-marker"))
                .body("withheld", nullValue());
    }

    @Test
    void keepsTheAnswersToASecretTestFromExportsWithoutTheCustodian() throws SQLException {
        secretTest();

        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute("SET app.district = '" + world.district.id() + "'");
            assertThat(text(statement.executeQuery(
                            "SELECT string_agg(content::text, ' ') FROM record_of('" + world.student + "')")))
                    .contains("Composite")
                    .doesNotContain("Nine-marker");
            assertThat(text(statement.executeQuery(
                            "SELECT string_agg(kind || rows_withheld, ' ') FROM withheld_of('" + world.student + "')")))
                    .isEqualTo("protected_answers1");
            assertThat(text(statement.executeQuery(
                            "SELECT count(*) FROM destroy_record('" + world.student + "', true)")))
                    .isNotEqualTo("0");
            assertThat(text(statement.executeQuery(
                            "SELECT count(*) FROM protected_answers WHERE student_id = '" + world.student + "'")))
                    .isEqualTo("0");
        }
    }

    @Test
    void changesNothingThatIsFinalEvenForTheDatabasesOwner() throws SQLException {
        String id = filing.finishedInterview();

        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            Assertions.assertThatThrownBy(() ->
                            statement.execute("UPDATE case_assessment SET answers = '{}' WHERE id = '" + id + "'"))
                    .hasMessageContaining("supersedes it");
        }
    }

    private String secretTest() {
        var admin = world.district.token(Role.DISTRICT_ADMIN).sign();
        world.as(admin)
                .body("{\"key\": \"number-test\", \"definition\": " + Forms.secretTest() + "}")
                .post("/v1/instruments")
                .then()
                .statusCode(201);
        world.as(admin)
                .header("If-Match", "\"v0\"")
                .post("/v1/instruments/number-test/versions/1/publication")
                .then()
                .statusCode(201);
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today.minusDays(9));
        String id = filing.start(filing.evaluation("number-test", world.today, "{\"first\": 9}"))
                .statusCode(201)
                .extract()
                .path("id");
        filing.section(id, "two", "\"v0\"", "{\"second\": \"Nine-marker\"}").statusCode(200);
        filing.complete(id, "\"v1\"", world.today).statusCode(201);
        return id;
    }

    private static String text(java.sql.ResultSet rows) throws SQLException {
        rows.next();
        return String.valueOf(rows.getString(1));
    }
}
