package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.schoolcase.local.DemoWorld.District;
import org.schoolcase.local.Service;

/**
 * A district of a State for one test, with a realm of its own at the running Keycloak: a person for each role at the school
 * {@code near}, somebody at the school {@code far}, one student and his guardian, and a classmate.
 */
record StateDistrict(World world, District district) {

    static final String FAMILY = "Quillfeather";

    private static final Map<String, String> FAMILIES = Map.of("student", FAMILY, "classmate", "Rookwing");

    private static final Map<String, String> STAFF = Map.of(
            "district-admin", "administrator",
            "school-admin", "administrator",
            "coordinator", "administrator",
            "case-manager", "teacher",
            "teacher", "teacher",
            "service-provider", "teacher");

    private static final String USERS =
            "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,"
                    + "givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n";

    static StateDistrict open(World world, String jurisdiction, String timeZone) {
        var district = new NewDistrict(world, "Casework District of " + jurisdiction)
                .open(jurisdiction, timeZone, (made, realm) -> new StateDistrict(world, made).peopled(realm));
        var opened = new StateDistrict(world, district);
        opened.importRoster();
        opened.addGuardian();
        opened.awaitKnown();
        return opened;
    }

    LocalDate today() {
        return LocalDate.now(ZoneId.of(district.timeZone()));
    }

    /** A token of Keycloak for the person of a role. */
    String token(String role) {
        return world.tokens().person(district, role);
    }

    /** The id of a person, as the import makes it of the roster's. */
    UUID person(String sourcedId) {
        return named("user:" + sourcedId);
    }

    /** The realm with the ids of this district's people, whose sourcedIds are their roles. */
    private String peopled(String text) {
        var realm = Json.of(text);
        for (var user : realm.path("users")) {
            var id = person(user.path("username").asText());
            if (user.path("attributes") instanceof ObjectNode attributes) {
                for (var claim : List.of("staff_id", "guardian_id", "student_id")) {
                    if (attributes.has(claim)) {
                        attributes.putArray(claim).add(id.toString());
                    }
                }
                if (attributes.has("school_ids")) {
                    attributes.putArray("school_ids").add(named("org:near").toString());
                }
            }
        }
        return realm.toString();
    }

    private void importRoster() {
        imported(roster());
    }

    private void imported(byte[] roster) {
        var sis = world.tokens().sisSync(district);
        var id = world.api()
                .postZip(Service.STUDENT, "/v1/roster-imports", sis, roster)
                .expect(202)
                .text("id");
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(world.api()
                        .get(Service.STUDENT, "/v1/roster-imports/" + id, sis)
                        .expect(200)
                        .text("state"))
                .isEqualTo("COMPLETED"));
    }

    private byte[] roster() {
        var users = new StringBuilder(USERS);
        STAFF.forEach((id, role) -> users.append(user(id, "near", role, "")));
        users.append(user("stranger", "far", "teacher", ""));
        users.append(user("student", "near", "student", "03"));
        users.append(user("classmate", "near", "student", "03"));
        return roster("bulk", users.toString());
    }

    /** They are at no school any more, as the roster says. */
    void leave(String... students) {
        var users = new StringBuilder(USERS);
        for (var id : students) {
            users.append(
                    user(id, "near", "student", "03").replaceFirst("active,[^,]*", "tobedeleted," + Instant.now()));
        }
        imported(roster("delta", users.toString()));
        assertThat(world.count(
                        Service.STUDENT,
                        "SELECT count(*) FROM student WHERE NOT active AND district_id = '%s'"
                                .formatted(district.id())))
                .isEqualTo(students.length);
    }

    private static byte[] roster(String how, String users) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "manifest", """
                    propertyName,value
                    manifest.version,1.0
                    oneroster.version,1.1
                    file.orgs,%1$s
                    file.users,%1$s
                    """.formatted(how));
            entry(zip, "orgs", """
                    sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
                    near,active,2026-09-01T12:00:00.000Z,Near School,school,1,
                    far,active,2026-09-01T12:00:00.000Z,Far School,school,2,
                    """);
            entry(zip, "users", users);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String user(String id, String school, String role, String grade) {
        return "%s,active,2026-09-01T12:00:00.000Z,true,%s,%s,%s,,Pip,%s,,,,,,,%s,%n"
                .formatted(id, school, role, id, FAMILIES.getOrDefault(id, "Staff"), grade);
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".csv"));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** The student's mother, who has held the rights for a year. */
    private void addGuardian() {
        var path = "/v1/students/" + person("student");
        var guardian = Map.of(
                "relation", "MOTHER",
                "givenName", "Ada",
                "familyName", FAMILY,
                "language", "en",
                "educationalRights", false,
                "mayContact", true,
                "sourcedId", "guardian");
        world.api()
                .post(Service.STUDENT, path + "/guardians", token("school-admin"), guardian)
                .expect(201);
        var rights = Map.of(
                "guardianId",
                person("guardian"),
                "authority",
                "NATURAL_PARENT",
                "effect",
                "GRANTED",
                "beginsOn",
                today().minusYears(1).toString());
        world.api()
                .post(Service.STUDENT, path + "/rights", token("school-admin"), rights)
                .expect(201);
    }

    /** Waits until the case service has heard of everybody and of the mother's rights. */
    private void awaitKnown() {
        var rows =
                Map.of("student_guardian WHERE educational_rights AND", 1L, "staff_profile WHERE", STAFF.size() + 1L);
        rows.forEach((those, count) -> await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(world.count(
                        Service.CASE, "SELECT count(*) FROM %s district_id = '%s'".formatted(those, district.id())))
                .as(those)
                .isEqualTo(count)));
    }

    /** UUID version 5 of a name in the district (RFC 9562). */
    private UUID named(String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            var id = district.id();
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            var high = (hash.getLong() & 0xFFFFFFFF_FFFF0FFFL) | 0x5000L;
            return new UUID(high, (hash.getLong() & 0x3FFFFFFF_FFFFFFFFL) | 0x80000000_00000000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
