package org.schoolcase.students.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;

/** What an order against contact with the student keeps from the one whom it bars, and from no other. */
@QuarkusTest
@WithTestResource(value = OtherServices.class, scope = TestResourceScope.GLOBAL)
@NullMarked
class ExportOfBarredTest extends ExportFixture {

    private static final String[] SECRETS = {
        "leila-at-home@home.example", "hidden@home.example", "0147", "0148", "leila@ldap.example", "12 Ocotillo Way"
    };

    private static final UUID COURSE = UUID.randomUUID();

    @Inject
    ObjectMapper json;

    @Test
    void keepsTheStudentsNumbersFromAGuardianWhoIsBarredFromContact() throws IOException {
        inTheRoster();
        var before = ready();
        assertThat(everything(before)).contains(SECRETS);
        barred(world.mother, false);

        download(world.mother(), before).statusCode(409).body("code", equalTo("export.overtaken"));
        var after = ready();
        assertThat(everything(after)).contains("Leila", "Tucson").doesNotContain(SECRETS);
        assertThat(withheld(after))
                .containsEntry("roster_user {email,sms,phone,username,user_ids,metadata}", 1)
                .containsEntry("roster_role {metadata}", 1)
                .containsEntry("roster_enrollment {metadata}", 1)
                .containsEntry("roster_demographics {metadata}", 1);
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

    /** His contacts, and what a sender may have put anywhere. */
    private void inTheRoster() {
        var address = "{\"metadata.homeAddress\": \"12 Ocotillo Way\"}";
        var common = "(id, sourced_id, status, date_last_modified, row_hash, metadata, ";
        var values = " values (?, 'x', 'ACTIVE', now(), ?, ?::jsonb, ";
        insert(
                "roster_user " + common + "enabled, username, given_name, family_name, email, phone, sms, user_ids)"
                        + values
                        + "true, 'leila-at-home@home.example', 'Leila', 'Jellyroll', 'hidden@home.example', '602-555-0147',"
                        + " '602-555-0148', '{\"{LDAP:leila@ldap.example}\"}')",
                world.student,
                address);
        insert("roster_org " + common + "name, type)" + values + "'School', 'school')", world.school, "{}");
        insert(
                "roster_course " + common + "title, org_id)" + values + "'Music', '" + world.school + "')",
                COURSE,
                "{}");
        insert(
                "roster_class " + common + "title, course_id, class_type, school_id, term_ids)" + values + "'Music', '"
                        + COURSE + "', 'scheduled', '" + world.school + "', '{}')",
                COURSE,
                "{}");
        var whereAndWho = "'" + world.school + "', '" + world.student + "')";
        insert(
                "roster_role " + common + "role_type, role, org_id, user_id)" + values + "'primary', 'student', "
                        + whereAndWho,
                UUID.randomUUID(),
                address);
        insert(
                "roster_enrollment " + common + "class_id, role, school_id, user_id)" + values + "'" + COURSE
                        + "', 'student', " + whereAndWho,
                UUID.randomUUID(),
                address);
        insert("roster_demographics " + common + "city_of_birth)" + values + "'Tucson')", world.student, address);
    }

    private void insert(String what, UUID id, String metadata) {
        fixture.write(world.district, "insert into " + what, id, id, metadata);
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

    /** All files of the archive but the page for printing. */
    private String everything(String id) throws IOException {
        var text = new StringBuilder();
        unzip(download(world.mother(), id).statusCode(200).extract().asByteArray())
                .forEach((name, content) ->
                        text.append(name.endsWith(".pdf") ? "" : new String(content, StandardCharsets.UTF_8)));
        return text.toString();
    }

    private Map<String, Integer> withheld(String id) throws IOException {
        var manifest = text(unzip(download(world.mother(), id).extract().asByteArray()), "manifest.json");
        return json.convertValue(
                json.readTree(manifest).path("services").get(0).path("withheld"),
                new com.fasterxml.jackson.core.type.TypeReference<Map<String, Integer>>() {});
    }
}
