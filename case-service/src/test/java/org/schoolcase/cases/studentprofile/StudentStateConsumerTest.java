package org.schoolcase.cases.studentprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class StudentStateConsumerTest {

    @Inject
    StudentStateConsumer consumer;

    @Inject
    StudentProfiles profiles;

    @Inject
    Tenants tenants;

    private World world;

    @BeforeEach
    void makeAWorld() {
        world = World.create(consumer);
    }

    @Test
    void knowsWhoHoldsRights() {
        assertThat(holdsRights(world.guardian)).isTrue();
        assertThat(holdsRights(world.guardianWithoutRights)).isFalse();
        assertThat(holdsRights(Ids.next())).isFalse();
    }

    @Test
    void handlesADuplicateOnce() {
        var event = Records.one(
                World.TOPIC, Ids.next(), world.district.id(), World.PROFILE, world.student, named("Twice", 2));

        consumer.on(Records.of(event, event));
        consumer.on(Records.of(event));

        assertThat(names()).containsExactly("Twice");
    }

    @Test
    void ignoresAVersionThatIsOlderOrTheSame() {
        tell(named("Third", 3));

        tell(named("Second", 2));
        tell(named("Other third", 3));

        assertThat(names()).containsExactly("Third");
    }

    @Test
    void takesRightsAwayWithANewerVersion() {
        var profile = named("Marisol", 2);
        profile.put("guardians", List.of(world.guardian(world.guardian, false)));

        tell(profile);

        assertThat(holdsRights(world.guardian)).isFalse();
        assertThat(rows("student_guardian", "guardian_id::text")).containsExactly(world.guardian.toString());
    }

    @Test
    void removesThePersonWithATombstone() {
        var caseId = world.openCase();

        consumer.on(Records.batch(World.TOPIC, world.district.id(), World.PROFILE, world.student, null));

        assertThat(names()).isEmpty();
        assertThat(rows("student_guardian", "given_name")).isEmpty();
        world.as(world.coordinatorToken()).get("/v1/cases/{id}", caseId).then().statusCode(200);
        world.open(world.coordinatorToken(), world.student).statusCode(404);
    }

    @Test
    void ignoresATypeItDoesNotKnow() {
        consumer.on(Records.batch(
                World.TOPIC, world.district.id(), "org.schoolcase.student.dream.v1", world.student, Map.of("a", 1)));

        assertThat(names()).containsExactly("Marisol");
    }

    /** No broker runs here to take a dead letter; the system tests show how the channel goes on with one. */
    @Test
    void keepsWhatItCannotReadUntilADeadLetterIsTaken() {
        var unreadable = Records.raw(
                World.TOPIC,
                Ids.next().toString(),
                world.district.id().toString(),
                World.PROFILE,
                world.student.toString(),
                "{not json".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(KafkaException.class).isThrownBy(() -> consumer.on(Records.of(unreadable)));

        assertThat(names()).containsExactly("Marisol");
    }

    @Test
    void keepsTheDistrictsApart() {
        var elsewhere = World.create(consumer);

        consumer.on(Records.batch(World.TOPIC, elsewhere.district.id(), World.PROFILE, world.student, named("B", 9)));

        assertThat(names()).containsExactly("Marisol");
    }

    private Map<String, Object> named(String givenName, long version) {
        var profile = new HashMap<>(world.profile(world.student, version));
        profile.put("givenName", givenName);
        return profile;
    }

    private void tell(Map<String, Object> profile) {
        consumer.on(Records.batch(World.TOPIC, world.district.id(), World.PROFILE, world.student, profile));
    }

    private boolean holdsRights(UUID guardian) {
        return tenants.inDistrict(world.district.id(), () -> profiles.heldRights(guardian, world.student, world.today));
    }

    private List<String> names() {
        return rows("student_profile", "given_name");
    }

    private List<String> rows(String table, String column) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement(
                        "SELECT %s FROM %s WHERE district_id = ?".formatted(column, table))) {
            statement.setObject(1, world.district.id());
            try (var rows = statement.executeQuery()) {
                var values = new java.util.ArrayList<String>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
