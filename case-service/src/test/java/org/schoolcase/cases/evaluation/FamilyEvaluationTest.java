package org.schoolcase.cases.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.Paperwork;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

/** Parents and the adult student read what is finished of an evaluation (34 CFR 300.306(a)(2), 300.501(a), 300.613). */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class FamilyEvaluationTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private Evaluating steps;
    private Paperwork paper;
    private String parent;
    private UUID secondParent;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        var caseId = world.openCase();
        steps = new Evaluating(world, caseId);
        paper = new Paperwork(world, caseId);
        parent = world.district.token(Role.GUARDIAN).guardian(world.guardian).sign();
        secondParent = Ids.next();
    }

    @Test
    void showsAnEvaluationOnceItHasItsReport() {
        var evaluation = steps.begun();
        steps.consent("EVALUATION").statusCode(201);
        steps.plan(evaluation).statusCode(200);
        steps.result(evaluation, "ACADEMIC").statusCode(201);
        read(parent, "/evaluations").statusCode(200).body("items", hasSize(0));
        read(parent, "/evaluations/" + evaluation).statusCode(404);
        read(parent, "/stage").statusCode(200).body("stage", equalTo("EVALUATING"));

        steps.result(evaluation, "COMMUNICATION").statusCode(201);
        steps.report(evaluation).statusCode(201);

        read(parent, "/evaluations").body("items.id", contains(evaluation));
        read(parent, "/evaluations/" + evaluation)
                .statusCode(200)
                .body("report.sections[0].heading", equalTo("Findings"))
                .body("areas.summary", contains("Well below age", "Well below age"));
        await().untilAsserted(() -> assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("evaluation.read");
            assertThat(entry.outcome()).isEqualTo("SHOWN");
            assertThat(entry.studentId()).isEqualTo(world.student);
        }));
    }

    @Test
    void showsTheDecisionAndOnlyTheReadersOwnCopies() {
        hear(Map.of("guardians", List.of(world.guardian(world.guardian, true), world.guardian(secondParent, true))));
        var evaluation = steps.reported("EVALUATION");
        for (var guardian : List.of(world.guardian, secondParent)) {
            steps.post("/evaluations/" + evaluation + "/report/copies", steps.copyBody(guardian, steps.reported))
                    .statusCode(201);
        }
        String decision =
                steps.determine(steps.eligibleBody()).statusCode(201).extract().path("id");
        steps.post("/eligibility-determinations/" + decision + "/copies", steps.copyBody(secondParent, steps.decided))
                .statusCode(201);

        read(parent, "/evaluations/" + evaluation).body("copies.guardianId", contains(world.guardian.toString()));
        read(parent, "/eligibility-determinations").statusCode(200).body("items.id", contains(decision));
        read(parent, "/eligibility-determinations/" + decision)
                .statusCode(200)
                .body("decision", equalTo("ELIGIBLE"))
                .body("rationale", equalTo("Sounds are not distinguished"))
                .body("copies", hasSize(0));
        steps.get("/eligibility-determinations/" + decision).body("copies", hasSize(1));
    }

    @Test
    void showsRequestsToTheReaderWithoutTheSchoolsAttempts() {
        hear(Map.of("guardians", List.of(world.guardian(world.guardian, true), world.guardian(secondParent, true))));
        var day = world.today.minusDays(6);
        paper.readyToAsk(day);
        String asked = paper.ask("EVALUATION", day).extract().path("id");
        paper.attempt(asked, day).statusCode(201);
        paper.post(
                        "consent-requests",
                        paper.askBody("EVALUATION", day).replace(world.guardian.toString(), secondParent.toString()))
                .statusCode(201);
        String given = world.consent(steps.caseId, "EVALUATION", "GIVEN", world.guardian, world.today)
                .extract()
                .path("id");
        paper.revoke(given, world.today, ", \"reason\": \"Words-of-the-first\"").statusCode(201);
        var second = world.district.token(Role.GUARDIAN).guardian(secondParent).sign();

        read(parent, "/consent-requests")
                .statusCode(200)
                .body("items.id", contains(asked))
                .body("items[0].attempts", hasSize(0));
        read(second, "/consent-requests").body("items.askedOf", contains(secondParent.toString()));
        read(parent, "/consents").statusCode(200).body("items[0].revocationReason", equalTo("Words-of-the-first"));
        read(second, "/consents").body("items.id", contains(given)).body("items[0].revocationReason", nullValue());
        read(second, "/notices").statusCode(200).body("items", hasSize(2));
        paper.get("consent-requests").body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWithTheRightsAndWithABarOnContact(boolean rights) {
        var paths = paths();
        for (var path : paths) {
            read(parent, path).statusCode(200);
            read(stranger(), path).statusCode(404);
            read(
                            world.district
                                    .token(Role.GUARDIAN)
                                    .guardian(world.guardianWithoutRights)
                                    .sign(),
                            path)
                    .statusCode(404);
        }
        var barred = new HashMap<String, Object>(world.guardian(world.guardian, rights));
        barred.put("mayContact", !rights);

        hear(Map.of("guardians", List.of(barred)));

        paths.forEach(path -> read(parent, path).statusCode(404));
    }

    @Test
    void opensToTheAdultStudentOnceTheRightsAreHis() {
        var paths = paths();
        var student = world.district.token(Role.STUDENT).student(world.student).sign();
        var another = world.district.token(Role.STUDENT).student(Ids.next()).sign();
        paths.forEach(path -> read(student, path).statusCode(404));

        hear(Map.of("studentHoldsRights", true));

        for (var path : paths) {
            read(student, path).statusCode(200);
            read(another, path).statusCode(404);
        }
        read(student, "/evaluations").body("items", hasSize(1));
        read(student, "/timeline").statusCode(200);
        read(student, "/team").statusCode(403);
    }

    /** What a family reads of a case with a decision. */
    private List<String> paths() {
        var evaluation = steps.reported("EVALUATION");
        String decision =
                steps.determine(steps.eligibleBody()).statusCode(201).extract().path("id");
        return List.of(
                "",
                "/stage",
                "/deadlines",
                "/deadline-moves",
                "/assessment-plans",
                "/evaluations",
                "/evaluations/" + evaluation,
                "/eligibility-determinations",
                "/eligibility-determinations/" + decision,
                "/consents",
                "/consent-requests",
                "/notices",
                "/assessments");
    }

    private void hear(Map<String, Object> changed) {
        var profile = new HashMap<>(world.profile(world.student, 2));
        profile.putAll(changed);
        students.on(Records.batch(World.TOPIC, world.district.id(), World.PROFILE, world.student, profile));
    }

    private String stranger() {
        return World.create(students)
                .district
                .token(Role.GUARDIAN)
                .guardian(world.guardian)
                .sign();
    }

    private ValidatableResponse read(String token, String path) {
        return world.as(token).get("/v1/cases/" + steps.caseId + path).then();
    }
}
