package org.schoolcase.kit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.TestDistrict;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "test"))
class TenancyTest {

    @Inject
    Tenants tenants;

    @Inject
    Districts districts;

    @Inject
    EntityManager entityManager;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void hidesAnotherDistrictsNoteLikeOneThatDoesNotExist() {
        var id = Notes.written(TestDistrict.create().token(Role.CASE_MANAGER).sign(), "secret");
        var stranger = TestDistrict.create().token(Role.CASE_MANAGER).sign();

        var hidden = Notes.read(stranger, id).statusCode(404).extract().asString();
        var missing = Notes.read(stranger, UUID.randomUUID().toString())
                .statusCode(404)
                .extract()
                .asString();

        assertThat(hidden).isEqualTo(missing);
    }

    /** As when somebody read before the district was stored, and remembered it after. */
    @Test
    void looksUpADistrictThatMemoryDoesNotHave() throws SQLException {
        districts.all();
        var id = UUID.randomUUID();
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var insert = connection.prepareStatement(
                        "INSERT INTO district (id, name, jurisdiction, time_zone, languages, issuer, active, version)"
                                + " VALUES (?, 'New', 'US-AZ', 'America/Phoenix', '{en}', ?, true, 1)")) {
            insert.setObject(1, id);
            insert.setString(2, "https://new.test/" + id);
            insert.executeUpdate();
        }

        assertThat(districts.require(id).name()).isEqualTo("New");
        assertThatThrownBy(() -> districts.require(UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neverLeaksTheTenantOfAPooledConnection() throws Exception {
        var districts =
                IntStream.range(0, 4).mapToObj(_ -> TestDistrict.create()).toList();
        var tokens =
                districts.stream().map(d -> d.token(Role.CASE_MANAGER).sign()).toList();
        var ids = tokens.stream().map(t -> Notes.written(t, "mine")).toList();
        List<Callable<Integer>> reads = IntStream.range(0, 400)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    if (i % 7 == 0) {
                        Notes.write(tokens.get(i % 4), i % 2 == 0 ? "break" : "refuse");
                    }
                    return Notes.read(tokens.get(i % 4), ids.get((i / 4) % 4))
                            .extract()
                            .statusCode();
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var answers = threads.invokeAll(reads);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).as("request " + i).isEqualTo(i % 4 == (i / 4) % 4 ? 200 : 404);
            }
        }
    }

    @Test
    void aRolledBackTransactionLeavesNoTenantBehind() {
        var district = TestDistrict.create();
        assertThatThrownBy(() -> tenants.runInDistrict(district.id(), () -> {
                    assertThat(currentDistrict()).isEqualTo(district.id());
                    throw new IllegalStateException("roll back");
                }))
                .hasMessage("roll back");

        IntStream.range(0, 30).forEach(_ -> assertThat(withoutTenant()).isNull());
        assertThat(tenants.inDistrict(district.id(), this::currentDistrict)).isEqualTo(district.id());
    }

    @Test
    void cannotWriteAnotherDistrictsRow() {
        var mine = TestDistrict.create().id();
        var other = TestDistrict.create().id();

        assertThatThrownBy(() -> tenants.runInDistrict(mine, () -> entityManager
                        .createNativeQuery("INSERT INTO note (district_id, id, text) VALUES (:district, :id, 'x')")
                        .setParameter("district", other)
                        .setParameter("id", UUID.randomUUID())
                        .executeUpdate()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void anAgencySeesAndAnswersOnlyWhatIsAddressedToIt() {
        var district = TestDistrict.create();
        var agency = UUID.randomUUID();
        var writer = district.token(Role.CASE_MANAGER).sign();
        var addressed = Notes.post(writer, "{\"text\": \"for you\", \"agencyId\": \"" + agency + "\"}")
                .statusCode(201)
                .extract()
                .path("id")
                .toString();
        var internal = Notes.written(writer, "internal");
        var token = TestDistrict.agencyToken(agency);

        Notes.read(token, addressed).statusCode(200).body("text", equalTo("for you"));
        Notes.read(token, internal).statusCode(404);
        Notes.read(TestDistrict.agencyToken(UUID.randomUUID()), addressed).statusCode(404);
        Notes.as(token)
                .header("Idempotency-Key", "a")
                .post("/v1/notes/{id}/answers", addressed)
                .then()
                .statusCode(200);
        Notes.as(token)
                .header("Idempotency-Key", "a")
                .post("/v1/notes/{id}/answers", addressed)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
        Notes.read(writer, addressed).body("text", equalTo("answered"));
        assertThat(OutboxProbe.of(district)).hasSize(3);
        await().untilAsserted(() -> assertThat(AuditProbe.actions(district)).contains("note.answer"));
    }

    private UUID currentDistrict() {
        return (UUID) entityManager
                .createNativeQuery("SELECT current_district()", UUID.class)
                .getSingleResult();
    }

    private @org.jspecify.annotations.Nullable Object withoutTenant() {
        try (var connection = dataSource.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT current_district()")) {
            rows.next();
            return rows.getObject(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
