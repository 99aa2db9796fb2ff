package org.schoolcase.cases.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.staffprofile.StaffStateConsumer;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Casework;
import org.schoolcase.cases.testing.Staff;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class CommunicationResourceTest {

    private static final String PATH = "/v1/cases/{id}/communications";

    @Inject
    StudentStateConsumer students;

    @Inject
    StaffStateConsumer staffState;

    private World world;
    private UUID caseId;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
    }

    @Test
    void logsAnAttempt() {
        var at = Instant.now().minus(2, ChronoUnit.HOURS);
        String id = call().at(at)
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(201)
                .header("Location", containsString("/v1/cases/" + caseId + "/communications/"))
                .body("with.guardianId", equalTo(world.guardian.toString()))
                .body("staffId", equalTo(world.caseManager.toString()))
                .body(
                        "on",
                        equalTo(LocalDate.ofInstant(at, ZoneId.of("America/Phoenix"))
                                .toString()))
                .body("attempt", equalTo(1))
                .body("guardianLanguage", equalTo("es"))
                .body("sealed", equalTo(false))
                .body("warnings", empty())
                .extract()
                .path("id");

        read(world.caseManagerToken(), id).statusCode(200).body("summary", equalTo("Words-of-the-call"));
        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("communication.log");
            assertThat(entry.entityId()).hasToString(id);
            assertThat(entry.studentId()).isEqualTo(world.student);
            assertThat(entry.fields()).contains("summary").doesNotContain("Words-of-the-call");
        });
        await().untilAsserted(
                        () -> assertThat(AuditProbe.actions(world.district)).contains("communication.read"));
    }

    /** The log is closed to teachers: being on the team does not open it to one for another role of his. */
    @Test
    void opensNothingByARoleThatTheOperationShutsOut() {
        var teacher = Staff.of(world, staffState).atTheSchool();
        new Casework(world).join(caseId, teacher, "SPEECH_THERAPIST").statusCode(201);
        var both = world.district
                .token(Role.TEACHER, Role.SCHOOL_ADMIN)
                .staff(teacher)
                .schools(Ids.next())
                .sign();

        world.as(both).get("/v1/cases/{id}", caseId).then().statusCode(200);
        world.as(both).get(PATH, caseId).then().statusCode(404);
    }

    @Test
    void numbersAttemptsByPersonAndPurposeInOrderOfTime() {
        var tuesday = call().at(hoursAgo(10)).logged(world, caseId);
        var monday = call().at(hoursAgo(40)).logged(world, caseId);
        var invitation = call().and("purpose", "MEETING_INVITATION").logged(world, caseId);
        var other = Told.callTo(world.guardianWithoutRights).logged(world, caseId);
        var incoming = call().and("direction", "INCOMING").by("CALL", "REACHED").logged(world, caseId);

        attempt(monday, 1);
        attempt(tuesday, 2);
        attempt(invitation, 1);
        attempt(other, 1);
        read(world.caseManagerToken(), incoming.toString()).body("attempt", nullValue());
    }

    @Test
    void correctsByAnEntryThatTakesThePlaceOfTheFirst() {
        var first = call().at(hoursAgo(30)).logged(world, caseId);
        var second = call().at(hoursAgo(20)).logged(world, caseId);

        String corrected = correct(first, "It was somebody else", Told.callTo(world.guardianWithoutRights))
                .statusCode(201)
                .body("supersedes", equalTo(first.toString()))
                .body("correctionReason", equalTo("It was somebody else"))
                .body("attempt", equalTo(1))
                .extract()
                .path("id");

        read(world.caseManagerToken(), first.toString())
                .body("supersededBy", equalTo(corrected))
                .body("attempt", nullValue())
                .body("summary", equalTo("Words-of-the-call"));
        attempt(second, 1);
        correct(first, "Again", call())
                .statusCode(409)
                .body("code", equalTo("communication.superseded"))
                .body("supersededBy", equalTo(corrected));
        correct(Ids.next(), "Of nothing", call()).statusCode(404);
        correct(second, "Wrong", call().and("outcome", "RETURNED"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/entry/outcome"));
        assertThat(AuditProbe.actions(world.district)).contains("communication.correct");
    }

    @Test
    void takesCorrectionsButNoNewEntryInAClosedCase() {
        var id = call().logged(world, caseId);
        world.as(world.caseManagerToken())
                .body("{\"reason\": \"Moved away\", \"closedOn\": \"%s\"}".formatted(world.today))
                .post("/v1/cases/{id}/closure", caseId)
                .then()
                .statusCode(201);

        call().log(world, world.caseManagerToken(), caseId).statusCode(409).body("code", equalTo("case.closed"));
        correct(id, "He had answered", call().by("CALL", "REACHED")).statusCode(201);
    }

    @Test
    void keepsTheSealedPartForItsManagerAndCoordinators() throws Exception {
        String id = call().and("sealedPart", "Sealed-words")
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(201)
                .body("sealed", equalTo(true))
                .body("sealedPart", nullValue())
                .extract()
                .path("id");

        for (var token : List.of(world.caseManagerToken(), world.coordinatorToken())) {
            read(token, id).statusCode(200).body("sealedPart", equalTo("Sealed-words"));
        }
        for (var token : List.of(
                token(Role.AUDITOR),
                token(Role.DISTRICT_ADMIN),
                world.district
                        .token(Role.SCHOOL_ADMIN)
                        .staff(Ids.next())
                        .schools(world.school)
                        .sign())) {
            read(token, id).statusCode(200).body("sealed", equalTo(true)).body("sealedPart", nullValue());
        }
        list("").body("items[0].sealed", equalTo(true)).body("items[0].sealedPart", nullValue());
        await().untilAsserted(() -> assertThat(AuditProbe.actions(world.district))
                .filteredOn("communication.read-sealed"::equals)
                .hasSize(2));
    }

    @Test
    void wantsAnInterpreterOrAReasonWhereTheLanguageIsAnother() {
        var english = call().by("CALL", "REACHED").and("language", "en");

        english.log(world, world.caseManagerToken(), caseId)
                .statusCode(422)
                .body("code", equalTo("communication.interpreter-missing"))
                .body("citation", containsString("300.503(c)"))
                .body("errors[0].pointer", equalTo("/interpreter"));
        english.and("languageReason", "NONE_AVAILABLE")
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(201)
                .body("warnings.code", contains("language-access.missing"));
        english.and("interpreter", Map.of("name", "Lucia Ferrer"))
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(422)
                .body("code", equalTo("communication.interpreter-ambiguous"));
        english.and("languageReason", null)
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(201)
                .body("warnings.code", contains("interpreter.qualification-unknown"));
        call().and("language", "en")
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(201);
        call().by("CALL", "REACHED")
                .and("language", "es-MX")
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(201)
                .body("warnings", empty());
    }

    @Test
    void keepsTheEvidenceOfAnOralTranslation() {
        var notice = call().by("MEETING", "REACHED")
                .and("purpose", "NOTICE")
                .and("language", "en")
                .and("interpreter", Map.of("name", "Lucia Ferrer", "qualification", "State court certificate"));

        notice.log(world, world.caseManagerToken(), caseId)
                .statusCode(201)
                .body("warnings.code", contains("translation.evidence-missing"))
                .body("warnings.citation", contains("34 CFR 300.503(c)(2)(iii)"));
        notice.and("translation", Map.of("mode", "ORAL", "understood", true))
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(201)
                .body("translation.understood", equalTo(true))
                .body("warnings", empty());
        notice.and("translation", Map.of("mode", "ORAL", "understood", false))
                .log(world, world.caseManagerToken(), caseId)
                .body("warnings.code", contains("translation.not-understood"));
    }

    @Test
    void refusesToReachWhoMustNotBeContacted() {
        var before = call().at(hoursAgo(5)).logged(world, caseId);
        var barred = new HashMap<>(world.guardian(world.guardian, true));
        barred.put("mayContact", false);
        var profile = new HashMap<>(world.profile(world.student, 2));
        profile.put("guardians", List.of(barred));
        students.on(Records.batch(World.TOPIC, world.district.id(), World.PROFILE, world.student, profile));

        call().log(world, world.caseManagerToken(), caseId)
                .statusCode(422)
                .body("code", equalTo("communication.no-contact"))
                .body("errors[0].pointer", equalTo("/with/guardianId"));
        call().and("direction", "INCOMING")
                .by("CALL", "REACHED")
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(201);
        correct(before, "Wrong hour", call().at(hoursAgo(6))).statusCode(201);
    }

    @Test
    void namesWhoElseSpokeOnlyFromTheTeamOfThatDay() {
        call().and("staffId", Ids.next())
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(422)
                .body("code", equalTo("communication.staff-not-on-team"));
        call().and("staffId", world.caseManager)
                .log(world, world.coordinatorToken(), caseId)
                .statusCode(201)
                .body("staffId", equalTo(world.caseManager.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "outcome,RETURNED,communication.outcome-implausible",
        "direction,INCOMING,communication.outcome-implausible",
        "inReplyTo,0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10,communication.reply-to-unknown",
        "at,2999-01-01T00:00:00Z,communication.in-future"
    })
    void refusesWhatCannotBe(String field, String value, String code) {
        call().and(field, value)
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", notNullValue());
        list("").body("items", hasSize(0));
    }

    @Test
    void refusesAnUnclearOrUnknownPerson() {
        for (var with : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("guardianId", world.guardian, "role", "RELATIVE"),
                Map.of("guardianId", world.guardian, "name", "Ana"))) {
            call().and("with", with)
                    .log(world, world.caseManagerToken(), caseId)
                    .statusCode(422)
                    .body("code", equalTo("communication.party-ambiguous"));
        }
        Told.callTo(Ids.next())
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(422)
                .body("code", equalTo("communication.guardian-unknown"));
        call().and("with", Map.of("role", "ADVOCATE", "name", "R. Diaz"))
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"means,SMOKE", "purpose,FUN", "language,Spanish please", "summary,' '", "at,yesterday", "skope,x"})
    void refusesBadInput(String field, String value) {
        call().and(field, value)
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(400)
                .body("code", notNullValue());
        call().and("summary", "x".repeat(4001))
                .log(world, world.caseManagerToken(), caseId)
                .statusCode(400);
    }

    @Test
    void logsOnceForOneKey() {
        var key = UUID.randomUUID().toString();
        var token = world.caseManagerToken();
        var body = call().body();
        for (var replayed : new String[] {null, "true"}) {
            world.as(token)
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post(PATH, caseId)
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", equalTo(replayed));
        }
        list("").body("items", hasSize(1));
    }

    @Test
    void isOpenOnlyToThoseWithTheRelation() {
        var id = call().logged(world, caseId).toString();
        var foreign = World.create(students);
        var stranger = world.district
                .token(Role.CASE_MANAGER)
                .staff(Ids.next())
                .schools(world.school)
                .sign();
        for (var token : List.of(stranger, foreign.coordinatorToken(), foreign.caseManagerToken())) {
            call().log(world, token, caseId).statusCode(404);
            read(token, id).statusCode(404);
            world.as(token).get(PATH, caseId).then().statusCode(404);
            world.as(token).get(PATH + "/efforts?purpose=NOTICE", caseId).then().statusCode(404);
        }
        var other = World.create(students);
        read(other.coordinatorToken(), id).statusCode(404);
        for (var role : List.of(Role.GUARDIAN, Role.TEACHER, Role.STUDENT)) {
            world.as(world.district.token(role).guardian(world.guardian).sign())
                    .get(PATH, caseId)
                    .then()
                    .statusCode(403);
        }
        call().log(world, token(Role.AUDITOR), caseId).statusCode(403);
        world.as(world.district.token(Role.COORDINATOR).sign())
                .body(call().body())
                .post(PATH, caseId)
                .then()
                .statusCode(403)
                .body("code", equalTo("staff-id.missing"));
    }

    @Test
    void pagesTheNewestFirstAndFilters() {
        var oldest = call().at(hoursAgo(60)).and("purpose", "PROGRESS").logged(world, caseId);
        var middle = call().at(hoursAgo(30)).logged(world, caseId);
        var newest = call().at(hoursAgo(1)).logged(world, caseId);

        String next = list("?limit=2")
                .body("items.id", contains(newest.toString(), middle.toString()))
                .extract()
                .path("next");
        list("?limit=2&cursor=" + next)
                .body("items.id", contains(oldest.toString()))
                .body("next", nullValue());
        list("?purpose=PROGRESS").body("items.id", contains(oldest.toString()));
        list("?guardianId=" + Ids.next()).body("items", hasSize(0));
        list("?to=" + world.today.minusDays(2)).body("items.id", contains(oldest.toString()));
        list("?from=" + world.today.minusDays(2)).body("items.id", hasItem(newest.toString()));
        world.as(world.caseManagerToken())
                .get(PATH + "?limit=1&cursor=" + next, caseId)
                .then()
                .statusCode(200);
        world.as(world.caseManagerToken())
                .get(PATH + "?purpose=NOTICE&cursor=" + next, caseId)
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
        for (var bad : List.of("?purpose=FUN", "?from=tomorrow", "?limit=0")) {
            world.as(world.caseManagerToken()).get(PATH + bad, caseId).then().statusCode(400);
        }
    }

    @Test
    void cannotBeRewrittenByTheService() throws Exception {
        call().logged(world, caseId);
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE schoolcase_case_app");
            assertThatThrownBy(() -> statement.execute("UPDATE communication_entry SET summary = 'other'"))
                    .hasMessageContaining("permission denied");
        }
    }

    private Told call() {
        return Told.callTo(world.guardian);
    }

    private static Instant hoursAgo(int hours) {
        return Instant.now().minus(hours, ChronoUnit.HOURS);
    }

    private String token(String role) {
        return world.district.token(role).staff(Ids.next()).sign();
    }

    private ValidatableResponse correct(UUID entry, String reason, Told told) {
        return told.correct(world, caseId, entry, reason);
    }

    private ValidatableResponse read(String token, String id) {
        return world.as(token).get(PATH + "/{entry}", caseId, id).then();
    }

    private void attempt(UUID id, int number) {
        read(world.caseManagerToken(), id.toString()).statusCode(200).body("attempt", equalTo(number));
    }

    private ValidatableResponse list(String query) {
        return world.as(world.caseManagerToken())
                .get(PATH + query, caseId)
                .then()
                .statusCode(200);
    }
}
