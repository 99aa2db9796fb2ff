package org.schoolcase.students.identity.review;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

/** Records that may be one student, and what a district administrator does about them. */
@ApplicationScoped
public class IdentityFixture {

    private final SchoolFixture schools;
    private final MatchWorker worker;

    IdentityFixture(SchoolFixture schools, MatchWorker worker) {
        this.schools = schools;
        this.worker = worker;
    }

    public UUID student(TestDistrict d, String given, String family, String born, UUID... at) {
        var id = Ids.next();
        schools.write(
                d,
                "insert into student (id, sourced_id, given_name, family_name, birth_date, grade, school_ids)"
                        + " values (?, ?, ?, ?, ?, '05', ?)",
                id,
                id.toString(),
                given,
                family,
                LocalDate.parse(born),
                at);
        return id;
    }

    /** What the roster knows of the ids of a student. */
    public void rosterIds(TestDistrict d, UUID student, String... userIds) {
        schools.write(
                d,
                "insert into roster_user (id, sourced_id, status, date_last_modified, row_hash, enabled, username,"
                        + " given_name, family_name, user_ids) values (?, ?, 'ACTIVE', now(), ?, true, 'x', 'x', 'x',"
                        + " string_to_array(?, ','))",
                student,
                student.toString(),
                student,
                String.join(",", userIds));
    }

    /** Waits until everybody of the district has been compared. */
    public void compared(TestDistrict d) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    worker.poll();
                    return schools.count(d, "select count(*) from student_identity_work") == 0;
                });
    }

    public RequestSpecification admin(TestDistrict d) {
        return as(d.token(Role.DISTRICT_ADMIN).staff(UUID.randomUUID()).sign());
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public ValidatableResponse queue(TestDistrict d) {
        return admin(d).get("/v1/identity-reviews").then().statusCode(200);
    }

    /** Decides the only open pair: the given record goes on. Answers the merge's id. */
    public String merge(TestDistrict d, UUID surviving) {
        String review = queue(d).extract().path("items[0].id");
        return decide(d, review, "SAME", surviving).statusCode(200).extract().path("mergeId");
    }

    public ValidatableResponse decide(TestDistrict d, String review, String decision, UUID surviving) {
        String etag = admin(d).get("/v1/identity-reviews/{id}", review).header("ETag");
        return admin(d).header("If-Match", etag)
                .body("""
                        {"decision": "%s", "survivingId": "%s", "reason": "They are."}""".formatted(decision, surviving))
                .post("/v1/identity-reviews/{id}/decision", review)
                .then();
    }

    public ValidatableResponse undo(TestDistrict d, String merge) {
        String etag = admin(d).get("/v1/student-merges/{id}", merge).header("ETag");
        return admin(d).header("If-Match", etag)
                .body("{\"reason\": \"They are two.\"}")
                .post("/v1/student-merges/{id}/reversal", merge)
                .then();
    }
}
