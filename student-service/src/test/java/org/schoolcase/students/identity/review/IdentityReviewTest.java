package org.schoolcase.students.identity.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

/** New students are compared in the background, and a person decides. */
@QuarkusTest
class IdentityReviewTest {

    private static final UUID SCHOOL = UUID.randomUUID();

    @Inject
    IdentityFixture identity;

    @Inject
    SchoolFixture schools;

    private TestDistrict d;

    @BeforeEach
    void aDistrict() {
        d = TestDistrict.create();
    }

    @ParameterizedTest
    @CsvSource({
        "Leila, Jellyroll, 2015-03-07, GIVEN_NAME_EQUAL",
        "Liela, Jellyroll, 2015-03-07, GIVEN_NAME_ALIKE",
        "Lila, Jellyroll, 2015-03-07, GIVEN_NAME_NICKNAME",
        "Jellyroll, Leila, 2015-03-07, NAME_PARTS_TRANSPOSED",
        "Léila, Jellyröll, 2015-03-07, FAMILY_NAME_EQUAL",
        "Leila, Jellyroll, 2015-07-03, BIRTH_DATE_DAY_MONTH_SWAPPED",
        "Leila, Jellyroll, 2016-03-07, BIRTH_DATE_ONE_DIGIT_OFF",
        "Leila, Jelyrol, 2015-03-17, BIRTH_DATE_ONE_DIGIT_OFF",
        "Leila, Jellyroll-Kim, 2015-03-07, FAMILY_NAME_PART"
    })
    void findsWhoMayBeTheSameAndSaysWhy(String given, String family, String born, String reason) {
        identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        identity.student(d, given, family, born, SCHOOL);
        identity.compared(d);

        identity.queue(d)
                .body("items", hasSize(1))
                .body("items[0].reasons.code", hasItem(reason))
                .body("items[0].reasons.weight", everyItem(notNullValue()))
                .body("items[0].score", greaterThanOrEqualTo(60))
                .body("items[0].certain", is(false))
                .body("items[0].scoringVersion", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"Omar, Jellyroll, 2015-03-07", "Leila, Jellyroll, 2013-08-21", "Paula, Quimby, 2015-03-07"})
    void leavesAloneWhoIsNot(String given, String family, String born) {
        var leila = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        var other = identity.student(d, given, family, born, SCHOOL);
        var rosa = UUID.randomUUID();
        schools.write(d, "insert into guardian (id, given_name, family_name) values (?, 'Rosa', 'Jellyroll')", rosa);
        for (var child : new UUID[] {leila, other}) {
            schools.write(
                    d,
                    "insert into student_guardian (student_id, guardian_id, relation, educational_rights, may_contact)"
                            + " values (?, ?, 'MOTHER', true, true)",
                    child,
                    rosa);
        }
        identity.compared(d);

        identity.queue(d).body("items", empty());
    }

    @Test
    void followsACorrectionThatMakesThemDifferentAndBack() {
        identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        var other = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        identity.compared(d);
        schools.write(d, "update student set birth_date = '2012-11-30' where id = ?", other);
        identity.compared(d);
        identity.queue(d).body("items", empty());
        schools.write(d, "update student set birth_date = '2015-03-07' where id = ?", other);
        identity.compared(d);
        identity.queue(d).body("items", hasSize(1));
    }

    @Test
    void neverMergesByItselfWithoutTheSameStateId() {
        var one = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        var other = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        identity.rosterIds(d, one, "{Library:77}");
        identity.rosterIds(d, other, "{Library:77}");
        identity.compared(d);

        identity.queue(d).body("items", hasSize(1)).body("items[0].reasons.code", hasItem("ID_SHARED"));
        assertThat(schools.count(d, "select count(*) from student where merged_into is not null"))
                .isZero();
    }

