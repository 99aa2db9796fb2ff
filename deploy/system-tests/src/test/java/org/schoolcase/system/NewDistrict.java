package org.schoolcase.system;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.schoolcase.local.DemoData;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.DemoWorld.District;

/** Makes a district of its own for a test that counts: a realm at the running Keycloak like that of Fairbanks, registered. */
record NewDistrict(World world, String name) {

    private static final String KEYCLOAK = "/realms/master";

    /** The district; its people are known by their roles, as in the demo, and its roster is empty. */
    District open() {
        return open("US-AZ", "America/Phoenix", (_, realm) -> realm);
    }

    /**
     * The same in another State.
     *
     * @param fit what else is changed in the text of the realm, before it is made
     */
    District open(String jurisdiction, String timeZone, BiFunction<District, String, String> fit) {
        var id = UUID.randomUUID();
        var district =
                new District(id, name, jurisdiction, timeZone, List.of("en"), "district-" + id, "v1p1-school-small");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(keycloak() + "/admin/realms"))
                            .header("Authorization", "Bearer " + adminToken(http))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(fit.apply(district, realm(district))))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("Keycloak makes no realm: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        new DemoData(world.suite(), world.api(), world.tokens()).register(district);
        return district;
    }

    private String keycloak() {
        var master = world.suite().issuer("master");
        return master.substring(0, master.length() - KEYCLOAK.length());
    }

    private String realm(District district) throws IOException {
        var model = DemoWorld.FAIRBANKS;
        return Files.readString(
                        world.suite().options().root().resolve("deploy/keycloak/" + model.realm() + "-realm.json"))
                .replace(model.realm(), district.realm())
                .replace(model.id().toString(), district.id().toString())
                .replace(model.name(), name);
    }

    private String adminToken(HttpClient http) throws IOException, InterruptedException {
        var login = "grant_type=password&client_id=admin-cli&username=admin&password="
                + world.suite().secrets().get("keycloak.admin");
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(keycloak() + KEYCLOAK + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(login))
                        .build(),
                BodyHandlers.ofString());
        return JsonMapper.builder()
                .build()
                .readTree(answer.body())
                .path("access_token")
                .asText();
    }
}
