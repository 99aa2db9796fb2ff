package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.schoolcase.local.DemoWorld.District;
import org.schoolcase.local.Service;

/** A district that pulls its roster from the provider of another one, by client credentials at the other one's realm. */
final class Pull {

    private static final Set<String> MOVING = Set.of("QUEUED", "RUNNING");

    private final World world;
    private final Roster target;
    private final String path = "/v1/roster-sources/" + UUID.randomUUID();

    Pull(World world, District source, District target) {
        this.world = world;
        this.target = new Roster(world, target);
        var body = new TreeMap<String, Object>();
        body.put("baseUrl", world.suite().url(Service.STUDENT) + Roster.BASE);
        body.put("tokenUrl", world.suite().issuer(source.realm()) + "/protocol/openid-connect/token");
        body.put("clientId", "oneroster-reader");
        body.put("clientSecret", "demo-oneroster-reader");
        body.put("clientAuthentication", "BASIC");
        body.put("scopes", List.of(Roster.SCOPES.split(" ", -1)));
        body.put("active", true);
        world.api().putNew(Service.STUDENT, path, this.target.admin(), body).expect(201);
    }

    /** Pulls, and waits until the records are imported; the report of the import. */
    JsonNode run(boolean everything) {
        var run = world.api()
                .post(Service.STUDENT, path + "/runs", target.admin(), Map.of("everything", everything))
                .expect(202)
                .text("id");
        var end = await().atMost(RunningSuite.PATIENCE)
                .until(
                        () -> world.api()
                                .get(Service.STUDENT, path + "/runs/" + run, target.admin())
                                .expect(200)
                                .body(),
                        view -> !MOVING.contains(view.path("state").asText()));
        assertThat(end.path("state").asText()).as(end.toString()).isEqualTo("COMPLETED");
        assertThat(end.path("findings")).as(end.toString()).isEmpty();
        return target.completed(end.path("importId").asText());
    }
}
