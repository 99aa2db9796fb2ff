package org.schoolcase.students.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** What an import makes of a package: roster rows, the suite's own records, events, and a report. */
@QuarkusTest
class RosterImportTest {

    private final RosterProbe sis = new RosterProbe();

    @Test
    void carriesASmallDistrictIntoItsRecords() {
        var done = sis.run(PackageFixture.small());
        done.body("state", equalTo("COMPLETED"), "errors", is(0), "warnings", is(0));
        done.body("files.find { it.file == 'users' }.added", is(3));

        assertThat(sis.count("SELECT count(*) FROM school WHERE district_id = :d"))
                .isEqualTo(2);
        assertThat(sis.count("SELECT count(*) FROM staff WHERE district_id = :d AND roles = '{teacher}'"))
                .isEqualTo(1);
        assertThat(sis.count("SELECT count(*) FROM student WHERE district_id = :d AND active AND grade = '09'"
                        + " AND school_ids = ARRAY['" + sis.id("org:s1") + "'::uuid]"))
                .isEqualTo(2);
        assertThat(sis.count("SELECT count(*) FROM student WHERE district_id = :d AND id = '" + sis.id("user:u2")
                        + "' AND birth_date = '2012-03-04' AND preferred_given_name = 'Annie'"))
                .isEqualTo(1);
        assertThat(sis.count("SELECT count(*) FROM teacher_student WHERE district_id = :d AND ends_on = '2027-06-09'"))
                .isEqualTo(2);
    }

    @Test
    void tellsProfilesAndItsEndAndIsAudited() {
        sis.run(PackageFixture.small());
        var sent = OutboxProbe.of(sis.district);
        assertThat(sent)
                .extracting(OutboxProbe.Sent::topic)
                .containsExactlyInAnyOrder(
                        "schoolcase.student.state",
                        "schoolcase.student.state",
                        "schoolcase.staff.state",
                        "schoolcase.student.events");
        var ann = sent.stream()
                .filter(event -> event.key().equals(sis.id("user:u2").toString()))
                .toList();
        var profile = Objects.requireNonNull(ann.getFirst().data());
        assertThat(profile.get("givenName").asText()).isEqualTo("Annie");
        assertThat(profile.get("birthDate").asText()).isEqualTo("2012-03-04");
        assertThat(AuditProbe.actions(sis.district)).contains("roster-import.queue", "roster-import.finish");
        assertThat(sis.count("SELECT count(*) FROM roster_package_chunk WHERE district_id = :d"))
                .isZero();
    }

    @Test
    void aSecondImportOfTheSameWritesAndTellsNothing() {
        sis.run(PackageFixture.small());
        var before = versions();
        int told = states();
        sis.run(PackageFixture.small())
                .body(
                        "files.added",
                        everyItem(is(0)),
                        "files.changed",
                        everyItem(is(0)),
                        "files.ended",
                        everyItem(is(0)))
                .body("files.find { it.file == 'enrollments' }.unchanged", is(3));
        assertThat(versions()).isEqualTo(before);
        assertThat(states()).isEqualTo(told);
    }

    @Test
    void tellsOnlyWhoChanged() {
        sis.run(PackageFixture.small());
        int told = states();
        sis.run(PackageFixture.small().replace("users", "Ben,Birchtree", "Ben,Beechtree"))
                .body("files.find { it.file == 'users' }.changed", is(1));
        assertThat(states()).isEqualTo(told + 1);
        assertThat(sis.count("SELECT version FROM student WHERE district_id = :d AND family_name = 'Beechtree'"))
                .isEqualTo(1);
    }

    @Test
    void endsWhatABulkFileNoLongerHasAndTakesItBack() {
        sis.run(PackageFixture.small());
        var without = PackageFixture.small()
                .replace("users", "u3,,,true,ben,,Ben,Birchtree,,,,,,,9,,,,,,s1,\n", "")
                .replace("roles", "r3,,,u3,primary,student,,,s1,\n", "")
                .replace("enrollments", "e3,,,k1,s1,u3,student,,2026-08-15,2027-06-10\n", "");
        sis.confirmed(without).body("files.find { it.file == 'users' }.ended", is(1), "state", equalTo("COMPLETED"));
        assertThat(active("u3")).isZero();
        assertThat(sis.count("SELECT count(*) FROM teacher_student WHERE district_id = :d"))
                .isEqualTo(1);
        sis.run(PackageFixture.small())
                .body("files.find { it.file == 'users' }.changed", is(0))
                .body("files.find { it.file == 'users' }.revived", is(1));
        assertThat(active("u3")).isEqualTo(1);
    }

