package org.schoolcase.students.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.students.privacy.PrivacyWorld;

/** Names of other students in free texts: none leaves the house before the custodian has decided. */
@QuarkusTest
@WithTestResource(value = OtherServices.class, scope = TestResourceScope.GLOBAL)
@NullMarked
class ExportMentionsTest extends ExportFixture {

    private String admin = "";

    @BeforeEach
    void classmates() {
        admin = world.admin();
        fixture.student(world.district, "Ana María", "García López", world.school);
        fixture.student(world.district, "Ben", "Birchtree", world.school);
        fixture.student(world.district, "Leila", "Jellyroll", world.school);
    }

    @Test
    void keepsTheExportBackUntilEachNameIsDecided() throws IOException {
        var id = withNotes(
                "Argued with Ben Birchtree; Ben Birchtree's mother called. Leila Jellyroll was calm.",
                "Shared a desk with MARIA GARCIA. Rosa Jellyroll asked about Tom Unknown.");
        step(admin, id, "readiness")
                .statusCode(409)
                .body("code", equalTo("export.mentions-undecided"))
                .body("undecided", equalTo(2));
        download(world.mother(), id).statusCode(409);

        var mentions = world.get(admin, "access-requests/" + id + "/mentions").statusCode(200);
        mentions.body("items.matched", containsInAnyOrder("Ben Birchtree", "MARIA GARCIA"))
                .body("items.service.unique()", equalTo(List.of("case-service")))
                .body("items.find { it.matched == 'Ben Birchtree' }.path", equalTo("/words"))
                .body("items.find { it.matched == 'Ben Birchtree' }.excerpt", containsString("mother called"));
        decide(id, idOf(mentions, "Ben Birchtree"), "REDACT")
                .statusCode(200)
                .body("decided.decision", equalTo("REDACT"));
        step(admin, id, "readiness").statusCode(409).body("undecided", equalTo(1));
        decide(id, idOf(mentions, "MARIA GARCIA"), "RELEASE").statusCode(200);
        world.get(admin, "access-requests/" + id + "/mentions?undecided=true").body("items", empty());
        step(admin, id, "readiness").statusCode(200).body("state", equalTo("READY"));

        var files = unzip(download(world.mother(), id).statusCode(200).extract().asByteArray());
        assertThat(text(files, "case-service/thing.json"))
                .contains("Argued with [another student]; [another student]'s mother called. Leila Jellyroll was calm.")
                .contains("MARIA GARCIA")
                .contains("Rosa Jellyroll asked about Tom Unknown");
        files.forEach((name, content) ->
                assertThat(new String(content, StandardCharsets.UTF_8)).as(name).doesNotContain("Birchtree"));
        assertThat(text(files, "manifest.json")).contains("\"namesLeftOut\" : 1");
        assertThat(AuditProbe.actions(world.district))
                .contains("access-request.decide-mention", "access-request.make-ready");
    }

    @Test
    void searchesItsOwnPartToo() {
        fixture.write(
                world.district,
                "insert into amendment (id, student_id, record_part, ground, wanted, received_on, state,"
                        + " recorded_at, recorded_by, version) values (?, ?, 'Note', 'PRIVACY', ?, ?, 'RECEIVED', now(), 'x', 0)",
                UUID.randomUUID(),
                world.student,
                "Strike out what Birchtree, Ben is said to have done",
                world.today);
        var id = withNotes("Nobody here");

        step(admin, id, "readiness").statusCode(409).body("undecided", equalTo(1));
        world.get(admin, "access-requests/" + id + "/mentions")
                .body("items[0].service", equalTo("student-service"))
                .body("items[0].kind", equalTo("amendment"));
    }

    @Test
    void asksNobodyAboutATextThatIsNotInTheRecordAnyMore() {
        var id = withNotes("Argued with Ben Birchtree");
        step(admin, id, "readiness").statusCode(409);

        assembled(admin, id, Map.of("case", notes("Argued with a classmate")));

        step(admin, id, "readiness").statusCode(200);
    }

    @Test
    void isForTheCustodianOfThisDistrictAndThisRequestOnly() {
        var id = withNotes("Argued with Ben Birchtree");
        step(admin, id, "readiness").statusCode(409);
        var mention = idOf(world.get(admin, "access-requests/" + id + "/mentions"), "Ben Birchtree");
        var path = "access-requests/" + id + "/mentions/" + mention + "/decision";
        var body = "{\"decision\": \"REDACT\", \"reason\": \"A classmate\"}";

        world.get(world.mother(), "access-requests/" + id + "/mentions").statusCode(403);
        world.post(world.mother(), path, body).statusCode(403);
        world.post(PrivacyWorld.stranger(), path, body).statusCode(404);
        world.post(admin, "access-requests/" + requested() + "/mentions/" + mention + "/decision", body)
                .statusCode(409);
        world.post(admin, "access-requests/" + UUID.randomUUID() + "/mentions/" + mention + "/decision", body)
                .statusCode(404);
        world.post(admin, path.replace(mention, UUID.randomUUID().toString()), body)
                .statusCode(404);
        world.post(admin, path, "{\"decision\": \"REDACT\", \"reason\": \" \"}").statusCode(400);
        world.post(admin, path, "{\"reason\": \"A classmate\"}").statusCode(400);
        world.get(admin, "access-requests/" + id + "/mentions?cursor=x").statusCode(400);
        world.post(admin, path, body).statusCode(200);
        step(admin, id, "readiness").statusCode(200);
        world.post(admin, path, body).statusCode(409).body("code", equalTo("access-request.state"));
    }

    @Test
    void pagesThroughMany() {
        var id = withNotes("Ben Birchtree", "Birchtree, Ben", "BEN BIRCHTREE");
        step(admin, id, "readiness").statusCode(409).body("undecided", equalTo(3));

        var first = world.get(admin, "access-requests/" + id + "/mentions?limit=2")
                .body("items", hasSize(2))
                .extract();
        String next = first.path("next");
        world.get(admin, "access-requests/" + id + "/mentions?limit=2&cursor=" + next)
                .body("items", hasSize(1))
                .body("next", equalTo(null));
    }

    private String withNotes(String... texts) {
        var id = requested();
        assembled(admin, id, Map.of("case", notes(texts)));
        return id;
    }

    private static String notes(String... texts) {
        var rows = List.of(texts).stream()
                .map(text -> "{\"words\": \"" + text + "\"}")
                .toList();
        return "{\"service\": \"case-service\", \"kinds\": {\"thing\": " + rows + "}, \"withheld\": {}}";
    }

    private ValidatableResponse decide(String request, String mention, String decision) {
        return world.post(
                admin,
                "access-requests/" + request + "/mentions/" + mention + "/decision",
                "{\"decision\": \"%s\", \"reason\": \"Looked at\"}".formatted(decision));
    }

    private static String idOf(ValidatableResponse mentions, String matched) {
        return mentions.extract().path("items.find { it.matched == '" + matched + "' }.id");
    }
}
