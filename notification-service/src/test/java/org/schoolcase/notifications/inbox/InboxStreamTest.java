package org.schoolcase.notifications.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;

@QuarkusTest
class InboxStreamTest {

    @Inject
    World world;

    @TestHTTPResource("/v1/inbox/stream")
    URI url;

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

        List<String> ids() {
            return lines.stream().filter(line -> line.startsWith("id:")).toList();
        }

        private void read() {
            try (var in = response.body()) {
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("closed");
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    @Test
    void sendsWhatComesAndKeepsTheConnection() {
        var story = world.known();
        try (var stream = open(
                story.district().token(Role.CASE_MANAGER).staff(story.manager()).sign(), null)) {
            await().until(() -> !stream.lines.isEmpty());
            world.deadline(story);

            await().untilAsserted(() -> assertThat(stream.ids()).hasSize(1));
            assertThat(stream.response.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(stream.response.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(stream.response.headers().firstValue("X-Accel-Buffering"))
                    .contains("no");
            await().untilAsserted(() -> assertThat(stream.lines)
                    .anyMatch(line -> line.matches("event: ?notification"))
                    .anyMatch(line -> line.startsWith("data:") && line.contains("New deadline for M. Q."))
                    .anyMatch(line -> line.matches("retry: ?5000"))
                    .anyMatch(line -> line.matches(": ?keep-alive")));
        }
    }

    @Test
    void goesOnAfterTheLastEventId() {
        var story = world.known();
        var token =
                story.district().token(Role.CASE_MANAGER).staff(story.manager()).sign();
        for (int i = 0; i < 3; i++) {
            world.deadline(story);
        }
        await().until(() -> given().auth()
                .oauth2(token)
                .get("/v1/inbox")
                .path("items.size()")
                .equals(3));

        try (var stream = open(token, "1")) {
            await().untilAsserted(() ->
                    assertThat(stream.ids()).map(id -> id.replace(" ", "")).containsExactly("id:2", "id:3"));
        }
    }

    @Test
    void sendsNothingOfOthers() {
        var story = world.known();
        var other = story.district()
                .token(Role.CASE_MANAGER)
                .staff(UUID.randomUUID())
                .sign();
        var mine =
                story.district().token(Role.CASE_MANAGER).staff(story.manager()).sign();
        try (var foreign = open(other, "0");
                var own = open(mine, "0")) {
            world.deadline(story);

            await().until(() -> own.ids().size() == 1);
            await().until(() -> foreign.lines.stream().anyMatch(line -> line.contains("keep-alive")));
            assertThat(foreign.ids()).isEmpty();
        }
    }

    @Test
    void refusesBeforeItOpens() {
        var story = Story.begin();
        var token =
                story.district().token(Role.CASE_MANAGER).staff(story.manager()).sign();

        given().get("/v1/inbox/stream").then().statusCode(401);
        given().auth()
                .oauth2(story.district().token(Role.AUDITOR).sign())
                .get("/v1/inbox/stream")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(token)
                .header("Last-Event-ID", "1; drop")
                .get("/v1/inbox/stream")
                .then()
                .statusCode(400);
    }

    private Stream open(String token, @Nullable String lastEventId) {
        try {
            var client = HttpClient.newHttpClient();
            var request = HttpRequest.newBuilder(url)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            return new Stream(client, client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