    @Test
    void endsStaffWhoLeaveAndDeletesNobody() {
        sis.run(PackageFixture.small());
        var teacher = sis.id("user:u1");
        sis.admin().get("/v1/staff/{id}", teacher).then().statusCode(200).body("active", is(true));

        sis.confirmed(PackageFixture.small()
                .replace("users", "u1,,,true,teach,,Tessa,Teachwell,,,tessa@sample.example,,,,,,,,,,s1,\n", "")
                .replace("roles", "r1,,,u1,primary,teacher,,,s1,\n", "")
                .replace("enrollments", "e1,,,k1,s1,u1,teacher,true,2026-08-15,2027-06-10\n", ""));

        sis.admin()
                .get("/v1/staff/{id}", teacher)
                .then()
                .statusCode(200)
                .body("active", is(false), "givenName", equalTo("Tessa"), "familyName", equalTo("Teachwell"));
        sis.admin()
                .get("/v1/staff?limit=200")
                .then()
                .body("items.find { it.id == '%s' }.active".formatted(teacher), is(false));
        assertThat(OutboxProbe.of(sis.district))
                .filteredOn(sent -> sent.topic().equals("schoolcase.staff.state")
                        && sent.key().equals(teacher.toString()))
                .last()
                .satisfies(sent -> assertThat(Objects.requireNonNull(sent.data())
                                .path("active")
                                .asBoolean(true))
                        .isFalse());
        sis.run(PackageFixture.small());
        sis.admin().get("/v1/staff/{id}", teacher).then().body("active", is(true));
    }

    @Test
    void keepsTheGoodRowsAndTellsTheBadOnes() {
        var done = sis.run(PackageFixture.small()
                .row("enrollments", "e4,,,k9,s1,u3,student,,2026-08-15,2027-06-10")
                .row("enrollments", "e1,,,k1,s1,u3,student,,2026-08-15,2027-06-10")
                .row("enrollments", "e5,,,k1,s1,u3,student,,15.08.2026,2027-06-10"));
        done.body("state", equalTo("COMPLETED_WITH_ERRORS"), "errors", is(3));
        done.body("files.find { it.file == 'enrollments' }.rejected", is(3));
        done.body("files.find { it.file == 'enrollments' }.added", is(3));
        var findings = sis.findings(done.extract().path("id"));
        findings.body(
                "items.code",
                containsInAnyOrder(
                        "reference.missing_target_record", "reference.duplicate_sourced_id", "row.invalid_date"));
        findings.body("items.find { it.line == 5 }.column", equalTo("classSourcedId"));
        findings.body("items.find { it.line == 6 }.code", equalTo("reference.duplicate_sourced_id"));
        findings.body("items.find { it.line == 7 }.column", equalTo("beginDate"));
        findings.body("items.file", everyItem(equalTo("enrollments.csv")));
    }

    @Test
    void aBadRowDoesNotEndTheRecordItMeant() {
        sis.run(PackageFixture.small());
        sis.run(PackageFixture.small().replace("users", "u3,,,true", "u3,,,maybe"))
                .body("files.find { it.file == 'users' }.ended", is(0), "state", equalTo("COMPLETED_WITH_ERRORS"));
        assertThat(active("u3")).isEqualTo(1);
    }

    @Test
    void aDeltaChangesOnlyWhatItNames() {
        sis.run(PackageFixture.small());
        var delta = PackageFixture.empty().bulk("users", usersHeader(), """
                        u2,tobedeleted,2026-10-01T00:00:00.000Z,true,ann,,Ann,Applewood,Mia,,,,,,9,,,Annie,,,s1,
                        u9,tobedeleted,2026-10-01T00:00:00.000Z,true,non,,No,Body,,,,,,,9,,,,,,s1,
                        u4,active,2026-10-01T00:00:00.000Z,true,cid,,Cid,Cedar,,,,,,,9,,,,,,s1,
                        """).mode("users", "delta");
        sis.run(delta)
                .body("files.find { it.file == 'users' }.added", is(1))
                .body("files.find { it.file == 'users' }.ended", is(1))
                .body("files.find { it.file == 'users' }.unchanged", is(1));
        assertThat(active("u2")).isZero();
        assertThat(active("u3")).isEqualTo(1);
    }

