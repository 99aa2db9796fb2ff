package org.schoolcase.kit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.TestDistrict;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "test"))
class AuditTrailTest {

    private final TestDistrict district = TestDistrict.create();
    private final String auditor = district.token(Role.AUDITOR).sign();

    @BeforeEach
    void sealsFiveEntries() {
        var token = district.token(Role.CASE_MANAGER).sign();
        IntStream.range(0, 5).forEach(i -> Notes.written(token, "n" + i));
        await().untilAsserted(() -> verify().body("sealed", equalTo(5)).body("whole", equalTo(true)));
    }

    @Test
    void findsAChangedEntry() throws SQLException {
        var third = entry(3);
        intrude("UPDATE audit_entry SET actor = 'nobody' WHERE id = '" + third + "'");

        verify().body("whole", equalTo(false))
                .body("reason", equalTo("ENTRY_CHANGED"))
                .body("brokenPosition", equalTo(3))
                .body("brokenEntryId", equalTo(third.toString()));
    }

    @Test
    void findsADeletedEntry() throws SQLException {
        var second = entry(2);
        intrude("DELETE FROM audit_entry WHERE id = '" + second + "'");

        verify().body("reason", equalTo("ENTRY_MISSING")).body("brokenEntryId", equalTo(second.toString()));
    }

    @Test
    void findsACutTail() throws SQLException {
        var last = entry(5);
        intrude("DELETE FROM audit_seal WHERE entry_id = '" + last + "'; DELETE FROM audit_entry WHERE id = '" + last
                + "'");

        verify().body("reason", equalTo("TAIL_CUT"));
    }

    @Test
    void findsAnEntryPutInLater() throws SQLException {
        intrude("""
                INSERT INTO audit_entry (district_id, xid, actor, roles, action, outcome, entity, entity_id, fields)
                VALUES ('%s', '3', 'a', 'r', 'x', 'DONE', 'note', '%s', '')""".formatted(district.id(), UUID.randomUUID()));

        verify().body("reason", equalTo("ENTRY_INSERTED"));
    }

    @Test
    void refusesChangesEvenToTheOwner() {
        assertThatThrownBy(() -> superuser(
                        "UPDATE audit_entry SET actor = 'nobody' WHERE district_id = '" + district.id() + "'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> superuser("TRUNCATE audit_entry")).hasMessageContaining("append-only");
    }

    @Test
    void listsWhoDidWhatNewestFirst() {
        var page = Notes.as(auditor)
                .queryParam("limit", 2)
                .get("/v1/audit-entries")
                .then()
                .statusCode(200)
                .extract();
        assertThat(page.<String>path("items[0].action")).isEqualTo("note.write");
        assertThat(page.<String>path("items[0].entityId"))
                .isEqualTo(AuditProbe.of(district).getLast().entityId().toString());

        var rest = Notes.as(auditor)
                .queryParam("cursor", page.<String>path("next"))
                .queryParam("limit", 2)
                .get("/v1/audit-entries")
                .then()
                .statusCode(200)
                .extract();
        assertThat(rest.<String>path("items[0].entityId"))
                .isEqualTo(AuditProbe.of(district).get(2).entityId().toString());
    }

    private ValidatableResponse verify() {
        return Notes.as(auditor).get("/v1/audit-verification").then().statusCode(200);
    }

    private UUID entry(int position) throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement(
                        "SELECT entry_id FROM audit_seal WHERE district_id = ? AND position = ?")) {
            statement.setObject(1, district.id());
            statement.setInt(2, position);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    private static void intrude(String sql) throws SQLException {
        superuser("SET session_replication_role = replica; " + sql);
    }

    private static void superuser(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
