package org.schoolcase.cases.staffprofile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.staffprofile.StaffProfiles.Standing;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Staff;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class StaffStateConsumerTest {

    @Inject
    StudentStateConsumer students;

    @Inject
    StaffStateConsumer consumer;

    @Inject
    StaffProfiles profiles;

    @Inject
    Tenants tenants;

    private World world;
    private Staff staff;
    private final UUID person = Ids.next();

    @BeforeEach
    void makeAWorld() {
        world = World.create(students);
        staff = Staff.of(world, consumer);
    }

    @Test
    void knowsWhoWorksAtTheStudentsSchoolOrForTheDistrict() {
        assertThat(standing(person)).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(staff.atTheSchool())).isEqualTo(Standing.FIT);
        assertThat(standing(staff.ofTheDistrict())).isEqualTo(Standing.FIT);
        assertThat(standing(staff.elsewhere())).isEqualTo(Standing.WITHOUT_RELATION);
    }

    @Test
    void ignoresWhatIsOlderOrTheSame() {
        staff.hears(person, List.of(world.school), true, 5);
        staff.hears(person, List.of(world.school), false, 4);
        staff.hears(person, List.of(world.school), false, 5);

        assertThat(standing(person)).isEqualTo(Standing.FIT);
    }

    @Test
    void forgetsWhoHasLeftOrIsTakenOut() {
        staff.hears(person, List.of(world.school), false, 1);
        assertThat(standing(person)).isEqualTo(Standing.UNKNOWN);

        staff.hears(person, List.of(world.school), true, 2);
        consumer.on(Records.batch(Staff.TOPIC, world.district.id(), Staff.PROFILE, person, null));
        assertThat(standing(person)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void leavesUnknownTypesAlone() {
        consumer.on(Records.batch(
                Staff.TOPIC,
                world.district.id(),
                "org.schoolcase.staff.shoe-size.v1",
                person,
                Map.of("staffId", person)));

        assertThat(standing(person)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void keepsTheStaffOfDistrictsApart() {
        var elsewhere = World.create(students);
        Staff.of(elsewhere, consumer).hears(person, List.of(), true, 1);

        assertThat(standing(person)).isEqualTo(Standing.UNKNOWN);
    }

    private Standing standing(UUID id) {
        return tenants.inDistrict(world.district.id(), () -> profiles.standing(id, world.student));
    }
}
