package org.schoolcase.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.AccessMatrix;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.referrals.casefile.CaseFeed;
import org.schoolcase.referrals.student.StudentFeed;

/** Every event that a referral's life brings forth has exactly the fields that its schema promises, and names nobody. */
@QuarkusTest
class EventContractTest {

    private static final List<String> FIELDS = List.of("NAME");

    @Inject
    StudentFeed students;

    @Inject
    CaseFeed cases;

    @Test
    void keepsWhatTheSchemasPromise() {
        var world = World.create(students, cases);
        cancelledByBoth(world);
        answer(world, world.sent(FIELDS), "decline", Map.of("reasonCode", "NO_CAPACITY"));
        var served = world.sent(FIELDS);
        world.readAsAgency(served).statusCode(200);
        world.accept(served).statusCode(200);
        answer(world, served, "completion", Map.of("outcomeCode", "NEED_MET"));

        var told = OutboxProbe.of(world.district);
        told.forEach(EventContractTest::keepsItsSchema);
        assertThat(new TreeSet<>(told.stream().map(OutboxProbe.Sent::type).toList()))
                .hasSize(8);
        assertThat(told.toString()).doesNotContain("Quillfeather").doesNotContain("Withdrawn");
        OutboxProbe.of(new UUID(0, 0)).forEach(EventContractTest::keepsItsSchema);
    }

    private static void cancelledByBoth(World world) {
        var referral = world.sent(FIELDS);
        world.accept(referral).statusCode(200);
        world.cancel(referral).statusCode(200);
        World.post(world.agencyToken(), "/v1/agency/referrals/" + referral + "/cancellation-confirmation")
                .statusCode(200);
    }

    private static void answer(World world, UUID referral, String verb, Object body) {
        World.post(world.agencyToken(), "/v1/agency/referrals/" + referral + "/" + verb, body)
                .statusCode(200);
    }

    private static void keepsItsSchema(OutboxProbe.Sent sent) {
        var schema = schema(sent.type());
        var names = new HashSet<String>();
        Objects.requireNonNull(sent.data()).fieldNames().forEachRemaining(names::add);
        var promised = new HashSet<String>();
        schema.path("properties").fieldNames().forEachRemaining(promised::add);
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();

        assertThat(names).as(sent.type()).containsAll(required).isSubsetOf(promised);
    }

    private static JsonNode schema(String type) {
        var file = AccessMatrix.root().resolve("docs/events/" + type + ".json");
        try {
            return JsonMapper.builder().build().readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
