package org.schoolcase.cases.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;

/** From a draft, section by section, to what is final, and its correction; nothing of an evaluation without consent. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class AssessmentResourceTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private Filing filing;
    private UUID caseId;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
        filing = new Filing(world, caseId);
    }

    @Test
    void filesAnInterviewForIntakeWithoutConsentSectionBySection() {
        String id = filing.start(filing.interview("{}"))
                .statusCode(201)
                .header("ETag", equalTo("\"v0\""))
                .body("status", equalTo("DRAFT"))
                .body("kind", equalTo("INTERVIEW"))
                .extract()
                .path("id");

        filing.section(id, "school", "\"v0\"", "{\"likesAtSchool\": \"Science.\", \"hardestPart\": \"READING\"}")
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""));
        filing.section(id, "before", "\"v1\"", "{\"agreedToTalk\": true}").statusCode(200);
        filing.section(id, "school", "\"v2\"", "{\"likesAtSchool\": \"Science.\"}")
                .statusCode(200)
                .body("answers.agreedToTalk", equalTo(true))
                .body("answers.hardestPart", nullValue());
        filing.section(id, "belonging", "\"v3\"", "{\"feelsPartOfClass\": 2, \"hasTimeEnough\": 1}")
                .statusCode(200)
                .body("totals[0].total", equalTo(3))
                .body("totals[0].answered", equalTo(2));
        filing.complete(id, "\"v4\"", world.today)
                .statusCode(201)
                .body("status", equalTo("FINAL"))
                .body("completedOn", equalTo(world.today.toString()));

        var last = OutboxProbe.of(world.district).getLast();
        assertThat(last.type()).isEqualTo("org.schoolcase.case.assessment-completed.v1");
        assertThat(last.key()).isEqualTo(caseId.toString());
        assertThat(String.valueOf(last.data()))
                .contains(id, "INTERVIEW", "schoolcase.student-interview", "INTAKE", world.student.toString())
                .doesNotContain("Science");
        assertThat(AuditProbe.of(world.district))
                .filteredOn(entry -> id.equals(String.valueOf(entry.entityId())))
                .allSatisfy(entry -> assertThat(entry.studentId()).isEqualTo(world.student))
                .extracting(AuditProbe.Entry::action)
                .containsExactly(
                        "assessment.start",
                        "assessment.change",
                        "assessment.change",
                        "assessment.change",
                        "assessment.change",
                        "assessment.complete");
    }

    @Test
    void namesThePlaceOfEachFaultInTheAnswersAndNeverTheValue() {
        filing.start(filing.interview("{\"hardestPart\": \"My-Secret\", \"feelsSafeAtSchool\": 7, \"odd\": 1}"))
                .statusCode(422)
                .body("code", equalTo("assessment.answers-invalid"))
                .body("errors.pointer", contains("/answers/feelsSafeAtSchool", "/answers/hardestPart", "/answers/odd"))
                .body(not(containsString("My-Secret")));
        filing.start(filing.interview("{\"likesAtSchool\": \"a\\u0000b\"}"))
                .statusCode(422)
                .body("errors.code", contains("nul"));
        filing.start(filing.interview("[]")).statusCode(400);
        String id = filing.start(filing.interview("{\"agreedToTalk\": true}"))
                .extract()
                .path("id");
        filing.section(id, "school", "\"v0\"", "{\"agreedToTalk\": false}")
                .statusCode(422)
                .body("errors.pointer", contains("/answers/agreedToTalk"));
        filing.section(id, "nowhere", "\"v0\"", "{}").statusCode(404);
        filing.complete(id, "\"v0\"", world.today)
                .statusCode(422)
                .body("code", equalTo("assessment.answers-invalid"))
                .body("errors.pointer", contains("/answers/likesAtSchool"))
                .body("errors.code", contains("required"));

        filing.list().body("items", hasSize(1)).body("items[0].status", equalTo("DRAFT"));
    }

    @Test
    void givesNoEvaluationInstrumentWithoutConsentInForceOnThatDay() {
        var day = world.today.minusDays(5);
        filing.start(filing.adaptive(day))
                .statusCode(409)
                .body("code", equalTo("consent.missing"))
                .body("citation", containsString("300.300(a)"));
        world.consent(caseId, "SERVICES", "GIVEN", world.guardian, day).statusCode(201);
        world.consent(caseId, "EVALUATION", "REFUSED", world.guardian, day).statusCode(201);
        filing.start(filing.adaptive(day)).statusCode(409);
        String consent = world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, day)
                .statusCode(201)
                .extract()
                .path("id");

        filing.start(filing.adaptive(day.minusDays(1))).statusCode(409);
        String id = filing.start(filing.adaptive(day)).statusCode(201).extract().path("id");
        world.as(world.caseManagerToken())
                .body("{\"guardianId\": \"%s\", \"revokedOn\": \"%s\"}".formatted(world.guardian, world.today))
                .post("/v1/cases/{id}/consents/{consent}/revocation", caseId, consent)
                .then()
                .statusCode(201);

        filing.start(filing.adaptive(world.today)).statusCode(409);
        filing.complete(id, "\"v0\"", world.today).statusCode(201);
        var slip = "\"supersedes\": {\"assessmentId\": \"%s\", \"reason\": \"A slip\"}, \"purpose\"".formatted(id);
        filing.start(filing.adaptive(day).replace("\"purpose\"", slip)).statusCode(201);
        filing.start(filing.interview("{}")
                        .replace("INTAKE", "EVALUATION")
                        .replace(filing.day(), world.today.toString()))
                .statusCode(409)
                .body("code", equalTo("consent.missing"));
    }

    @Test
    void offersWhatItTakesAndRefusesWhatItDoesNotOffer() throws SQLException {
        offered("EVALUATION")
                .body("[0].open", equalTo(false))
                .body("[0].code", equalTo("consent.missing"))
                .body("[0].citation", containsString("300.300(a)"));
        offered("INTAKE").body("[0].open", equalTo(true));
        filing.start(filing.adaptive(world.today)).statusCode(409).body("citation", containsString("300.300(a)"));

        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today.minusDays(1))
                .statusCode(201);

        offered("EVALUATION").body("[0].open", equalTo(true));
        String id = filing.start(filing.adaptive(world.today))
                .statusCode(201)
                .extract()
                .path("id");
        filing.complete(id, "\"v0\"", world.today).statusCode(201);
        assertThat(filing.happenings()).contains("ASSESSMENT_COMPLETED " + id);
    }

    private ValidatableResponse offered(String purpose) {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/actions", caseId)
                .then()
                .statusCode(200)
                .rootPath("items.findAll { it.name == 'startAssessment' && it.variant == '%s' }".formatted(purpose))
                .body("size()", equalTo(1));
    }

    @Test
    void goesOnWhereLawNeedsNoConsent() {
        filing.start(filing.adaptive(world.today)).statusCode(409);
        world.as(world.coordinatorToken())
                .body("""
                        {"kind": "EVALUATION", "ground": "WARD_PARENT_NOT_FOUND", "explanation": "Letters came back",
                         "documentReference": "File 7", "decidedOn": "%s"}""".formatted(world.today))
                .post("/v1/cases/{id}/consent-exceptions", caseId)
                .then()
                .statusCode(201);

        filing.start(filing.adaptive(world.today)).statusCode(201);
        filing.start(filing.adaptive(world.today.minusDays(1)))
                .statusCode(409)
                .body("code", equalTo("consent.missing"));
    }

    @Test
    void takesAReevaluationConsentAlike() {
        world.consent(caseId, "REEVALUATION", "GIVEN", world.guardian, world.today.minusDays(3))
                .statusCode(201);

        filing.start(filing.adaptive(world.today)).statusCode(201);
    }

    @Test
    void screensForInstructionWithoutConsentToEvaluateButNotWithoutRegardForPupilRights() {
        filing.start(filing.screening("null"))
                .statusCode(422)
                .body("code", equalTo("assessment.pupil-rights-missing"))
                .body("citation", containsString("20 USC 1232h"))
                .body("errors[0].pointer", equalTo("/pupilRights"));
        filing.start(filing.screening(
                        filing.pupilRights("CONSENT", world.guardianWithoutRights, world.today.minusDays(9))))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/pupilRights/guardianId"));
        filing.start(filing.screening(filing.pupilRights("CONSENT", world.guardian, world.today)))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/pupilRights/on"));
        filing.start(filing.screening(filing.pupilRights("CONSENT", world.guardian, world.today.minusDays(9))))
                .statusCode(201);
        String id = filing.start(filing.screening(
                        "{\"ground\": \"NOTICE_WITHOUT_OPT_OUT\", \"on\": \"%s\"}".formatted(world.today.minusDays(9))))
                .statusCode(201)
                .body("pupilRights.ground", equalTo("NOTICE_WITHOUT_OPT_OUT"))
                .extract()
                .path("id");
        filing.start(filing.screening("null").replace("INSTRUCTION", "INTAKE"))
                .statusCode(422)
                .body("code", equalTo("assessment.purpose-needs-consent"))
                .body("errors[0].pointer", equalTo("/purpose"));
        filing.complete(id, "\"v0\"", world.today).statusCode(422);
    }

    @Test
    void asksForACredentialThatHoldsOnTheDay() {
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today.minusDays(9));
        var without = filing.adaptive(world.today).replaceAll(", \"credential\": \\{[^}]*}", "");
        String id = filing.start(without).statusCode(201).extract().path("id");
        filing.complete(id, "\"v0\"", world.today)
                .statusCode(422)
                .body("code", equalTo("assessment.credential-missing"))
                .body("citation", equalTo("34 CFR 300.304(c)(1)(iv)"));
        String expired = filing.start(filing.adaptive(world.today).replace("2099-06-30", "2020-06-30"))
                .extract()
                .path("id");
        filing.complete(expired, "\"v0\"", world.today)
                .statusCode(422)
                .body("code", equalTo("assessment.credential-expired"))
                .body("errors[0].pointer", equalTo("/assessor/credential/expiresOn"));
    }

    @Test
    void takesScoresThatAgreeWithThemselves() {
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today.minusDays(9));

        filing.start(filing.adaptive(world.today).replace("\"percentile\": 7", "\"percentile\": 25"))
                .statusCode(422)
                .body("code", equalTo("assessment.scores-inconsistent"))
                .body("errors.pointer", contains("/scores/0/percentile"));
        filing.start(filing.adaptive(world.today).replace("\"from\": 74", "\"from\": 79"))
                .statusCode(422)
                .body("errors.pointer", contains("/scores/0/interval"));
        filing.start(filing.adaptive(world.today))
                .statusCode(201)
                .body("scores[0].standardScore", equalTo(78))
                .body("scores[0].norm.edition", equalTo("3"))
                .body("scores[0].interval.level", equalTo(95));
    }

    @Test
    void changesADraftOnlyFromTheVersionThatWasRead() {
        String id = filing.start(filing.interview("{}")).extract().path("id");
        var body = filing.change("{\"agreedToTalk\": true}", world.today);

        filing.put(id, null, body).statusCode(428);
        filing.put(id, "\"v7\"", body).statusCode(412).body("code", equalTo("version.stale"));
        filing.put(id, "\"v0\"", filing.change("{}", world.today.plusDays(1)))
                .statusCode(422)
                .body("code", equalTo("assessment.dates-out-of-order"));
        filing.put(id, "\"v0\"", body).statusCode(200).body("answers.agreedToTalk", equalTo(true));
        filing.put(id, "\"v0\"", filing.change("{\"agreedToTalk\": false}", world.today))
                .statusCode(412)
                .body("currentVersion", equalTo("\"v1\""))
                .body("differences.field", contains("/answers/agreedToTalk"))
                .body("differences[0].yours", equalTo(false))
                .body("differences[0].current", equalTo(true));
        filing.complete(id, "\"v0\"", world.today).statusCode(412);
        filing.complete(id, "\"v1\"", world.today.plusDays(1)).statusCode(422);
        filing.one(world.caseManagerToken(), id).statusCode(200).header("ETag", equalTo("\"v1\""));
    }

    @Test
    void correctsWhatIsFinalByAnotherThatSupersedesIt() {
        String id = filing.finishedInterview();
        filing.put(id, "*", filing.change("{}", world.today)).statusCode(409).body("code", equalTo("assessment.final"));
        filing.section(id, "before", "*", "{}").statusCode(409);
        filing.complete(id, "*", world.today).statusCode(409);
        filing.discard(id, "*").statusCode(409);

        String next = filing.start(filing.correction(id, "The date was wrong."))
                .statusCode(201)
                .extract()
                .path("id");
        filing.start(filing.correction(id, "Again")).statusCode(409).body("code", equalTo("assessment.superseded"));
        filing.one(world.caseManagerToken(), id).body("supersededBy", nullValue());
        filing.complete(next, "\"v0\"", world.today)
                .statusCode(201)
                .body("supersedes", equalTo(id))
                .body("supersedesReason", equalTo("The date was wrong."));

        filing.one(world.caseManagerToken(), id)
                .body("supersededBy", equalTo(next))
                .body("status", equalTo("FINAL"))
                .body("answers.likesAtSchool", equalTo("Science."));
        assertThat(String.valueOf(OutboxProbe.of(world.district).getLast().data()))
                .contains("supersedes", id);
        assertThat(AuditProbe.actions(world.district)).contains("assessment.supersede");
        filing.start(filing.correction(Ids.next().toString(), "None"))
                .statusCode(422)
                .body("code", equalTo("assessment.not-correctable"));
    }

    @Test
    void throwsAwayADraftAndNothingElse() {
        String id = filing.start(filing.interview("{}")).extract().path("id");

        filing.discard(id, "\"v3\"").statusCode(412);
        filing.discard(id, "\"v0\"").statusCode(204);
        filing.one(world.caseManagerToken(), id).statusCode(404);
        filing.discard(id, "*").statusCode(404);
        assertThat(AuditProbe.actions(world.district)).contains("assessment.discard");
    }

    @Test
    void takesOnlyPublishedInstrumentsOfItsKind() {
        filing.start(filing.interview("{}").replace("\"version\": 1", "\"version\": 2"))
                .statusCode(422)
                .body("code", equalTo("assessment.instrument-unknown"));
        filing.start(filing.interview("{}").replace("\"INTERVIEW\"", "\"OBSERVATION\""))
                .statusCode(422)
                .body("code", equalTo("assessment.kind-mismatch"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"es\"|\"Spanish please\"",
                "INTAKE|FUN",
                "\"scores\": []|\"scores\": [{\"scale\": \"\"}]",
                "\"attachments\": []|\"attachments\": [{\"uri\": \"file:///etc/passwd\", \"sha256\": \"0\", \"mediaType\": \"x\", \"title\": \"t\"}]",
                "\"answers\"|\"antworten\""
            })
    void refusesBadInput(String good, String bad) {
        filing.start(filing.interview("{}").replace(good, bad)).statusCode(400).body("code", notNullValue());

        filing.list().body("items", hasSize(0));
    }

    @Test
    void keepsAttachmentsByReference() {
        var attachment = Map.of(
                "uri", "urn:uuid:0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10",
                "sha256", "a".repeat(64),
                "mediaType", "application/pdf",
                "title", "Protocol");
        filing.start(filing.interview("{}")
                        .replace("\"attachments\": []", "\"attachments\": " + filing.json(List.of(attachment))))
                .statusCode(201)
                .body("attachments[0].title", equalTo("Protocol"));
    }

    @Test
    void refusesAClosedCase() {
        String id = filing.start(filing.interview("{}")).extract().path("id");
        world.as(world.caseManagerToken())
                .body("{\"reason\": \"Moved away\", \"closedOn\": \"%s\"}".formatted(world.today))
                .post("/v1/cases/{id}/closure", caseId)
                .then()
                .statusCode(201);

        filing.start(filing.interview("{}")).statusCode(409).body("code", equalTo("case.closed"));
        filing.section(id, "before", "\"v0\"", "{}").statusCode(409).body("code", equalTo("case.closed"));
        filing.complete(id, "\"v0\"", world.today).statusCode(409).body("code", equalTo("case.closed"));
    }

    @Test
    void givesTheFirstAnswerAgainForAKey() {
        var key = UUID.randomUUID().toString();
        var token = world.caseManagerToken();
        for (int i = 0; i < 2; i++) {
            world.as(token)
                    .header("Idempotency-Key", key)
                    .body(filing.interview("{}"))
                    .post("/v1/cases/{id}/assessments", caseId)
                    .then()
                    .statusCode(201);
        }
        filing.list().body("items", hasSize(1));
    }

    @Test
    void pagesTheNewestFirstAndByKind() {
        for (int i = 0; i < 3; i++) {
            filing.start(filing.interview("{}")).statusCode(201);
        }
        var first = world.as(world.caseManagerToken())
                .queryParam("limit", 2)
                .get("/v1/cases/{id}/assessments", caseId)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].answers", nullValue())
                .extract();
        world.as(world.caseManagerToken())
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get("/v1/cases/{id}/assessments", caseId)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        world.as(world.caseManagerToken())
                .queryParam("kind", "SCREENING")
                .get("/v1/cases/{id}/assessments", caseId)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void isOpenOnlyToTheManagerOfTheCase() {
        String id = filing.start(filing.interview("{}")).extract().path("id");
        var stranger = world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
        var other = World.create(students);

        for (var token : List.of(stranger, other.coordinatorToken())) {
            world.as(token)
                    .body(filing.interview("{}"))
                    .post("/v1/cases/{id}/assessments", caseId)
                    .then()
                    .statusCode(404);
            filing.one(token, id).statusCode(404);
        }
        var schoolAdmin =
                world.district.token(Role.SCHOOL_ADMIN).schools(world.school).sign();
        filing.one(schoolAdmin, id).statusCode(200);
        world.as(schoolAdmin)
                .body(filing.interview("{}"))
                .post("/v1/cases/{id}/assessments", caseId)
                .then()
                .statusCode(403);
        filing.one(world.coordinatorToken(), id).statusCode(200);
    }
}
