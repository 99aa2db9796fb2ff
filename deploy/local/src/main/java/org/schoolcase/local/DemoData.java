package org.schoolcase.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the demo world into a running suite through its API, once; a second time finds it there. */
public final class DemoData {
    private static final Set<String> RUNNING = Set.of("QUEUED", "RUNNING");

    private final Suite suite;
    private final Api api;
    private final Tokens tokens;

    public DemoData(Suite suite, Api api, Tokens tokens) {
        this.suite = suite;
        this.api = api;
        this.tokens = tokens;
    }

    /** As {@link #load}, unless this state folder has been filled before. */
    public void loadOnce() {
        Path filled = suite.options().state().resolve("demo-data-loaded");
        if (Files.exists(filled)) {
            suite.progress().line("the demo data is there already");
            return;
        }
        load();
        try {
            Files.createFile(filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Districts, agencies with their services, and rosters; what is there already stays as it is. */
    public void load() {
        DemoWorld.DISTRICTS.forEach(this::register);
        DemoWorld.AGENCIES.forEach(this::publish);
        DemoWorld.DISTRICTS.forEach(this::importRosterOnce);
    }

    public void register(DemoWorld.District district) {
        Map<String, Object> body = Map.of(
                "name", district.name(),
                "jurisdiction", district.jurisdiction(),
                "timeZone", district.timeZone(),
                "languages", district.languages(),
                "issuer", suite.issuer(district.realm()));
        api.putNew(Service.STUDENT, "/v1/districts/" + district.id(), tokens.operator(), body)
                .expect(201, 412);
    }

    public void publish(DemoWorld.Agency agency) {
        String path = "/v1/agencies/" + agency.id();
        Map<String, Object> body = Map.of(
                "name", agency.name(),
                "description", agency.description(),
                "email", agency.email(),
                "language", "en");
        api.putNew(Service.REFERRAL, path, tokens.operator(), body).expect(201, 412);
        Map<String, Object> offer = Map.of(
                "name", agency.offer().name(),
                "description", agency.description(),
                "status", "active",
                "needs", List.of(agency.offer().need()),
                "minimumAge", 3,
                "maximumAge", 21,
                "languages", agency.offer().languages());
        api.putNew(Service.REFERRAL, path + "/services/" + agency.offer().id(), tokens.operator(), offer)
                .expect(201, 412);
    }

    private void importRosterOnce(DemoWorld.District district) {
        if (hasStudents(district)) {
            suite.progress().line(district.name() + ": the roster is there already");
            return;
        }
        suite.progress().line(district.name() + ": importing the roster");
        JsonNode finished = importRoster(district);
        suite.progress()
                .line("%s: %s, %d rows, %d warnings, %d errors"
                        .formatted(
                                district.name(),
                                finished.path("state").asText(),
                                finished.path("files").findValues("read").stream()
                                        .mapToLong(JsonNode::asLong)
                                        .sum(),
                                finished.path("warnings").asLong(),
                                finished.path("errors").asLong()));
    }

    /** Imports the district's roster as its information system does, and waits for the end. */
    public JsonNode importRoster(DemoWorld.District district) {
        byte[] zip = RosterPackage.of(suite.options().root(), district);
        Api.Answer accepted = api.postZip(Service.STUDENT, "/v1/roster-imports", tokens.sisSync(district), zip)
                .expect(200, 201, 202);
        String path = "/v1/roster-imports/" + accepted.text("id");
        Api.Answer[] last = {accepted};
        Await.until("the import of " + district.name(), Duration.ofMinutes(5), () -> {
            last[0] = api.get(Service.STUDENT, path, tokens.sisSync(district)).expect(200);
            return !RUNNING.contains(last[0].text("state"));
        });
        if (last[0].text("state").equals("FAILED")) {
            throw new LaunchException("the import of " + district.name() + " failed: " + last[0].body());
        }
        return last[0].body();
    }

    private boolean hasStudents(DemoWorld.District district) {
        Api.Answer found = api.post(
                Service.STUDENT, "/v1/students/search", tokens.person(district, "district-admin"), Map.of("limit", 1));
        return !found.expect(200).body().path("items").isEmpty();
    }
}
