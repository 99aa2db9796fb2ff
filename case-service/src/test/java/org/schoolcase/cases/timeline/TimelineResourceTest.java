package org.schoolcase.cases.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.communication.Told;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.record.merge.StudentMergeConsumer;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class TimelineResourceTest {

    @Inject
    StudentStateConsumer students;

    @Inject
    StudentMergeConsumer merges;

    private World world;
    private UUID caseId;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
    }

    @Test
    void tellsWhatHappenedTheNewestFirst() {
        String consent = world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today.minusDays(3))
                .statusCode(201)
                .extract()
                .path("id");
        var call = Told.callTo(world.guardian).logged(world, caseId);

        ofCase(world.caseManagerToken(), "")
                .body("items.kind", contains("COMMUNICATION_LOGGED", "EVALUATION_CONSENT_GIVEN", "CASE_OPENED"))
                .body("items[0].words", equalTo("Contact logged"))
                .body("items[0].actorRole", equalTo("CASE_MANAGER"))
                .body("items[0].subject.id", equalTo(call.toString()))
                .body("items[0].subject.href", equalTo("/v1/cases/" + caseId + "/communications/" + call))
                .body("items[1].on", equalTo(world.today.minusDays(3).toString()))
                .body("items[1].subject.id", equalTo(consent))
                .body("items[1].subject.href", equalTo("/v1/cases/" + caseId + "/consents"))
                .body("items[2].subject.href", equalTo("/v1/cases/" + caseId))
                .body("items.caseId", everyItem(equalTo(caseId.toString())));
        ofCase(world.caseManagerToken(), "?order=OLDEST_FIRST").body("items[0].kind", equalTo("CASE_OPENED"));
        await().untilAsserted(() -> assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("timeline.read");
            assertThat(entry.studentId()).isEqualTo(world.student);
        }));
    }

    @Test
    void speaksSpanishWhenAsked() {
        ofCase(world.caseManagerToken(), "?language=es")
                .body("items.words", contains("Remisión recibida y caso abierto"));
        for (var accepted : List.of("es-MX,es;q=0.9,en;q=0.5", "fr, es;q=0.3")) {
            world.as(world.caseManagerToken())
                    .header("Accept-Language", accepted)
                    .get("/v1/cases/{id}/timeline", caseId)
                    .then()
                    .body("items.words", contains("Remisión recibida y caso abierto"));
        }
        for (var accepted : List.of("fr", ";;q=x", "en-US")) {
            world.as(world.caseManagerToken())
                    .header("Accept-Language", accepted)
                    .get("/v1/cases/{id}/timeline", caseId)
                    .then()
                    .statusCode(200)
                    .body("items.words", contains("Referral received and case opened"));
        }
    }

    @Test
    void saysOfWhatIsSealedOnlyThatItExists() {
        var call = Told.callTo(world.guardian).and("sealedPart", "Secret").logged(world, caseId);
        var auditor = world.district.token(Role.AUDITOR).sign();

        for (var token : List.of(world.caseManagerToken(), world.coordinatorToken())) {
            ofCase(token, "")
                    .body("items[0].kind", equalTo("COMMUNICATION_LOGGED"))
                    .body("items[0].sealed", equalTo(true))
                    .body("items[0].subject.id", equalTo(call.toString()));
        }
        ofCase(auditor, "")
                .body("items", hasSize(2))
                .body("items[0].sealed", equalTo(true))
                .body("items[0].kind", nullValue())
                .body("items[0].words", equalTo("Something that is sealed"))
                .body("items[0].subject", nullValue())
                .body("items[0].actorRole", nullValue());
        ofCase(auditor, "?kind=COMMUNICATION_LOGGED").body("items", empty());
        ofCase(world.caseManagerToken(), "?kind=COMMUNICATION_LOGGED").body("items", hasSize(1));
        ofCase(guardian(world.guardian), "").body("items.kind", contains("CASE_OPENED"));
    }

    @Test
    void showsAFamilyWhatIsTheirs() {
        var ours = Told.callTo(world.guardian).logged(world, caseId);
        Told.callTo(world.guardianWithoutRights).logged(world, caseId);
        Told.callTo(world.guardian).and("with", Map.of("role", "PHYSICIAN")).logged(world, caseId);

        for (var answer : List.of(ofCase(guardian(world.guardian), ""), ofStudent(guardian(world.guardian), ""))) {
            answer.body("items.kind", contains("COMMUNICATION_LOGGED", "CASE_OPENED"))
                    .body("items.subject", everyItem(nullValue()));
        }
        ofCase(world.caseManagerToken(), "").body("items", hasSize(4)).body("items.subject.id", not(empty()));
        assertThat(ours).isNotNull();
        world.as(guardian(world.guardianWithoutRights))
                .get("/v1/cases/{id}/timeline", caseId)
                .then()
                .statusCode(404);
    }

    @Test
    void marksWhatWasCorrected() {
        var first = Told.callTo(world.guardian).logged(world, caseId);
        String second = Told.callTo(world.guardian)
                .correct(world, caseId, first)
                .statusCode(201)
                .extract()
                .path("id");

        ofCase(world.caseManagerToken(), "?kind=COMMUNICATION_LOGGED")
                .body("items[0].corrects", equalTo(first.toString()))
                .body("items[0].supersededBy", nullValue())
                .body("items[1].supersededBy", equalTo(second))
                .body("items[1].corrects", nullValue());
    }

    @Test
    void filtersByKindAndDays() {
        Told.callTo(world.guardian)
                .at(Instant.now().minus(100, ChronoUnit.HOURS))
                .logged(world, caseId);
        Told.callTo(world.guardian).logged(world, caseId);
        var boundary = world.today.minusDays(2);

        ofCase(world.caseManagerToken(), "?kind=CASE_OPENED&kind=CASE_CLOSED")
                .body("items.kind", contains("CASE_OPENED"));
        ofCase(world.caseManagerToken(), "?from=" + boundary).body("items", hasSize(1));
        ofCase(world.caseManagerToken(), "?to=" + boundary).body("items", hasSize(2));
        for (var bad : List.of("?kind=FUN", "?from=soon", "?limit=201", "?order=UP", "?language=tlh", "?cursor=x")) {
            world.as(world.caseManagerToken())
                    .get("/v1/cases/{id}/timeline" + bad, caseId)
                    .then()
                    .statusCode(400)
                    .body("code", notNullValue());
        }
    }

    @Test
    void pagesWithoutGapsOrDoubles() {
        for (int i = 0; i < 6; i++) {
            Told.callTo(world.guardian)
                    .at(Instant.now().minus(i / 2 * 24L + 1, ChronoUnit.HOURS))
                    .logged(world, caseId);
        }
        for (var order : List.of("NEWEST_FIRST", "OLDEST_FIRST")) {
            var seen = new ArrayList<String>();
            String next = "";
            while (next != null) {
                var page = ofStudent(
                                world.caseManagerToken(),
                                "?limit=2&order=" + order + (next.isEmpty() ? "" : "&cursor=" + next))
                        .extract();
                seen.addAll(page.path("items.id"));
                next = page.path("next");
            }
            assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        }
    }

    @Test
    void goesOverAllCasesOfTheStudentThatAreOpenToTheCaller() {
        close();
        var second = UUID.fromString(world.open(world.coordinatorToken(), world.student)
                .statusCode(201)
                .extract()
                .path("id"));

        ofStudent(world.coordinatorToken(), "")
                .body("items.caseId", containsInAnyOrder(caseId.toString(), caseId.toString(), second.toString()));
        ofStudent(world.caseManagerToken(), "")
                .body("items.caseId", contains(caseId.toString(), caseId.toString()))
                .body("items[0].kind", equalTo("CASE_CLOSED"));
        world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/timeline", second)
                .then()
                .statusCode(404);
    }

    @Test
    void opensSealsCaseByCase() {
        Told.callTo(world.guardian).and("sealedPart", "Secret").logged(world, caseId);
        close();
        var second = UUID.fromString(world.open(world.coordinatorToken(), world.student)
                .statusCode(201)
                .extract()
                .path("id"));
        Told.callTo(world.guardian)
                .and("sealedPart", "Other secret")
                .log(world, world.coordinatorToken(), second)
                .statusCode(201);
        var both = world.district
                .token(Role.CASE_MANAGER, Role.SCHOOL_ADMIN)
                .staff(world.caseManager)
                .schools(world.school)
                .sign();

        ofStudent(both, "?kind=COMMUNICATION_LOGGED").body("items.caseId", contains(caseId.toString()));
        ofStudent(both, "").body("items.findAll { it.kind == null }.caseId", contains(second.toString()));
    }

    @Test
    void followsAMergeOfTwoRecordsUnderBothIds() {
        var other = Ids.next();
        world.hears(other);
        var second = UUID.fromString(world.open(world.caseManagerToken(), other)
                .statusCode(201)
                .extract()
                .path("id"));
        Told.callTo(world.guardian).logged(world, caseId);
        merges.on(Records.batch(
                "schoolcase.student.events",
                world.district.id(),
                "org.schoolcase.student.merged.v1",
                world.student,
                Map.of("mergedId", world.student, "survivingId", other, "at", Instant.now())));

        for (var id : List.of(world.student, other)) {
            world.as(world.caseManagerToken())
                    .get("/v1/students/{id}/timeline", id)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(3))
                    .body(
                            "items.findAll { it.kind == 'CASE_OPENED' }.caseId",
                            containsInAnyOrder(caseId.toString(), second.toString()));
        }
    }

    @Test
    void isHiddenFromOthers() {
        var stranger = world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
        for (var token : List.of(stranger, World.create(students).coordinatorToken(), guardian(Ids.next()))) {
            for (var path : List.of("/v1/cases/" + caseId, "/v1/students/" + world.student)) {
                world.as(token).get(path + "/timeline").then().statusCode(404).body("code", equalTo("not-found"));
            }
        }
        await().untilAsserted(() -> assertThat(AuditProbe.of(world.district))
                .filteredOn(entry -> entry.outcome().equals("DENIED"))
                .isNotEmpty());
        world.as(world.district.token(Role.TEACHER).staff(Ids.next()).sign())
                .get("/v1/students/{id}/timeline", world.student)
                .then()
                .statusCode(403);
        world.as(world.district.token(Role.STUDENT).student(world.student).sign())
                .get("/v1/students/{id}/timeline", world.student)
                .then()
                .statusCode(404);
    }

    private String guardian(UUID id) {
        return world.district.token(Role.GUARDIAN).guardian(id).sign();
    }

    private void close() {
        world.as(world.caseManagerToken())
                .body("{\"reason\": \"Moved away\", \"closedOn\": \"%s\"}".formatted(world.today))
                .post("/v1/cases/{id}/closure", caseId)
                .then()
                .statusCode(201);
    }

    private ValidatableResponse ofCase(String token, String query) {
        return world.as(token)
                .get("/v1/cases/{id}/timeline" + query, caseId)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse ofStudent(String token, String query) {
        return world.as(token)
                .get("/v1/students/{id}/timeline" + query, world.student)
                .then()
                .statusCode(200);
    }
}
