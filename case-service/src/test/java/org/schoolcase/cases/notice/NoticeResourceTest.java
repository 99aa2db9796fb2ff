package org.schoolcase.cases.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Paperwork;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class NoticeResourceTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private UUID caseId;
    private Paperwork paper;

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
        paper = new Paperwork(world, caseId);
    }

    @Test
    void keepsTheSevenElementsAndTellsOnlyThatItWasGiven() {
        String id = paper.priorNotice(world.today)
                .statusCode(201)
                .body("citation", equalTo("34 CFR 300.503"))
                .extract()
                .path("id");

        paper.get("notices")
                .body("items.id", contains(id))
                .body("items[0].content.action", equalTo("Words-of-the-notice"))
                .body("items[0].content.otherFactors", equalTo("None"));
        var sent = OutboxProbe.of(world.district).getLast();
        assertThat(sent.type()).isEqualTo("org.schoolcase.case.notice-given.v1");
        assertThat(String.valueOf(sent.data()))
                .contains(id, "PRIOR_WRITTEN")
                .doesNotContain("Words-of", world.guardian.toString());
        assertThat(AuditProbe.of(world.district)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("notice.record");
            assertThat(entry.entityId()).hasToString(id);
            assertThat(entry.studentId()).isEqualTo(world.student);
        });
    }

    @Test
    void namesEachElementThatIsMissing() {
        paper.post(
                        "notices",
                        paper.noticeBody(world.today)
                                .replace("\"why\": \"w\", ", "")
                                .replace("\"h\"", "\"  \""))
                .statusCode(422)
                .body("code", equalTo("notice.content-missing"))
                .body("citation", equalTo("34 CFR 300.503(b)"))
                .body("errors.pointer", contains("/content/why", "/content/helpSources"))
                .body("errors[0].detail", containsString("300.503(b)(2)"))
                .body("errors[1].detail", containsString("300.503(b)(5)"));
        paper.post("notices", paper.safeguardsBody(world.today).replace("SAFEGUARDS", "PRIOR_WRITTEN"))
                .statusCode(422)
                .body("errors", hasSize(7));
        paper.get("notices").body("items", empty());
    }

    @Test
    void wantsTheOccasionOfTheSafeguards() {
        paper.safeguards(world.today).statusCode(201).body("occasion", equalTo("REFERRAL"));
        paper.post("notices", paper.safeguardsBody(world.today).replace("\"occasion\": \"REFERRAL\", ", ""))
                .statusCode(422)
                .body("code", equalTo("notice.occasion-missing"))
                .body("citation", equalTo("34 CFR 300.504(a)"));
        paper.post(
                        "notices",
                        paper.noticeBody(world.today)
                                .replace("PRIOR_WRITTEN\"", "SAFEGUARDS\", \"occasion\": \"ANNUAL\""))
                .statusCode(422)
                .body("code", equalTo("notice.misplaced"));
    }

    @Test
    void goesOnlyToWhoHoldsTheRights() {
        var body = paper.noticeBody(world.today);
        paper.post("notices", body.replace(world.guardian.toString(), world.guardianWithoutRights.toString()))
                .statusCode(422)
                .body("code", equalTo("notice.recipient-without-rights"))
                .body("errors[0].pointer", equalTo("/guardianIds/0"));
        paper.post("notices", body.replace("\"" + world.guardian + "\"", ""))
                .statusCode(422)
                .body("code", equalTo("notice.recipient-without-rights"));
        paper.post("notices", body.replace("\"delivery\"", "\"toStudent\": true, \"delivery\""))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/toStudent"));
    }

    /** 34 CFR 300.520(a)(1)(i). */
    @Test
    void goesToTheParentsTooOnceTheRightsPassedToTheStudent() {
        var majority = world.today.minusDays(30);
        var profile = new HashMap<>(world.profile(world.student, 2));
        profile.put(
                "rightsHeld",
                List.of(
                        Map.of("guardianId", world.guardian, "to", majority.minusDays(1)),
                        Map.of("guardianId", world.guardianWithoutRights, "to", majority.minusDays(2)),
                        Map.of("from", majority, "to", majority.plusDays(9)),
                        Map.of("from", majority.plusDays(10))));
        students.on(Records.batch(World.TOPIC, world.district.id(), World.PROFILE, world.student, profile));
        var body = paper.noticeBody(world.today).replace("\"delivery\"", "\"toStudent\": true, \"delivery\"");
        paper.post("notices", body).statusCode(201);
        paper.post("notices", body.replace(world.guardian.toString(), world.guardianWithoutRights.toString()))
                .statusCode(422)
                .body("code", equalTo("notice.recipient-without-rights"))
                .body("errors[0].pointer", equalTo("/guardianIds/0"));
    }

    @Test
    void explainsALanguageThatIsNotTheRecipients() {
        var english = paper.noticeBody(world.today).replace("es-MX", "en");
        paper.post("notices", english)
                .statusCode(422)
                .body("code", equalTo("notice.language-unexplained"))
                .body("citation", equalTo("34 CFR 300.503(c)"));
        paper.post(
                        "notices",
                        english.replace(
                                "\"delivery\"", "\"languageNote\": \"Read aloud by an interpreter\", \"delivery\""))
                .statusCode(201);
    }

    @Test
    void refusesDatesOutOfOrderAndUnknownDecisions() {
        paper.priorNotice(world.today.plusDays(1)).statusCode(422).body("code", equalTo("notice.dates-out-of-order"));
        paper.priorNotice(world.today.minusDays(21)).statusCode(422);
        String decision = paper.decide("REFUSE", world.today.minusDays(2))
                .statusCode(201)
                .extract()
                .path("id");
        about(decision, 3).statusCode(422).body("code", equalTo("notice.dates-out-of-order"));
        about(decision, 2).statusCode(201).body("decisionId", equalTo(decision));
        about(Ids.next().toString(), 2).statusCode(422).body("code", equalTo("notice.decision-unknown"));
    }

    @Test
    void isReadByTheFamilyAndNobodyElseOutside() {
        paper.priorNotice(world.today).statusCode(201);
        var body = paper.noticeBody(world.today);

        world.as(guardian(world.guardian))
                .get("/v1/cases/{id}/notices", caseId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        var other = World.create(students).coordinatorToken();
        for (var token : List.of(guardian(world.guardianWithoutRights), other)) {
            world.as(token).get("/v1/cases/{id}/notices", caseId).then().statusCode(404);
        }
        world.as(other).body(body).post("/v1/cases/{id}/notices", caseId).then().statusCode(404);
        world.as(guardian(world.guardian))
                .body(body)
                .post("/v1/cases/{id}/notices", caseId)
                .then()
                .statusCode(403);
    }

    @Test
    void answersTheSameKeyWithTheSameNotice() {
        var token = world.caseManagerToken();
        for (int time = 0; time < 2; time++) {
            world.as(token)
                    .header("Idempotency-Key", "notice-" + caseId)
                    .body(paper.noticeBody(world.today))
                    .post("/v1/cases/{id}/notices", caseId)
                    .then()
                    .statusCode(201);
        }
        paper.get("notices").body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"PRIOR_WRITTEN,RUMOUR", "es-MX,Mexican Spanish", "MAIL,PIGEON", "givenOn,givenAt", "guardianIds,who"})
    void refusesBadInput(String good, String bad) {
        paper.post("notices", paper.noticeBody(world.today).replace(good, bad)).statusCode(400);
    }

    private io.restassured.response.ValidatableResponse about(String decision, int daysAgo) {
        return paper.post(
                "notices",
                paper.noticeBody(world.today.minusDays(daysAgo))
                        .replace("\"delivery\"", "\"decisionId\": \"%s\", \"delivery\"".formatted(decision)));
    }

    private String guardian(UUID guardian) {
        return world.district.token(Role.GUARDIAN).guardian(guardian).sign();
    }
}
