package org.schoolcase.cases.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Evaluating;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class EligibilityResourceTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private Evaluating steps;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        steps = new Evaluating(world, world.openCase());
    }

    @Test
    void findsAStudentEligibleAndStartsTheClocks() {
        steps.reported("EVALUATION");

        String id = steps.determine(steps.eligibleBody())
                .statusCode(201)
                .body("reportingCode", equalTo("SLI"))
                .body("team", hasSize(3))
                .extract()
                .path("id");

        deadline("INITIAL_IEP_MEETING")
                .body(at("dueOn"), equalTo(steps.decided.plusDays(30).toString()))
                .body(at("citation"), equalTo("34 CFR 300.323(c)(1)"));
        deadline("REEVALUATION")
                .body(at("dueOn"), equalTo(steps.reported.plusYears(3).toString()))
                .body(at("startedOn"), equalTo(steps.reported.toString()));
        deadline("INITIAL_EVALUATION")
                .body(at("endedBy"), equalTo("COMPLETED"))
                .body(at("endedOn"), equalTo(steps.reported.toString()));
        var told = OutboxProbe.of(world.district).stream()
                .filter(sent -> sent.type().equals("org.schoolcase.case.eligibility-determined.v1"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(String.valueOf(told.getFirst().data())).contains(id).doesNotContain("ELIGIBLE", "SPEECH", "SLI");
        assertThat(AuditProbe.actions(world.district)).contains("eligibility.determine");
        steps.stage().body("stage", equalTo("ELIGIBLE"));
        steps.consent("SERVICES").statusCode(201);
        steps.stage().body("stage", equalTo("SERVED"));
    }

    @Test
    void givesTheParentHerCopies() {
        var id = steps.eligible();

        steps.post(
                        "/eligibility-determinations/" + id + "/copies",
                        steps.copyBody(world.guardianWithoutRights, world.today))
                .statusCode(422)
                .body("code", equalTo("parent.without-rights"));
        steps.post(
                        "/eligibility-determinations/" + id + "/copies",
                        steps.copyBody(world.guardian, steps.decided.minusDays(1)))
                .statusCode(422)
                .body("code", equalTo("dates.out-of-order"));
        steps.post("/eligibility-determinations/" + id + "/copies", steps.copyBody(world.guardian, world.today))
                .statusCode(201);
        steps.get("/eligibility-determinations/" + id)
                .body("copies", hasSize(1))
                .body("copies[0].method", equalTo("IN_PERSON"));
    }

    @Test
    void reportsDeafnessAsHearingImpairmentAndKeepsTheCategory() {
        steps.reported("EVALUATION");

        steps.determine(steps.decisionBody("ELIGIBLE", "\"DEAFNESS\""))
                .statusCode(201)
                .body("primaryCategory", equalTo("DEAFNESS"))
                .body("reportingCode", equalTo("HI"));
    }

    @Test
    void refusesADecisionBeforeTheReportOrOutOfOrder() {
        steps.determine(steps.eligibleBody()).statusCode(409).body("code", equalTo("evaluation.none-under-way"));
        var evaluation = steps.begun();
        steps.consent("EVALUATION");
        steps.plan(evaluation);
        steps.determine(steps.eligibleBody()).statusCode(409).body("code", equalTo("eligibility.not-reported"));
        steps.result(evaluation, "ACADEMIC");
        steps.result(evaluation, "COMMUNICATION");
        steps.report(evaluation).statusCode(201);

        steps.decided = steps.reported.minusDays(1);
        steps.determine(steps.eligibleBody())
                .statusCode(422)
                .body("code", equalTo("dates.out-of-order"))
                .body("errors[0].pointer", equalTo("/decidedOn"));
        steps.decided = world.today.plusDays(1);
        steps.determine(steps.eligibleBody()).statusCode(422);
    }

    @Test
    void refusesATeamMemberWithoutRelation() {
        steps.reported("EVALUATION");

        steps.determine(steps.eligibleBody().replace(world.guardian.toString(), world.guardianWithoutRights.toString()))
                .statusCode(422)
                .body("code", equalTo("parent.without-rights"))
                .body("errors[0].pointer", equalTo("/team/0/guardianId"));
        steps.determine(steps.eligibleBody().replace("\"PARENT\"", "\"NURSE\""))
                .statusCode(422)
                .body("errors.code", hasItems("eligibility.team-incomplete", "eligibility.member-unnamed"));
    }

    @Test
    void refusesALearningDisabilityWithEachMissingPiece() {
        steps.reported("EVALUATION");

        steps.determine(steps.decisionBody("ELIGIBLE", "\"SPECIFIC_LEARNING_DISABILITY\""))
                .statusCode(422)
                .body("code", equalTo("eligibility.learning-disability-method"))
                .body(
                        "errors.pointer",
                        hasItems(
                                "/learningDisability/method",
                                "/learningDisability/areas",
                                "/learningDisability/observation",
                                "/learningDisability/instructionData",
                                "/learningDisability/repeatedAssessments",
                                "/learningDisability/otherFactorsExcluded",
                                "/learningDisability/statement"));
        steps.determine(learningDisability())
                .statusCode(201)
                .body("reportingCode", equalTo("SLD"))
                .body("learningDisability.areas", contains("BASIC_READING"));
    }

    @Test
    void takesDevelopmentalDelayByAge() {
        steps.reported("EVALUATION");
        var delayed = steps.decisionBody("ELIGIBLE", "\"DEVELOPMENTAL_DELAY\"");

        isBornOn(steps.decided.minusYears(10), 2);
        steps.determine(delayed)
                .statusCode(422)
                .body("code", equalTo("eligibility.age-outside"))
                .body("citation", equalTo("34 CFR 300.8(b)"));
        isBornOn(steps.decided.minusYears(10).plusDays(1), 3);
        steps.determine(delayed).statusCode(201).body("reportingCode", equalTo("DD"));
    }

    private void isBornOn(LocalDate day, long version) {
        var profile = new HashMap<>(world.profile(world.student, version));
        profile.put("birthDate", day.toString());
        students.on(Records.batch(World.TOPIC, world.district.id(), World.PROFILE, world.student, profile));
    }

    @Test
    void findsAStudentNotEligibleAndEndsTheClocks() {
        steps.reported("EVALUATION");

        steps.determine(steps.notEligibleBody()).statusCode(201).body("reportingCode", nullValue());

        steps.stage().body("stage", equalTo("NOT_ELIGIBLE"));
        steps.get("/deadlines")
                .body(
                        "items.findAll { it.step in ['INITIAL_IEP_MEETING', 'REEVALUATION'] && it.status != 'ENDED' }",
                        hasSize(0));
        steps.get("/disability-profile").body("eligible", equalTo(false)).body("primaryCategory", nullValue());
        steps.post(
                        "/exits",
                        "{\"basis\": \"MOVED\", \"exitedOn\": \"%s\", \"explanation\": \"x\"}".formatted(world.today))
                .statusCode(409)
                .body("code", equalTo("exit.nothing-to-end"));
        steps.begin().statusCode(201).body("cycle", equalTo("INITIAL"));
        steps.stage().body("stage", equalTo("TO_BE_EVALUATED"));
        world.consent(steps.caseId, "EVALUATION", "GIVEN", world.guardian, world.today)
                .statusCode(201);
        steps.stage().body("stage", equalTo("CONSENTED"));
    }

    @Test
    void correctsADeterminationAndKeepsWhatWasKnown() {
        var wrong = steps.eligible();
        String then =
                steps.get("/eligibility-determinations/" + wrong).extract().path("recordedAt");

        String right = steps.post("/eligibility-determinations/" + wrong + "/correction", correction("\"AUTISM\""))
                .statusCode(201)
                .body("supersedes", equalTo(wrong))
                .extract()
                .path("id");

        steps.get("/disability-profile")
                .body("primaryCategory", equalTo("AUTISM"))
                .body("reportingCode", equalTo("AUT"));
        world.as(steps.token)
                .queryParam("knownAt", then)
                .get("/v1/cases/{id}/disability-profile", steps.caseId)
                .then()
                .statusCode(200)
                .body("primaryCategory", equalTo("SPEECH_OR_LANGUAGE_IMPAIRMENT"));
        world.as(steps.token)
                .queryParam("asOf", steps.decided.minusDays(1).toString())
                .get("/v1/cases/{id}/disability-profile", steps.caseId)
                .then()
                .body("eligible", equalTo(false));
        steps.get("/eligibility-determinations")
                .body("items", hasSize(2))
                .body("items[1].supersededAt", notNullValue());
        steps.post("/eligibility-determinations/" + wrong + "/correction", correction("\"AUTISM\""))
                .statusCode(409)
                .body("code", equalTo("eligibility.superseded"));
        var no = "{\"reason\": \"Wrong student's form\", \"determination\": %s}".formatted(steps.notEligibleBody());
        steps.post("/eligibility-determinations/" + right + "/correction", no).statusCode(201);
        steps.stage().body("stage", equalTo("NOT_ELIGIBLE"));
    }

    private String correction(String category) {
        return "{\"reason\": \"Entered wrongly\", \"determination\": %s}"
                .formatted(steps.decisionBody("ELIGIBLE", category));
    }

    private String learningDisability() {
        return steps.decisionBody("ELIGIBLE", "\"SPECIFIC_LEARNING_DISABILITY\"")
                        .strip()
                        .replaceAll("}$", "")
                + """
                , "learningDisability": {"method": "RESPONSE_TO_INTERVENTION", "areas": ["BASIC_READING"],
                 "observation": {"observedOn": "%s", "observerId": "%s", "setting": "Reading group", "behavior": "Guesses at words"},
                 "instructionData": "Core and small group, by certified teachers",
                 "repeatedAssessments": {"summary": "Every other week", "sharedWithParentsOn": "%s"},
                 "otherFactorsExcluded": true, "statement": "Does not respond to instruction that works for others",
                 "parentsToldOfInterventionOn": "%s"}}
                """.formatted(steps.assessed, steps.assessor, steps.assessed, steps.assessed);
    }

    private String step = "";

    private ValidatableResponse deadline(String name) {
        step = name;
        return steps.get("/deadlines").statusCode(200);
    }

    private String at(String field) {
        return "items.find { it.step == '%s' }.%s".formatted(step, field);
    }
}
