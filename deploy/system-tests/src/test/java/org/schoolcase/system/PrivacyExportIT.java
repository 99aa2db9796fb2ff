package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;
import org.schoolcase.local.Story;

/** A parent asks for the record of one child and gets it from all services, with nothing of another child in it. */
@ExtendWith(RunningSuite.class)
class PrivacyExportIT {

    @Test
    void givesAParentTheWholeRecordOfHerChildAndNothingOfAnother(World world) throws IOException {
        var child = new Story(world.suite(), new StringBuilder()).run();
        var sibling = new Story(world.suite(), new StringBuilder()).run();
        assertThat(sibling.guardianId()).isEqualTo(child.guardianId());
        assertThat(sibling.studentId()).isNotEqualTo(child.studentId());

        var path = "/v1/students/" + child.studentId() + "/access-requests";
        var parent = world.tokens().person(DemoWorld.MULBERRY, "guardian");
        var admin = world.tokens().person(DemoWorld.MULBERRY, "district-admin");
        var asked = world.api()
                .post(Service.STUDENT, path, parent, Map.of("receivedOn", world.today()))
                .expect(201);
        var request = path + "/" + asked.text("id");
        var assembling = world.api()
                .postStep(Service.STUDENT, request + "/assembly", admin, asked.etag())
                .expect(202);
        assertThat(assembling.text("state")).isEqualTo("ASSEMBLING");
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(parts(world, request, parent))
                .containsOnlyKeys("case-service", "referral-service", "notification-service")
                .doesNotContainValue(""));
        assertThat(world.api().get(Service.STUDENT, request + "/export", parent).status())
                .isEqualTo(409);
        world.api()
                .postStep(Service.STUDENT, request + "/readiness", admin, etag(world, request, admin))
                .expect(200);

        var files = unzip(world.api().download(Service.STUDENT, request + "/export", parent));
        assertParts(files, child);
        assertNothingOfOthers(world, files, child, sibling);
        assertThat(world.api().get(Service.STUDENT, request, parent).expect(200).text("state"))
                .isEqualTo("HANDED_OVER");
    }

    /** When each service had its part ready; empty while it has not. */
    private static Map<String, String> parts(World world, String request, String token) {
        var parts = new TreeMap<String, String>();
        world.api()
                .get(Service.STUDENT, request, token)
                .expect(200)
                .body()
                .path("parts")
                .forEach(part -> parts.put(
                        part.path("service").asText(),
                        part.path("readyAt").asText("").replace("null", "")));
        return parts;
    }

    private static String etag(World world, String request, String token) {
        return world.api().get(Service.STUDENT, request, token).expect(200).etag();
    }

    private static void assertParts(Map<String, byte[]> files, Story.Result child) throws IOException {
        var manifest = json(files, "manifest.json");
        assertThat(manifest.path("services").findValuesAsText("service"))
                .containsExactlyInAnyOrder(
                        "student-service", "case-service", "referral-service", "notification-service");
        for (var service : manifest.path("services")) {
            var name = service.path("service").asText();
            assertThat(service.path("rows")).as(name).isNotEmpty();
            for (var kind : service.path("rows").properties()) {
                assertThat(json(files, name + "/" + kind.getKey() + ".json"))
                        .hasSize(kind.getValue().asInt());
                assertThat(files).containsKey(name + "/" + kind.getKey() + ".csv");
            }
        }
        assertThat(of(files, "student-service/")).contains(child.studentId().toString());
        assertThat(of(files, "case-service/"))
                .contains(child.caseId().toString(), child.consentId().toString());
        assertThat(of(files, "referral-service/")).contains(child.referralId().toString());
        assertThat(of(files, "notification-service/"))
                .contains(child.studentId().toString());
        assertThat(text(files, "summary.pdf")).startsWith("%PDF-");
    }

    private static void assertNothingOfOthers(
            World world, Map<String, byte[]> files, Story.Result child, Story.Result sibling) {
        var others = """
                FROM student s JOIN roster_user u ON u.district_id = s.district_id AND u.id = s.id
                WHERE s.district_id = '%s' AND s.id <> '%s'""".formatted(DemoWorld.MULBERRY.id(), child.studentId());
        var marks = world.query(
                Service.STUDENT,
                String.class,
                "SELECT unnest(array[s.id::text, s.sourced_id, u.username, u.email]) " + others);
        var names = world.query(
                Service.STUDENT,
                String.class,
                "SELECT unnest(array[concat(s.given_name, ' ', s.family_name), concat(s.family_name, ', ', s.given_name),"
                        + " concat(s.given_name, ',', s.family_name)]) " + others);
        var ofSibling = List.of(sibling.caseId(), sibling.referralId(), sibling.consentId(), sibling.studentId());
        assertThat(marks).hasSizeGreaterThan(2000);
        files.forEach((name, content) -> {
            var text = new String(content, StandardCharsets.UTF_8);
            assertThat(marks.stream().filter(Objects::nonNull).filter(text::contains))
                    .as(name)
                    .isEmpty();
            assertThat(names.stream().filter(text::contains)).as(name).isEmpty();
            assertThat(ofSibling.stream().map(UUID::toString).filter(text::contains))
                    .as(name)
                    .isEmpty();
        });
        var given = world.query(
                        Service.STUDENT,
                        String.class,
                        "SELECT given_name FROM student WHERE id = '%s'".formatted(sibling.studentId()))
                .getFirst();
        assertThat(Pattern.compile("\\b" + Pattern.quote(given) + "\\b")
                        .matcher(of(files, ""))
                        .find())
                .as("the sibling's given name")
                .isFalse();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), entries.readAllBytes());
            }
        }
        return files;
    }

    /** All text whose names begin like this. */
    private static String of(Map<String, byte[]> files, String prefix) {
        var text = new StringBuilder();
        files.keySet().stream()
                .filter(name -> name.startsWith(prefix) && !name.endsWith(".pdf"))
                .forEach(name -> text.append(text(files, name)));
        return text.toString();
    }

    private static String text(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Map<String, byte[]> files, String name) throws IOException {
        return JsonMapper.builder().build().readTree(text(files, name));
    }
}
