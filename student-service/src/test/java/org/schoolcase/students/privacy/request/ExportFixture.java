package org.schoolcase.students.privacy.request;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.students.SchoolFixture;
import org.schoolcase.students.privacy.PrivacyConsumer;
import org.schoolcase.students.privacy.PrivacyWorld;

/** A record on its way to a family: asked for, assembled by services that a test plays, closed and taken. */
@NullMarked
abstract class ExportFixture {

    private static final List<String> SERVICES = List.of("case", "referral", "notification");

    @Inject
    SchoolFixture fixture;

    @Inject
    PrivacyConsumer consumer;

    PrivacyWorld world;

    @BeforeEach
    void aWorld() {
        world = new PrivacyWorld(fixture);
    }

    String ready() {
        return ready(world.mother());
    }

    String ready(String requester) {
        var id = requested(requester);
        var admin = world.admin();
        assembled(admin, id);
        step(admin, id, "readiness").statusCode(200);
        return id;
    }

    void assembled(String admin, String id) {
        assembled(admin, id, Map.of());
    }

    /** With other parts than usual of some services. */
    void assembled(String admin, String id, Map<String, String> parts) {
        step(admin, id, "assembly").statusCode(202);
        for (var service : SERVICES) {
            var part = parts.getOrDefault(service, part("of " + service + "-service"));
            OtherServices.serves(service + "-service", id, part);
            tell(
                    service,
                    Map.of(
                            "exportId",
                            id,
                            "studentId",
                            world.student,
                            "rows",
                            1,
                            "sha256",
                            sha256(part),
                            "at",
                            Instant.now()));
        }
    }

    void tell(String service, Map<String, Object> fact) {
        var type = "org.schoolcase.%s.export-part-ready.v1".formatted(service);
        var batch = Records.batch("schoolcase." + service + ".events", world.district.id(), type, world.student, fact);
        switch (service) {
            case "case" -> consumer.onCase(batch);
            case "referral" -> consumer.onReferral(batch);
            default -> consumer.onNotification(batch);
        }
    }

    static String part(String words) {
        return "{\"service\": \"%s\", \"kinds\": {\"thing\": [{\"words\": \"%s\"}]}, \"withheld\": {}}"
                .formatted(words.replace("of ", ""), words);
    }

    String received() {
        return "{\"receivedOn\": \"%s\"}".formatted(world.today);
    }

    String requested() {
        return requested(world.mother());
    }

    private String requested(String requester) {
        return world.post(requester, "access-requests", received())
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse step(String token, String id, String step) {
        return world.post(token, "access-requests/" + id + "/" + step, "");
    }

    ValidatableResponse download(String token, String id) {
        return given().auth()
                .oauth2(token)
                .get(world.of("access-requests/" + id + "/export"))
                .then();
    }

    static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
