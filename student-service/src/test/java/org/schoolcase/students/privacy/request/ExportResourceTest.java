package org.schoolcase.students.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.privacy.PrivacyWorld;

@QuarkusTest
@WithTestResource(value = OtherServices.class, scope = TestResourceScope.GLOBAL)
@NullMarked
class ExportResourceTest extends ExportFixture {

    @Test
    void answersARequestWithItsDueDateAndCitation() {
        world.post(world.mother(), "access-requests", """
                {"receivedOn": "%s", "before": {"kind": "IEP_MEETING", "on": "%s"}}""".formatted(world.today, world.today.plusDays(10)))
                .statusCode(201)
                .body("state", equalTo("RECEIVED"))
                .body("due.on", equalTo(world.today.plusDays(9).toString()))
                .body("due.citation", equalTo("34 CFR 300.613(a)"))
                .body("due.confidence", equalTo("high"));
        world.post(world.mother(), "access-requests", "{\"receivedOn\": \"2999-01-01\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/receivedOn"));
        world.post(world.uncle(), "access-requests", received()).statusCode(404);
        world.post(PrivacyWorld.stranger(), "access-requests", received()).statusCode(404);
        world.post(world.schoolAdmin(), "access-requests", received())
                .statusCode(422)
                .body("code", equalTo("requester.required"));
    }

    @Test
    void asksAllServicesByAnEventOfIdsAndDatesAlone() {
        var id = requested();
        step(world.admin(), id, "assembly").statusCode(202).body("parts", hasSize(3));

        var asked = OutboxProbe.of(world.district).stream()
                .filter(event -> event.type().equals("org.schoolcase.student.export-requested.v1"))
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(asked.data()).propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("exportId", "studentId", "mergedIds", "asking", "requestedAt", "expiresAt");
        step(world.admin(), id, "readiness").statusCode(409).body("code", equalTo("export.parts-waiting"));
        step(world.mother(), id, "assembly").statusCode(403);
        step(PrivacyWorld.stranger(), id, "assembly").statusCode(404);
    }

    @Test
    void putsAllPartsIntoOneArchiveWithNothingOfAnotherChild() throws IOException {
        var other = fixture.student(world.district, "Zyx-Marker-Child", "Qwv-Marker-Family", world.school);
        world.guardian(other, world.mother, "Rosa", true);
        fixture.write(
                world.district,
                "insert into amendment (id, student_id, guardian_id, record_part, ground, wanted, received_on, state,"
                        + " recorded_at, recorded_by, version) values (?, ?, ?, ?, 'PRIVACY', ?, ?, 'RECEIVED', now(), 'x', 0)",
                UUID.randomUUID(),
                world.student,
                world.mother,
                "Incident shared with " + other,
                "=cmd|' /C calc'!A0",
                world.today);
        fixture.write(
                world.district,
                "insert into amendment (id, student_id, record_part, ground, wanted, received_on, state,"
                        + " recorded_at, recorded_by, version) values (?, ?, 'Pqr-Marker-Part', 'PRIVACY', 'x', ?, 'RECEIVED', now(), 'x', 0)",
                UUID.randomUUID(),
                other,
                world.today);
        var id = requested();
        var admin = world.admin();
        assembled(admin, id);
        step(admin, id, "readiness").statusCode(200).body("state", equalTo("READY"));

        var files = unzip(download(world.mother(), id).statusCode(200).extract().asByteArray());

        assertThat(files)
                .containsKeys(
                        "manifest.json",
                        "summary.pdf",
                        "student-service/student.json",
                        "student-service/student.csv",
                        "case-service/thing.json",
                        "referral-service/thing.csv",
                        "notification-service/thing.json");
        assertThat(new String(files.get("summary.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(text(files, "student-service/student.json"))
                .contains("Leila")
                .contains("Jellyroll");
        assertThat(text(files, "case-service/thing.json")).contains("of case-service");
        assertThat(text(files, "student-service/amendment.json")).contains("Incident shared with another student");
        assertThat(text(files, "student-service/amendment.csv")).contains("'=cmd");
        files.forEach((name, content) -> assertThat(new String(content, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain("Marker")
                .doesNotContain(other.toString())
                .doesNotContain("district_id"));
        assertThat(OtherServices.tokenFor("case-service", id)).isEqualTo("Bearer " + admin);
    }

    @Test
    void handsOverByTheFirstDownloadAndLogsEveryOne() {
        var id = ready();
        download(world.admin(), id).statusCode(200);
        world.get(world.admin(), "access-requests/" + id).body("state", equalTo("READY"));
        download(world.mother(), id).statusCode(200);
        download(world.mother(), id).statusCode(200);

        world.get(world.mother(), "access-requests/" + id)
                .body("state", equalTo("HANDED_OVER"))
                .body("handover.method", equalTo("DOWNLOAD"));
        assertThat(AuditProbe.of(world.district).stream()
                        .filter(entry -> entry.outcome().equals("DISCLOSED")))
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.basis()).isEqualTo("34 CFR 99.10, 99.31(a)(12)"));
        world.get(world.mother(), "disclosures")
                .body("items", hasSize(3))
                .body("items[0].basis", equalTo("PARENT_OR_STUDENT"));
        assertThat(OutboxProbe.types(world.district)).contains("org.schoolcase.student.export-closed.v1");
    }

    @Test
    void isTakenByTheOneWhoAskedAndTheCustodianOnly() {
        var id = ready();
        var father = UUID.randomUUID();
        world.guardian(world.student, father, "Ole", true);
        download(world.district.token(Role.GUARDIAN).guardian(father).sign(), id)
                .statusCode(404);
        download(world.uncle(), id).statusCode(404);
        download(PrivacyWorld.stranger(), id).statusCode(404);
        download(world.auditor(), id).statusCode(403);
        download(world.schoolAdmin(), id).statusCode(403);
        var sibling = fixture.student(world.district, "Liam", "Jellyroll", world.school);
        world.get(world.admin(), "/v1/students/" + sibling + "/access-requests/" + id + "/export")
                .statusCode(404);
    }

    @Test
    void isForTheStudentOnceTheRightsPassedToHim() {
        world.post(world.himself(), "access-requests", received()).statusCode(404);
        world.comesOfAge();
        world.post(world.himself(), "access-requests", received())
                .statusCode(201)
                .body("guardianId", nullValue());
        world.post(world.mother(), "access-requests", received()).statusCode(404);
    }

    @Test
    void isTakenByTheAdultStudentHimself() {
        world.comesOfAge();
        var id = ready(world.himself());
        download(world.mother(), id).statusCode(404);
        download(world.district.token(Role.STUDENT).student(UUID.randomUUID()).sign(), id)
                .statusCode(404);
        download(world.himself(), id).statusCode(200);
        world.get(world.himself(), "access-requests/" + id).body("state", equalTo("HANDED_OVER"));
    }

    @Test
    void givesNothingOutAfterItHasExpired() {
        var id = ready();
        fixture.write(
                world.district,
                "update access_request set expires_at = now() - interval '1 second' where id = ?",
                UUID.fromString(id));

        download(world.mother(), id).statusCode(409).body("code", equalTo("export.not-there"));
    }

    @Test
    void refusesAPartThatIsMissingOrNotTheOneAnnounced() {
        var id = requested();
        var admin = world.admin();
        assembled(admin, id);
        OtherServices.serves("referral-service", id, part("forged"));

        step(admin, id, "readiness")
                .statusCode(503)
                .body("code", equalTo("export.part-unavailable"))
                .body("service", equalTo("referral-service"));
        world.get(admin, "access-requests/" + id).body("state", equalTo("ASSEMBLING"));
        download(world.mother(), id).statusCode(409);
    }

    @Test
    void isHandedOverOnPaperOrTakenBack() {
        var id = requested();
        world.post(
                        world.schoolAdmin(),
                        "access-requests/" + id + "/handover",
                        "{\"on\": \"%s\", \"method\": \"INSPECTED\"}".formatted(world.today))
                .statusCode(200)
                .body("state", equalTo("HANDED_OVER"));
        step(world.mother(), id, "withdrawal").statusCode(409).body("code", equalTo("access-request.state"));
        step(world.mother(), requested(), "withdrawal").statusCode(200).body("state", equalTo("WITHDRAWN"));
        world.get(world.auditor(), "access-requests").body("items", hasSize(2));
        world.get(world.uncle(), "access-requests").statusCode(404);
    }
}
