package org.schoolcase.cases.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.cases.staffprofile.StaffStateConsumer;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.Records;

/** The staff of a world, as the student service tells of it. */
public final class Staff {

    public static final String TOPIC = "schoolcase.staff.state";
    public static final String PROFILE = "org.schoolcase.staff.profile.v1";

    private final StaffStateConsumer consumer;
    private final World world;

    private Staff(StaffStateConsumer consumer, World world) {
        this.consumer = consumer;
        this.world = world;
    }

    /** The staff of a world, its case manager among it. */
    public static Staff of(World world, StaffStateConsumer consumer) {
        var staff = new Staff(consumer, world);
        staff.hears(world.caseManager, List.of(world.school), true, 1);
        return staff;
    }

    /** One more, who works at the student's school. */
    public UUID atTheSchool() {
        return someone(List.of(world.school));
    }

    /** One more, who works at another school. */
    public UUID elsewhere() {
        return someone(List.of(Ids.next()));
    }

    /** One more, who works for the whole district. */
    public UUID ofTheDistrict() {
        return someone(List.of());
    }

    public void hears(UUID id, List<UUID> schools, boolean active, long version) {
        consumer.on(Records.batch(TOPIC, world.district.id(), PROFILE, id, profile(id, schools, active, version)));
    }

    public static Map<String, Object> profile(UUID id, List<UUID> schools, boolean active, long version) {
        return Map.of(
                "staffId",
                id,
                "version",
                version,
                "givenName",
                "Nora",
                "familyName",
                "Quill",
                "language",
                "en",
                "schoolIds",
                schools,
                "roles",
                List.of("teacher"),
                "active",
                active,
                "somethingNew",
                "ignored");
    }

    /** A token of a case manager or service provider of the world's school. */
    public String token(UUID id, String... roles) {
        return world.district
                .token(roles.length == 0 ? new String[] {Role.CASE_MANAGER} : roles)
                .staff(id)
                .schools(world.school)
                .sign();
    }

    private UUID someone(List<UUID> schools) {
        var id = Ids.next();
        hears(id, schools, true, 1);
        return id;
    }
}
