package org.schoolcase.students.indicator.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;
import org.schoolcase.students.indicator.IndicatorProbe;

/** Files of indicator data: received, worked off part by part, reported. */
@QuarkusTest
@NullMarked
class IndicatorImportTest {

    private static final String PATH = "/v1/indicator-imports";

    @Inject
    SchoolFixture fixture;

    @Inject
    Imports imports;

    @Inject
    WorkOffImport workOff;

    @Inject
    Tenants tenants;

    private TestDistrict d;
    private IndicatorProbe probe;
    private UUID student;

    @BeforeEach
    void aDistrict() {
        d = TestDistrict.create();
        probe = new IndicatorProbe(d, fixture);
        student = probe.student("03", UUID.randomUUID());
    }

    @Test
    void keepsGoodRowsAndReportsTheOthersWithLineAndColumn() {
        var csv = "studentId,date,code\n%1$s,%2$s,ABSENT\n%1$s,yesterday,ABSENT\n%3$s,%2$s,ABSENT\n"
                .formatted(student, IndicatorProbe.today().minusDays(1), UUID.randomUUID());
        String id = send("ATTENDANCE", csv)
                .statusCode(202)
                .header("Location", containsString(PATH + "/"))
                .extract()
                .path("id");

        finished(id)
                .body("state", equalTo("COMPLETED_WITH_ERRORS"), "read", equalTo(3))
                .body("added", equalTo(1), "rejected", equalTo(2), "partsDone", equalTo(1));
        as().get(PATH + "/{id}/findings", id)
                .then()
                .body("items.line", contains(3, 4))
                .body("items.column", contains("date", "studentId"))
                .body("items.code", contains("cell.not-a-date", "student.unknown"));
        as().get(PATH).then().body("items.id", contains(id));
        assertThat(fixture.count(d, "select count(*) from indicator_import_part"))
                .isZero();
        assertThat(AuditProbe.actions(d)).contains("indicator-import.queue", "indicator-import.finish");
        probe.computed();
        assertThat(probe.level(student, "ATTENDANCE")).isEqualTo("NOT_EVALUATED");
    }

    @Test
    void worksOffALargeFileInPartsAndTheSameAgainWithoutAnyEffect() {
        var named = Ids.named(d.id(), "user:s-1");
        fixture.write(
                d,
                "insert into student (id, sourced_id, given_name, family_name, grade) values (?, 's-1', 'A', 'B', '03')",
                named);
        var csv = new StringBuilder("key,studentSourcedId,measure,date,score,benchmark\r\n");
        for (int i = 0; i < 12_000; i++) {
            csv.append("k-")
                    .append(i)
                    .append(",s-1,\"fluency, oral\",")
                    .append(IndicatorProbe.today().minusDays(1 + i % 90));
            csv.append(",").append(i % 100).append(".5,").append("BELOW\r\n");
        }
        String id = send("SCREENING", csv.toString()).statusCode(202).extract().path("id");
        var view = finished(id).body("state", equalTo("COMPLETED"), "added", equalTo(12_000));
        assertThat((int) view.extract().path("parts")).isGreaterThan(1);

        String again = send("SCREENING", csv.toString()).extract().path("id");
        finished(again).body("unchanged", equalTo(12_000), "added", equalTo(0), "changed", equalTo(0));
        assertThat(fixture.count(d, "select count(*) from screening_result")).isEqualTo(12_000);
    }

    @Test
    void answersTheSameKeyAndFileWithTheFirstImport() {
        var csv = "studentId,date,code\n%s,%s,PRESENT\n".formatted(student, IndicatorProbe.today());
        var token = d.token(Role.SIS_SYNC).sign();
        String first = keyed(token, csv).statusCode(202).extract().path("id");
        String second = keyed(token, csv).statusCode(202).extract().path("id");

        assertThat(second).isEqualTo(first);
        keyed(token, csv + csv.lines().skip(1).findFirst().orElseThrow()).statusCode(422);
        finished(first);
        assertThat(fixture.count(d, "select count(*) from indicator_import")).isEqualTo(1);
        assertThat(fixture.count(d, "select count(*) from indicator_import_part"))
                .isZero();
    }