    @Test
    void mergesByItselfWithTheSameStateIdAndNothingAgainstIt() {
        var one = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        var other = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        identity.rosterIds(d, one, "{State:4711}");
        identity.rosterIds(d, other, "{State:4711}");
        identity.compared(d);

        identity.queue(d).body("items", empty());
        assertThat(schools.count(d, "select count(*) from student where merged_into is not null"))
                .isEqualTo(1);
        assertThat(AuditProbe.of(d))
                .filteredOn(entry -> entry.action().equals("student.merge"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo("service:student-service"));
    }

    @Test
    void showsMatchesOnDemandOnlyAmongThoseTheCallerMaySee() {
        var leila = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        var here = identity.student(d, "Lila", "Jellyroll", "2015-03-07", SCHOOL);
        var elsewhere = identity.student(d, "Leila", "Jellyrol", "2015-03-07", UUID.randomUUID());
        identity.compared(d);
        var school = d.token(Role.SCHOOL_ADMIN).schools(SCHOOL).sign();

        identity.admin(d)
                .get("/v1/students/{id}/matches", leila)
                .then()
                .statusCode(200)
                .body("items.student.id", containsInAnyOrder(here.toString(), elsewhere.toString()))
                .body("items.reviewId", everyItem(notNullValue()));
        IdentityFixture.as(school)
                .get("/v1/students/{id}/matches", leila)
                .then()
                .body("items.student.id", hasItems(here.toString()))
                .body("items", hasSize(1));
        IdentityFixture.as(school)
                .get("/v1/students/{id}/matches", elsewhere)
                .then()
                .statusCode(404);
        await().untilAsserted(() -> assertThat(AuditProbe.of(d)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("student.match");
            assertThat(entry.studentId()).isEqualTo(elsewhere);
        }));
    }

    @Test
    void keepsApartWhomSomebodyFoundDifferent() {
        var one = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        var other = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        identity.compared(d);
        String review = identity.queue(d).extract().path("items[0].id");
        identity.decide(d, review, "DIFFERENT", one).statusCode(200).body("state", equalTo("DIFFERENT"));
        schools.write(d, "update student set family_name = 'Jellyrol' where id = ?", other);
        identity.compared(d);

        identity.queue(d).body("items", empty());
        identity.decide(d, review, "SAME", one).statusCode(409).body("code", equalTo("identity-review.decided"));
        assertThat(OutboxProbe.types(d)).doesNotContain("org.schoolcase.student.merged.v1");
    }

    @Test
    void decidesOnceAndOnTheVersionThatWasSeen() {
        var one = identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        identity.compared(d);
        String review = identity.queue(d).extract().path("items[0].id");
        var path = "/v1/identity-reviews/" + review + "/decision";
        var body = "{\"decision\": \"SAME\", \"survivingId\": \"" + one + "\", \"reason\": \"Same certificate.\"}";
        var token = d.token(Role.DISTRICT_ADMIN).sign();
        var key = UUID.randomUUID().toString();

        IdentityFixture.as(token).body(body).post(path).then().statusCode(428);
        IdentityFixture.as(token)
                .header("If-Match", "\"v9\"")
                .body(body)
                .post(path)
                .then()
                .statusCode(412);
        IdentityFixture.as(token)
                .header("If-Match", "\"v0\"")
                .body(body.replace(one.toString(), UUID.randomUUID().toString()))
                .post(path)
                .then()
                .statusCode(422)
                .body("code", equalTo("identity-review.surviving-id"));
        for (int i = 0; i < 2; i++) {
            IdentityFixture.as(token)
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"v0\"")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"v1\""))
                    .body("mergeId", notNullValue());
        }
        assertThat(OutboxProbe.of(d))
                .filteredOn(sent -> sent.topic().equals("schoolcase.student.events"))
                .hasSize(1);
    }

    @Test
    void pagesTheQueueWithoutGapsAndRepeats() {
        for (var born : new String[] {"2015-03-07", "2014-01-02", "2013-05-06"}) {
            identity.student(d, "Leila", "Jellyroll", born, SCHOOL);
            identity.student(d, "Leila", "Jellyroll", born, SCHOOL);
        }
        identity.compared(d);
        String next = identity.admin(d)
                .get("/v1/identity-reviews?limit=2")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        identity.admin(d)
                .queryParam("cursor", next)
                .get("/v1/identity-reviews?limit=2")
                .then()
                .body("items", hasSize(1))
                .body("next", is((Object) null));
        identity.admin(d)
                .queryParam("cursor", next)
                .get("/v1/identity-reviews?state=DIFFERENT")
                .then()
                .statusCode(400);
    }

    @Test
    void isOfTheDistrictAlone() {
        identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        identity.student(d, "Leila", "Jellyroll", "2015-03-07", SCHOOL);
        identity.compared(d);
        String review = identity.queue(d).extract().path("items[0].id");
        var foreign = TestDistrict.create();

        identity.queue(foreign).body("items", empty());
        identity.admin(foreign).get("/v1/identity-reviews/{id}", review).then().statusCode(404);
        identity.admin(foreign)
                .header("If-Match", "\"v0\"")
                .body("{\"decision\": \"DIFFERENT\", \"reason\": \"x\"}")
                .post("/v1/identity-reviews/{id}/decision", review)
                .then()
                .statusCode(404);
    }
}