    /** A person who came and went between two deltas, with all that hung on him. */
    @Test
    void aDeltaMayEndWhatWasNeverStored() {
        sis.run(PackageFixture.small());
        var small = PackageFixture.small();
        var at = ",tobedeleted,2026-10-01T00:00:00.000Z,";
        var delta = PackageFixture.empty()
                .bulk("users", usersHeader(), "u9" + at + "true,non,,No,Body,,,,,,,9,,,,,,s1,\n")
                .bulk("roles", small.header("roles"), "r9" + at + "u9,primary,student,,,s1,\n")
                .bulk(
                        "demographics",
                        small.header("demographics"),
                        "u9" + at + "2012-03-04,female,,true,,,,,,US,AZ,Mesa,\n")
                .bulk("enrollments", small.header("enrollments"), """
                        e9,tobedeleted,2026-10-01T00:00:00.000Z,k1,s1,u9,student,,2026-08-15,2027-06-10
                        e2,tobedeleted,2026-10-01T00:00:00.000Z,k9,s1,u2,student,,2026-08-15,2027-06-10
                        e8,active,2026-10-01T00:00:00.000Z,k1,s1,u9,student,,2026-08-15,2027-06-10
                        """)
                .mode("users", "delta")
                .mode("roles", "delta")
                .mode("demographics", "delta")
                .mode("enrollments", "delta");

        var done = sis.run(delta);

        done.body("errors", is(2), "warnings", is(4))
                .body("files.find { it.file == 'demographics' }.rejected", is(0))
                .body("files.find { it.file == 'enrollments' }.rejected", is(2))
                .body("files.find { it.file == 'enrollments' }.unchanged", is(1));
        var findings = sis.findings(done.extract().path("id"));
        findings.body(
                "items.findAll { it.severity == 'WARNING' }.collect { it.code + ' ' + it.file }",
                containsInAnyOrder(
                        "row.ends_unknown_record users.csv",
                        "row.ends_unknown_record roles.csv",
                        "row.ends_unknown_record demographics.csv",
                        "row.ends_unknown_record enrollments.csv"));
        findings.body(
                "items.findAll { it.severity == 'ERROR' }.collect { it.line + ' ' + it.column }",
                containsInAnyOrder("3 classSourcedId", "4 userSourcedId"));
        assertThat(active("u2")).isEqualTo(1);
    }

    @Test
    void importsTheMediumDistrictAndNamesItsQuirks() {
        long start = System.nanoTime();
        var done = sis.run(RosterProbe.demo("v1p1-district-medium"));
        System.out.printf("medium district: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        done.body("state", equalTo("COMPLETED"), "errors", is(0), "oneRosterVersion", equalTo("1.1"));
        done.body("files.find { it.file == 'enrollments' }.added", is(5810));
        sis.findings(done.extract().path("id"))
                .body("items.code", hasItems("row.field_forbidden_in_bulk", "row.invalid_year"))
                .body("items.severity", everyItem(equalTo("WARNING")))
                .body("items.find { it.code == 'row.invalid_year' }.column", equalTo("schoolYear"));
        assertThat(sis.count("SELECT count(*) FROM student WHERE district_id = :d AND active AND school_ids <> '{}'"
                        + " AND birth_date IS NOT NULL"))
                .isEqualTo(778);
        assertThat(sis.count("SELECT count(*) FROM staff WHERE district_id = :d AND active"))
                .isPositive();
        assertThat(sis.count("SELECT count(*) FROM teacher_student WHERE district_id = :d"))
                .isPositive();
        int told = states();
        var before = versions();
        start = System.nanoTime();
        sis.run(RosterProbe.demo("v1p1-district-medium")).body("files.added", everyItem(is(0)));
        System.out.printf("medium district again: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(states()).isEqualTo(told);
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void importsOfAnotherDistrictAreNotThere() {
        String id = sis.run(PackageFixture.small()).extract().path("id");
        var other = new RosterProbe();
        other.sis().get("/v1/roster-imports/" + id).then().statusCode(404);
        other.sis().get("/v1/roster-imports/" + id + "/findings").then().statusCode(404);
        other.sis().get("/v1/roster-imports").then().statusCode(200).body("items", empty());
    }

    @Test
    void listsImportsTheLatestFirst() {
        String first = sis.run(PackageFixture.small()).extract().path("id");
        String second = sis.run(PackageFixture.small()).extract().path("id");
        var page = sis.sis().get("/v1/roster-imports?limit=1").then().statusCode(200);
        page.body("items.id", equalTo(List.of(second)));
        String next = page.extract().path("next");
        sis.sis()
                .queryParam("cursor", next)
                .get("/v1/roster-imports?limit=1")
                .then()
                .body("items.id", equalTo(List.of(first)));
    }

    private long active(String user) {
        return sis.count("SELECT count(*) FROM student WHERE district_id = :d AND active AND id = '"
                + sis.id("user:" + user) + "'");
    }

    private int states() {
        return (int) OutboxProbe.of(sis.district).stream()
                .filter(event -> event.topic().endsWith(".state"))
                .count();
    }

    /** Which version of each row is stored: a row that is written again has another one. */
    private long versions() {
        return sis.count("SELECT bit_xor(hashtextextended(t || id::text || xmin::text, 0)) FROM ("
                + "SELECT 'u' AS t, id, xmin FROM roster_user WHERE district_id = :d UNION ALL "
                + "SELECT 'e', id, xmin FROM roster_enrollment WHERE district_id = :d UNION ALL "
                + "SELECT 's', id, xmin FROM student WHERE district_id = :d) rows");
    }

    private static String usersHeader() {
        return "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,"
                + "email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,"
                + "preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns";
    }
}