    @Test
    void refusesWhatIsNoSuchFileAtOnce() {
        send("ATTENDANCE", "").statusCode(400).body("code", equalTo("csv.empty"));
        send("ATTENDANCE", "studentId,date\n")
                .statusCode(400)
                .body("code", equalTo("csv.column-missing"), "column", equalTo("code"));
        send("ATTENDANCE", "studentId,date,code,name\n").statusCode(400).body("code", equalTo("csv.unknown-column"));
        send("WEATHER", "studentId,date,code\n").statusCode(400);
        as().contentType("text/csv").body("a").post(PATH).then().statusCode(400);
        as().contentType("application/json").body("{}").post(PATH).then().statusCode(415);
        assertThat(fixture.count(d, "select count(*) from indicator_import_part"))
                .isZero();
        given().auth()
                .oauth2(d.token(Role.SCHOOL_ADMIN).schools(UUID.randomUUID()).sign())
                .contentType("text/csv")
                .body("studentId,date,code\n")
                .post(PATH + "?kind=ATTENDANCE&source=sis")
                .then()
                .statusCode(403);
    }

    @Test
    void goesOnWhereACrashStopped() {
        var id = Ids.next();
        queue(id, "studentId,date,code\n%s,2026-10-05,PRESENT\n".formatted(student), 1);
        tenants.runInDistrict(
                d.id(), () -> imports.addPart(id, 1, new CsvParts.Part(3, student + ",2026-10-06,PRESENT\n")));

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> tenants.runInDistrict(d.id(), () -> {
                    workOff.nextPart(d.id(), id);
                    throw new IllegalStateException("the process is killed before the commit");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(fixture.count(d, "select count(*) from attendance_day")).isZero();
        assertThat(fixture.count(d, "select count(*) from indicator_import_part"))
                .isEqualTo(2);

        fixture.write(d, "update indicator_import set next_attempt_at = now()");
        finished(id.toString()).body("added", equalTo(2), "state", equalTo("COMPLETED"));
    }

    @Test
    void givesUpAnImportThatFailsAgainAndAgain() {
        var id = Ids.next();
        queue(id, "studentId,date,code\n", 365);
        for (int i = 0; i < 4; i++) {
            assertThat(tenants.inDistrict(d.id(), () -> imports.postpone(id, 5)))
                    .isFalse();
        }
        assertThat(tenants.inDistrict(d.id(), () -> imports.postpone(id, 5))).isTrue();
        as().get(PATH + "/{id}", id).then().body("state", equalTo("FAILED"));
    }

    @Test
    void hidesTheImportsOfOthers() {
        String id = send("ATTENDANCE", "studentId,date,code\n").extract().path("id");
        var stranger = TestDistrict.create().token(Role.SIS_SYNC).sign();

        given().auth().oauth2(stranger).get(PATH + "/{id}", id).then().statusCode(404);
        given().auth().oauth2(stranger).get(PATH + "/{id}/findings", id).then().statusCode(404);
        given().auth().oauth2(stranger).get(PATH).then().body("items", hasSize(0));
    }

    /** Not to be worked off before its time. */
    private void queue(UUID id, String content, int days) {
        tenants.runInDistrict(d.id(), () -> {
            imports.addPart(id, 0, new CsvParts.Part(1, content));
            imports.queue(
                    new Imports.Received(
                            id,
                            DataKind.ATTENDANCE,
                            "sis",
                            new Coverage(Coverage.Days.ALL_DAYS, null, null, null),
                            java.util.List.of("studentId", "date", "code"),
                            1,
                            ""),
                    "test");
        });
        fixture.write(d, "update indicator_import set next_attempt_at = now() + ? * interval '1 day'", days);
    }

    private ValidatableResponse keyed(String token, String csv) {
        return given().auth()
                .oauth2(token)
                .contentType("text/csv")
                .header("Idempotency-Key", "file-1")
                .queryParam("kind", "ATTENDANCE")
                .queryParam("coverage", "ALL_DAYS")
                .queryParam("source", "sis")
                .body(csv)
                .post(PATH)
                .then();
    }

    private ValidatableResponse send(String kind, String csv) {
        var request = as().contentType("text/csv; charset=UTF-8");
        return (kind.equals("ATTENDANCE") ? request.queryParam("coverage", "ALL_DAYS") : request)
                .queryParam("kind", kind)
                .queryParam("source", "sis")
                .body(csv)
                .post(PATH)
                .then();
    }

    private ValidatableResponse finished(String id) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as().get(PATH + "/{id}", id).then().extract().path("finishedAt") != null);
        return as().get(PATH + "/{id}", id).then().statusCode(200);
    }

    private io.restassured.specification.RequestSpecification as() {
        return given().auth().oauth2(d.token(Role.SIS_SYNC).sign());
    }
}
