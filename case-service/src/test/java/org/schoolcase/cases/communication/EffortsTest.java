package org.schoolcase.cases.communication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.testing.PostgresResource;

/** What the log shows of reasonable efforts, 34 CFR 300.322(d). */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class EffortsTest {

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
    void listsCallsLettersWithRepliesAndVisits() {
        var call = at(90, call().by("CALL", "LEFT_MESSAGE"));
        var letter = at(80, call().by("LETTER", "SENT"));
        var visit = at(70, call().by("VISIT", "NO_ANSWER"));
        var reply =
                at(60, call().by("CALL", "REACHED").and("direction", "INCOMING").and("inReplyTo", letter));
        var returned = at(50, call().by("EMAIL", "RETURNED"));
        var meeting = at(40, call().by("MEETING", "AGREED"));
        at(30, call().and("purpose", "PROGRESS"));

        efforts("?purpose=CONSENT_REQUEST")
                .body("citation", equalTo("34 CFR 300.300(d)(5), 300.322(d)"))
                .body("howMany", containsString("names no number"))
                .body("calls.id", contains(call.toString()))
                .body("calls[0].outcome", equalTo("LEFT_MESSAGE"))
                .body("calls[0].attempt", equalTo(1))
                .body("correspondence.message.id", contains(letter.toString(), returned.toString()))
                .body("correspondence[0].replies.id", contains(reply.toString()))
                .body("correspondence[1].replies", hasSize(0))
                .body("visits.id", contains(visit.toString()))
                .body("visits[0].attempt", equalTo(3))
                .body("other.id", contains(meeting.toString()))
                .body("complete", equalTo(true));
    }

    @Test
    void followsCorrectionsAndLeavesOutWhatWasSuperseded() {
        var letter = at(80, call().by("LETTER", "SENT"));
        var reply = at(
                60, call().by("LETTER", "DECLINED").and("direction", "INCOMING").and("inReplyTo", letter));
        String corrected = call().by("LETTER", "DELIVERED")
                .at(hoursAgo(79))
                .correct(world, caseId, letter)
                .statusCode(201)
                .extract()
                .path("id");

        efforts("?purpose=CONSENT_REQUEST")
                .body("correspondence.message.id", contains(corrected))
                .body("correspondence[0].replies.id", contains(reply.toString()));
    }

    @Test
    void inventsNoSectionForOtherPurposesAndTellsOneGuardianFromTheOther() {
        at(10, call().and("purpose", "PROGRESS"));
        at(5, Told.callTo(world.guardianWithoutRights).and("purpose", "PROGRESS"));

        efforts("?purpose=PROGRESS")
                .body("citation", nullValue())
                .body("howMany", containsString("No section"))
                .body("calls", hasSize(2));
        efforts("?purpose=PROGRESS&guardianId=" + world.guardian).body("calls", hasSize(1));
        efforts("?purpose=NOTICE").body("calls", hasSize(0)).body("first", nullValue());
        world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/communications/efforts", caseId)
                .then()
                .statusCode(400);
    }

    private Told call() {
        return Told.callTo(world.guardian);
    }

    private UUID at(int hoursAgo, Told told) {
        return told.at(hoursAgo(hoursAgo)).logged(world, caseId);
    }

    private static Instant hoursAgo(int hours) {
        return Instant.now().minus(hours, ChronoUnit.HOURS);
    }

    private ValidatableResponse efforts(String query) {
        return world.as(world.caseManagerToken())
                .get("/v1/cases/{id}/communications/efforts" + query, caseId)
                .then()
                .statusCode(200);
    }
}
