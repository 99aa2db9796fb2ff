package org.schoolcase.students.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;

/** What an order against contact with the student keeps from the one whom it bars, and from no other. */
@QuarkusTest
@WithTestResource(value = OtherServices.class, scope = TestResourceScope.GLOBAL)
@NullMarked
class ExportOfBarredTest extends ExportFixture {

    @Test
    void keepsTheStudentsNumbersFromAGuardianWhoIsBarredFromContact() throws IOException {
        fixture.write(
                world.district,
                "insert into roster_user (id, sourced_id, status, date_last_modified, row_hash, enabled, username, given_name,"
                        + " family_name, email, phone, sms) values (?, 'x', 'ACTIVE', now(), ?, true, 'leila', 'Leila',"
                        + " 'Jellyroll', 'hidden@home.example', '602-555-0147', '602-555-0148')",
                world.student,
                world.student);
        var before = ready();
        assertThat(rosterUser(before)).contains("hidden@home.example", "0147", "0148");
        barred(world.mother, false);

        download(world.mother(), before).statusCode(409).body("code", equalTo("export.overtaken"));
        var after = ready();
        assertThat(rosterUser(after)).contains("leila").doesNotContain("hidden@home.example", "0147", "0148");
        assertThat(text(unzip(download(world.mother(), after).extract().asByteArray()), "manifest.json"))
                .contains("roster_user {email,sms,phone}");
    }

    private String rosterUser(String id) throws IOException {
        return text(
                unzip(download(world.mother(), id).statusCode(200).extract().asByteArray()),
                "student-service/roster_user.json");
    }

    @Test
    void isNotHandedOverByTheCustodianEither() {
        var hers = ready();
        var taken = ready();
        download(world.mother(), taken).statusCode(200);
        barred(world.mother, false);

        download(world.admin(), hers).statusCode(409).body("code", equalTo("export.overtaken"));
        download(world.admin(), taken).statusCode(409).body("code", equalTo("export.overtaken"));
        handover(hers).statusCode(409).body("code", equalTo("export.overtaken"));
        world.get(world.admin(), "access-requests/" + hers).body("state", equalTo("READY"));
        step(world.admin(), hers, "withdrawal").statusCode(200);
        var after = ready();
        download(world.admin(), after).statusCode(200);
        handover(after).statusCode(200);
    }

    @Test
    void isOvertakenByAnOrderThatWasDatedBeforeItWasMadeAndCommittedAfter() {
        var id = ready();
        fixture.write(
                world.district,
                "insert into court_order (id, entry_id, student_id, guardian_id, kind, document_reference, begins_on,"
                        + " recorded_by, known_from) values (?, ?, ?, ?, 'NO_CONTACT', 'FC 4711', ?, 'x', now() - interval '1 hour')",
                UUID.randomUUID(),
                UUID.randomUUID(),
                world.student,
                world.mother,
                world.today);

        download(world.mother(), id).statusCode(409).body("code", equalTo("export.overtaken"));
        download(world.admin(), id).statusCode(409);
    }

    @Test
    void goesToTheOtherParentAsBefore() {
        var hers = ready();
        var second = ready();
        barred(world.uncle, true);
        download(world.admin(), hers).statusCode(200);
        download(world.mother(), hers).statusCode(200);
        handover(second).statusCode(200);
    }

    @Test
    void aParentIsNotTheCustodianOfHisOwnChildsExport() {
        var father = UUID.randomUUID();
        world.guardian(world.student, father, "Ole", true);
        var both = world.district
                .token(Role.GUARDIAN, Role.DISTRICT_ADMIN, Role.COORDINATOR)
                .staff(UUID.randomUUID())
                .guardian(father)
                .sign();
        var hers = ready();
        download(both, hers).statusCode(404);
        String his = world.post(both, "access-requests", received())
                .statusCode(201)
                .body("guardianId", equalTo(father.toString()))
                .extract()
                .path("id");
        assembled(world.admin(), his);
        step(world.admin(), his, "readiness").statusCode(200);
        download(both, his).statusCode(200);
        world.get(both, "access-requests/" + his).statusCode(200).body("state", equalTo("HANDED_OVER"));

        barred(father, true);

        for (var id : List.of(hers, his)) {
            download(both, id).statusCode(404);
            world.get(both, "access-requests/" + id).statusCode(404);
            world.get(both, "access-requests/" + id + "/mentions").statusCode(404);
            step(both, id, "assembly").statusCode(404);
            step(both, id, "readiness").statusCode(404);
        }
        world.get(both, "disclosures").statusCode(404);
        download(world.admin(), hers).statusCode(200);
    }

    private void barred(UUID guardian, boolean revoked) {
        world.post(world.schoolAdmin(), "court-orders", """
                {"kind": "NO_CONTACT", "guardianId": "%s", "revokesRecordAccess": %s, "documentReference": "FC 4711",
                 "beginsOn": "%s"}""".formatted(guardian, revoked, world.today))
                .statusCode(201);
    }

    private ValidatableResponse handover(String id) {
        return world.post(
                world.schoolAdmin(),
                "access-requests/" + id + "/handover",
                "{\"on\": \"%s\", \"method\": \"IN_PERSON\"}".formatted(world.today));
    }
}
