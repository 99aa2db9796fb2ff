package org.schoolcase.cases.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class PresenceStreamTest {

    @Inject
    StudentStateConsumer students;

    private World world;
    private UUID caseId;

    /** An open stream whose lines are collected as they come. */
    private static final class Stream implements AutoCloseable {

        final HttpResponse<InputStream> response;
        final List<String> lines = new CopyOnWriteArrayList<>();
        private final HttpClient client;

        Stream(HttpClient client, HttpResponse<InputStream> response) {
            this.client = client;
            this.response = response;
            Thread.ofVirtual().start(this::read);
        }

        List<String> data() {
            return lines.stream().filter(line -> line.startsWith("data:")).toList();
        }

        private void read() {
            try (var in = response.body()) {
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .forEach(lines::add);
                lines.add("closed");
            } catch (IOException | UncheckedIOException e) {
                lines.add("broken");
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    @BeforeEach
    void makeAWorldWithACase() {
        world = World.create(students);
        caseId = world.openCase();
    }

    @Test
    void tellsWhoComesAndWhoLeaves() {
        var coordinator = world.coordinatorToken();
        try (var stream = open(world.caseManagerToken())) {
            await().untilAsserted(() ->
                    assertThat(stream.data()).singleElement().asString().contains("\"open\":[]"));
            beat(coordinator);
            await().untilAsserted(() -> assertThat(stream.data()).hasSize(2));
            assertThat(stream.data().getLast()).contains("\"coordinator\"", "\"/v1/cases/" + caseId + "\"");
            world.as(coordinator)
                    .delete("/v1/cases/{id}/presence", caseId)
                    .then()
                    .statusCode(204);
            await().untilAsserted(() -> assertThat(stream.data()).hasSize(3));
            assertThat(stream.data().getLast()).contains("\"open\":[]");
            await().untilAsserted(() -> assertThat(stream.lines)
                    .anyMatch(line -> line.matches("event: ?presence"))
                    .anyMatch(line -> line.matches(": ?keep-alive")));
            assertThat(stream.response.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void endsWithTheToken() {
        var token = world.district
                .token(Role.CASE_MANAGER)
                .staff(world.caseManager)
                .schools(world.school)
                .expires(Instant.now().plusSeconds(3))
                .sign();
        try (var stream = open(token)) {
            await().untilAsserted(() -> assertThat(stream.lines).contains("closed"));
            assertThat(stream.data().getLast()).contains("TOKEN_EXPIRED");
        }
    }

    @Test
    void endsWithTheRelation() throws SQLException {
        try (var stream = open(world.caseManagerToken())) {
            await().until(() -> !stream.data().isEmpty());
            leavesTheTeam();
            await().untilAsserted(() -> assertThat(stream.lines).contains("closed"));
            assertThat(stream.data().getLast()).contains("CASE_OUT_OF_REACH");
            await().untilAsserted(
                            () -> assertThat(AuditProbe.actions(world.district)).contains("case.access"));
        }
    }

    @Test
    void servesOnePersonASmallNumber() {
        var token = world.caseManagerToken();
        try (var one = open(token);
                var two = open(token)) {
            await().until(() -> !one.data().isEmpty() && !two.data().isEmpty());
            try (var three = open(token);
                    var other = open(world.coordinatorToken())) {
                assertThat(three.response.statusCode()).isEqualTo(429);
                assertThat(other.response.statusCode()).isEqualTo(200);
            }
        }
        await().untilAsserted(() -> {
            try (var again = open(token)) {
                assertThat(again.response.statusCode()).isEqualTo(200);
            }
        });
    }

    private void beat(String token) {
        world.as(token)
                .body("{\"resource\": \"/v1/cases/%s\"}".formatted(caseId))
                .post("/v1/cases/{id}/presence", caseId)
                .then()
                .statusCode(200);
    }

    /** The manager's time on the team ended yesterday. */
    private void leavesTheTeam() throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement(
                        "UPDATE case_team_member SET from_on = ?, to_on = ? WHERE case_id = ?")) {
            statement.setObject(1, world.today.minusDays(9));
            statement.setObject(2, world.today.minusDays(1));
            statement.setObject(3, caseId);
            statement.executeUpdate();
        }
    }

    private Stream open(String token) {
        try {
            var client = HttpClient.newHttpClient();
            var request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:%d/v1/cases/%s/presence/stream".formatted(RestAssured.port, caseId)))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream");
            return new Stream(client, client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
