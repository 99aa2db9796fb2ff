package org.schoolcase.students.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.identity.review.IdentityFixture;

/** What stays under the id of a record that was merged into the student's is his, too. */
@QuarkusTest
@WithTestResource(value = OtherServices.class, scope = TestResourceScope.GLOBAL)
@NullMarked
class ExportOfMergedTest extends ExportFixture {

    @Inject
    IdentityFixture identity;

    @Inject
    ObjectMapper json;

    @Test
    void holdsWhatStayedUnderTheOldIdAndNothingOfAnotherChild() throws IOException {
        var merged = entered("Lena", "Leyla", "old-mail@home.example");
        identity.compared(world.district);
        identity.merge(world.district, world.student);
        var sibling = fixture.student(world.district, "Zyx-Marker-Child", "Qwv-Marker-Family", world.school);
        var siblings = entered("Pqr-Marker-Former", "Pqr-Marker", "marker@home.example");
        fixture.write(
                world.district, "update student set merged_into = ?, active = false where id = ?", sibling, siblings);
        amendment("Leyla Jellyroll came late, not " + siblings);

        var id = ready();
        var files = unzip(download(world.mother(), id).statusCode(200).extract().asByteArray());

        assertThat(text(files, "student-service/student_field_change.json")).contains("Lena", merged.toString());
        assertThat(text(files, "student-service/roster_user.json")).contains("old-mail@home.example");
        assertThat(text(files, "student-service/student_guardian.json"))
                .as("the guardian whom both records had, kept back by the merge")
                .contains(merged.toString());
        var records = json.readTree(text(files, "student-service/student.json"));
        assertThat(records.findValuesAsText("id")).containsExactly(world.student.toString(), merged.toString());
        assertThat(records.get(1).path("merged_into").asText()).isEqualTo(world.student.toString());
        assertThat(text(files, "student-service/amendment.json"))
                .contains("Leyla Jellyroll came late, not another student");
        files.forEach((name, content) -> assertThat(new String(content, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain("Marker", "marker@", sibling.toString(), siblings.toString()));
    }

    @Test
    void withholdsTheNumbersInBothWhileAnOrderIsRecorded() throws IOException {
        entered("Leyla", "Leyla", "old-mail@home.example");
        identity.compared(world.district);
        identity.merge(world.district, world.student);
        world.post(world.schoolAdmin(), "court-orders", """
                {"kind": "NO_CONTACT", "guardianId": "%s", "revokesRecordAccess": false, "documentReference": "FC 4711",
                 "beginsOn": "%s"}""".formatted(world.uncle, world.today))
                .statusCode(201);

        var files = unzip(
                download(world.mother(), ready()).statusCode(200).extract().asByteArray());

        assertThat(text(files, "student-service/roster_user.json"))
                .contains("Leyla")
                .doesNotContain("old-mail");
        assertThat(withheld(files))
                .containsEntry("court_order", 1)
                .containsEntry("roster_user {email,sms,phone,username,user_ids,metadata}", 1);
    }

    @Test
    void isTakenByTheAdultStudentWhoseTokenNamesTheOldId() throws IOException {
        var merged = entered("Leyla", "Leyla", "old-mail@home.example");
        identity.compared(world.district);
        identity.merge(world.district, world.student);
        world.comesOfAge();
        var himself = world.district.token(Role.STUDENT).student(merged).sign();

        var id = ready(himself);

        assertThat(unzip(download(himself, id).statusCode(200).extract().asByteArray()))
                .containsKey("manifest.json");
        world.get(himself, "access-requests/" + id).body("state", equalTo("HANDED_OVER"));
    }

    @Test
    void holdsNothingOfARecordWhoseMergeWasUndoneMeanwhile() {
        entered("Lena", "Leyla", "old-mail@home.example");
        identity.compared(world.district);
        var merge = identity.merge(world.district, world.student);
        var id = requested();
        assembled(world.admin(), id);
        identity.undo(world.district, merge).statusCode(200);

        step(world.admin(), id, "readiness").statusCode(409).body("code", equalTo("export.merged-since"));
        step(world.admin(), id, "assembly").statusCode(202);
        step(world.admin(), id, "readiness")
                .statusCode(409)
                .body("code", equalTo("export.parts-waiting"), "waiting", hasSize(3));
        answered(id, 1);
        step(world.admin(), id, "readiness").statusCode(409).body("code", equalTo("export.parts-waiting"));
        answered(id, 2);
        step(world.admin(), id, "readiness").statusCode(200);
        download(world.mother(), id).statusCode(200);
    }

    @Test
    void isNotTakenOnceTheMergeOfARecordInItWasUndone() {
        entered("Lena", "Leyla", "old-mail@home.example");
        identity.compared(world.district);
        var merge = identity.merge(world.district, world.student);
        var id = ready();
        identity.undo(world.district, merge).statusCode(200);

        for (var taker : List.of(world.mother(), world.admin())) {
            download(taker, id).statusCode(409).body("code", equalTo("export.merged-since"));
        }
        world.post(
                        world.admin(),
                        "access-requests/" + id + "/handover",
                        "{\"on\": \"%s\", \"method\": \"INSPECTED\"}".formatted(world.today))
                .statusCode(409)
                .body("code", equalTo("export.merged-since"));
    }

    /** The services answer an asking with the parts that they have. */
    private void answered(String id, int asking) {
        for (var service : List.of("case", "referral", "notification")) {
            tell(
                    service,
                    Map.of(
                            "exportId",
                            id,
                            "studentId",
                            world.student,
                            "rows",
                            1,
                            "sha256",
                            sha256(part("of " + service + "-service")),
                            "asking",
                            asking,
                            "at",
                            Instant.now()));
        }
    }

    private Map<String, Integer> withheld(Map<String, byte[]> files) throws IOException {
        var services = json.readTree(text(files, "manifest.json")).path("services");
        return json.convertValue(
                services.get(0).path("withheld"),
                new com.fasterxml.jackson.core.type.TypeReference<Map<String, Integer>>() {});
    }

    /** A student who is entered a second time, with the same mother, and renamed since. */
    private UUID entered(String first, String then, String mail) {
        var id = fixture.student(world.district, first, "Jellyroll", world.school);
        world.guardian(id, world.mother, "Rosa", true);
        fixture.write(world.district, "update student set given_name = ? where id = ?", then, id);
        fixture.write(
                world.district,
                "insert into roster_user (id, sourced_id, status, date_last_modified, row_hash, enabled, username, given_name,"
                        + " family_name, email) values (?, ?, 'ACTIVE', now(), ?, true, 'x', ?, 'Jellyroll', ?)",
                id,
                id.toString(),
                id,
                then,
                mail);
        return id;
    }

    private void amendment(String part) {
        fixture.write(
                world.district,
                "insert into amendment (id, student_id, record_part, ground, wanted, received_on, state,"
                        + " recorded_at, recorded_by, version) values (?, ?, ?, 'PRIVACY', 'x', ?, 'RECEIVED', now(), 'x', 0)",
                UUID.randomUUID(),
                world.student,
                part,
                world.today);
    }
}
