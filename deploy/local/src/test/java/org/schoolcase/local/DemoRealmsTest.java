package org.schoolcase.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The realm files say what the rosters and {@link DemoWorld} say. */
class DemoRealmsTest {
    private static final Path ROOT = SuiteOptions.findRoot(Path.of(""));
    private static final List<String> PERSON_ROLES = List.of(
            "district-admin",
            "school-admin",
            "coordinator",
            "case-manager",
            "teacher",
            "service-provider",
            "guardian",
            "student",
            "auditor");

    static List<DemoWorld.District> districts() {
        return DemoWorld.DISTRICTS;
    }

    @ParameterizedTest
    @MethodSource("districts")
    void everyRoleHasOneUserOfItsName(DemoWorld.District district) throws IOException {
        for (String role : PERSON_ROLES) {
            assertEquals(role, user(district, role).path("realmRoles").path(0).asText());
        }
    }

    @ParameterizedTest
    @MethodSource("districts")
    void staffAndStudentsAreOfTheRoster(DemoWorld.District district) throws IOException {
        Set<String> people = rosterIds(district, "users.csv", "user:");
        Set<String> schools = rosterIds(district, "orgs.csv", "org:");
        for (String role : PERSON_ROLES) {
            JsonNode attributes = user(district, role).path("attributes");
            assertTrue(people.containsAll(texts(attributes.path("staff_id"))), role);
            assertTrue(people.containsAll(texts(attributes.path("student_id"))), role);
            assertTrue(schools.containsAll(texts(attributes.path("school_ids"))), role);
        }
    }

    @ParameterizedTest
    @MethodSource("districts")
    void theGuardianIsTheOneTheStoryAdds(DemoWorld.District district) throws IOException {
        assertEquals(
                List.of(named(district.id(), "user:demo-guardian")),
                texts(user(district, "guardian").path("attributes").path("guardian_id")));
    }

    @ParameterizedTest
    @MethodSource("districts")
    void tokensNameTheDistrictAndTheApi(DemoWorld.District district) throws IOException {
        String realm = realm(district.realm()).toString();
        assertTrue(realm.contains("\"claim.name\":\"district_id\",\"claim.value\":\"" + district.id() + "\""));
        assertTrue(realm.contains("\"included.client.audience\":\"schoolcase-api\""));
    }

    @ParameterizedTest
    @MethodSource("districts")
    void theExplorerNeedsPkceAndTakesNoPassword(DemoWorld.District district) throws IOException {
        JsonNode explorer = find(realm(district.realm()).path("clients"), "clientId", "schoolcase-explorer");
        assertEquals(
                "S256",
                explorer.path("attributes").path("pkce.code.challenge.method").asText());
        assertEquals(false, explorer.path("directAccessGrantsEnabled").asBoolean(true));
        assertEquals(false, explorer.path("implicitFlowEnabled").asBoolean(true));
    }

    @Test
    void tokensAreShortLivedAndGuessingIsSlowedDownEverywhere() throws IOException {
        for (String name : List.of("district-mulberry", "district-fairbanks", "agencies", "operator")) {
            assertEquals(300, realm(name).path("accessTokenLifespan").asInt(), name);
            assertTrue(realm(name).path("bruteForceProtected").asBoolean(), name);
        }
    }

    @Test
    void eachAgencyHasAClientThatNamesIt() throws IOException {
        for (DemoWorld.Agency agency : DemoWorld.AGENCIES) {
            JsonNode client = find(realm("agencies").path("clients"), "clientId", agency.client());
            assertTrue(client.toString().contains("\"claim.value\":\"" + agency.id() + "\""), agency.name());
        }
    }

    private static JsonNode user(DemoWorld.District district, String name) throws IOException {
        return find(realm(district.realm()).path("users"), "username", name);
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(node -> node.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value));
    }

    private static JsonNode realm(String name) throws IOException {
        return new ObjectMapper()
                .readTree(
                        ROOT.resolve("deploy/keycloak/" + name + "-realm.json").toFile());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Set<String> rosterIds(DemoWorld.District district, String file, String kind) throws IOException {
        Path csv = ROOT.resolve("deploy/demo").resolve(district.roster()).resolve(file);
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> named(district.id(), kind + line.substring(0, line.indexOf(','))))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** A name-based UUID, version 5 (RFC 9562). */
    private static String named(UUID namespace, String name) {
        try {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest(ByteBuffer.allocate(16 + text.length)
                            .putLong(namespace.getMostSignificantBits())
                            .putLong(namespace.getLeastSignificantBits())
                            .put(text)
                            .array());
            hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
            hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
            ByteBuffer id = ByteBuffer.wrap(hash);
            return new UUID(id.getLong(), id.getLong()).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
