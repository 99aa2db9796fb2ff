package org.schoolcase.students.courtorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.students.Family;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class NoContactOrderTest {

    private static final String SAFE_PLACE = "12 Hidden Lane, Mulberry";

    @Inject
    SchoolFixture fixture;

    private Family family;
    private UUID mother;
    private UUID father;

    @BeforeEach
    void aFamily() {
        family = new Family(fixture);
        mother = family.guardian("MOTHER", true);
        father = family.guardian("FATHER", true);
        means("null", "POSTAL", SAFE_PLACE);
        means("\"" + mother + "\"", "PHONE", "+1 602 555 0147");
        means("\"" + father + "\"", "PHONE", "+1 602 555 0199");
    }

    @Test
    void showsAGuardianTheStudentsAddressAndHisOwnNumberOnly() {
        seenBy(family.guardianToken(father))
                .statusCode(200)
                .body("items.value", containsInAnyOrder(SAFE_PLACE, "+1 602 555 0199"))
                .body("items[0].recorded", nullValue());
    }

    @Test
    void keepsTheAddressFromABarredGuardianWhoStillHoldsRights() {
        family.noContact(father, false, family.today).statusCode(201);
        var token = family.guardianToken(father);

        seenBy(token).statusCode(200).body("items.value", contains("+1 602 555 0199"));
        Family.as(token)
                .get("/v1/students/{id}/contact-means?history=true&asOf=" + family.today.minusDays(1), family.student)
                .then()
                .body("items.value", contains("+1 602 555 0199"));
        for (var path : new String[] {"", "/guardians/" + father, "/rights-holders", "/contact-means"}) {
            assertThat(Family.as(token)
                            .get("/v1/students/" + family.student + path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .doesNotContain("Hidden Lane", "0147", "MOTHER");
        }
        assertThat(family.published(father).get("mayContact").asBoolean()).isFalse();
        assertThat(family.published(father).has("email")).isFalse();
        assertThat(family.published(father).get("educationalRights").asBoolean())
                .isTrue();
        assertThat(family.published(mother).get("mayContact").asBoolean()).isTrue();
    }

    @Test
    void closesTheRecordWhereTheOrderRevokesTheAccess() {
        family.noContact(father, true, family.today).statusCode(201);
        var token = family.guardianToken(father);

        for (var path : new String[] {"", "/guardians/" + father, "/rights-holders", "/contact-means"}) {
            Family.as(token).get("/v1/students/" + family.student + path).then().statusCode(404);
        }
        Family.as(token)
                .body("{\"text\": \"jellyroll\"}")
                .post("/v1/students/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        assertThat(family.published(father).get("educationalRights").asBoolean())
                .isFalse();
        family.get("rights-holders")
                .body("holders.id", contains(mother.toString()))
                .body("others.find { it.id == '" + father + "' }.reason.citation", equalTo("34 CFR 99.4"));
    }

    @Test
    void looksAtABarredGuardianWhoWorksAtTheSchoolAsAGuardian() {
        family.noContact(father, false, family.today).statusCode(201);
        var token = family.d
                .token(Role.GUARDIAN, Role.CASE_MANAGER)
                .guardian(father)
                .schools(Family.SCHOOL)
                .sign();

        seenBy(token).body("items.value", contains("+1 602 555 0199"));
        Family.as(token)
                .get("/v1/students/{id}/guardians", family.student)
                .then()
                .body("items.id", contains(father.toString()));
        Family.as(token)
                .get("/v1/students/{id}/guardians/{mother}", family.student, mother)
                .then()
                .statusCode(404);
    }

    @Test
    void opensAgainWhenTheOrderEnds() {
        String order = family.noContact(father, true, family.today.minusDays(30))
                .statusCode(201)
                .extract()
                .path("id");
        family.post(
                        "court-orders/" + order + "/ending",
                        "{\"endsOn\": \"%s\", \"reason\": \"Lifted\"}".formatted(family.today.minusDays(1)))
                .statusCode(200);

        seenBy(family.guardianToken(father)).statusCode(200).body("items", hasSize(2));
        assertThat(family.published(father).get("mayContact").asBoolean()).isTrue();
        assertThat(family.published(father).get("email").asText()).isEqualTo("FATHER@home.example");
    }

    @Test
    void isNotUndoneByAChangeOfTheGuardian() {
        family.noContact(father, true, family.today).statusCode(201);
        var path = "/v1/students/" + family.student + "/guardians/" + father;
        var asShown = """
                {"relation": "FATHER", "givenName": "Karl", "familyName": "Jellyroll", "language": "en",
                 "educationalRights": false, "mayContact": false}""";

        family.admin()
                .header("If-Match", "\"v0\"")
                .body(asShown)
                .put(path)
                .then()
                .statusCode(200);
        family.admin()
                .header("If-Match", "*")
                .body(asShown.replace("\"mayContact\": false", "\"mayContact\": true"))
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("guardian.no-contact-order"));
        family.admin()
                .header("If-Match", "*")
                .body(asShown.replace("\"educationalRights\": false", "\"educationalRights\": true"))
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("guardian.rights-by-timeline"));

        String order = family.get("court-orders").extract().path("items[0].id");
        family.post("court-orders/" + order + "/withdrawal", "{\"reason\": \"Another family\"}")
                .statusCode(204);
        assertThat(family.published(father).get("educationalRights").asBoolean())
                .isTrue();
        assertThat(family.published(father).get("mayContact").asBoolean()).isTrue();
    }

    @Test
    void takesACustodyOrderAndRefusesMixedDetails() {
        var custody = """
                {"kind": "CUSTODY", "guardianId": "%s", "custody": "SOLE_LEGAL", "documentReference": "FC 12",
                 "beginsOn": "2026-01-05"}""".formatted(mother);
        family.post("court-orders", custody).statusCode(201).body("custody", equalTo("SOLE_LEGAL"));
        refused(custody.replace("CUSTODY", "NO_CONTACT"), "order.details-mismatch");
        refused(custody.replace("\"custody\"", "\"revokesRecordAccess\": true, \"custody\""), "order.details-mismatch");
        refused(custody.replace(mother.toString(), UUID.randomUUID().toString()), "order.not-a-guardian");
        family.post("court-orders", custody.replace("SOLE_LEGAL", "HALF")).statusCode(400);
        assertThat(AuditProbe.actions(family.d)).contains("court-order.record");
    }

    @Test
    void doesNotSendToAnAddressThatIsNotToBeUsed() {
        family.post("contact-means", """
                {"guardianId": "%s", "kind": "EMAIL", "value": "mother@HOME.example", "doNotUse": true,
                 "limits": "Shared with the neighbour", "beginsOn": "%s"}""".formatted(mother, family.today)).statusCode(201);

        assertThat(family.published(mother).has("email")).isFalse();
        assertThat(family.published(father).has("email")).isTrue();
    }

    @Test
    void refusesWhatIsNoMeansOfContact() {
        var call = """
                {"guardianId": "%s", "kind": "PHONE", "value": "+1 602 555 0111", "callFrom": "18:00",
                 "callUntil": "20:30", "doNotUse": false, "beginsOn": "2026-01-05"}""".formatted(mother);
        family.post("contact-means", call).statusCode(201).body("callUntil", equalTo("20:30:00"));
        family.post("contact-means", call.replace("18:00", "21:00"))
                .statusCode(422)
                .body("code", equalTo("contact.hours"));
        family.post("contact-means", call.replace("PHONE", "EMAIL"))
                .statusCode(422)
                .body("code", equalTo("contact.value-malformed"))
                .body("detail", not(equalTo("0111")));
        family.post(
                        "contact-means",
                        call.replace(mother.toString(), UUID.randomUUID().toString()))
                .statusCode(422)
                .body("code", equalTo("contact.not-a-guardian"));
    }

    private void refused(String body, String code) {
        family.post("court-orders", body).statusCode(422).body("code", equalTo(code));
    }

    private ValidatableResponse seenBy(String token) {
        return Family.as(token)
                .get("/v1/students/{id}/contact-means", family.student)
                .then();
    }

    private void means(String guardian, String kind, String value) {
        family.post("contact-means", """
                {"guardianId": %s, "kind": "%s", "value": "%s", "doNotUse": false, "beginsOn": "%s"}""".formatted(guardian, kind, value, LocalDate.of(2026, 1, 5)))
                .statusCode(201);
    }
}
