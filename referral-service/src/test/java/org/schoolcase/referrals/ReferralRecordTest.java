package org.schoolcase.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.record.testing.RecordRules;
import org.schoolcase.referrals.casefile.CaseFeed;
import org.schoolcase.referrals.student.StudentFeed;

@QuarkusTest
class ReferralRecordTest extends RecordRules {

    @Inject
    StudentFeed students;

    @Inject
    CaseFeed cases;

    @Inject
    AgroalDataSource database;

    @Inject
    Tenants tenants;

    ReferralRecordTest() {
        super("referral");
    }

    @Override
    protected Children children() {
        var world = World.create(students, cases);
        var d = world.district;
        world.readAsAgency(world.sent(World.ALL_FIELDS)).statusCode(200);
        var other = UUID.randomUUID();
        students.tell(d, other, StudentFeed.profile(other, world.school, UUID.randomUUID(), UUID.randomUUID()));
        tenants.runInDistrict(d.id(), () -> marks(other, world));
        return new Children(d, world.student, other);
    }

    @Override
    protected void looksAt(String part, int rows) {
        assertThat(part)
                .contains("Withdrawn since the move")
                .contains("disclosure_consent")
                .contains("referral_step");
        assertThat(rows).isEqualTo(4);
    }

    @Override
    protected List<String> destroyedKinds() {
        return List.of("referral", "referral_step", "disclosure_consent", "student");
    }

    private void marks(UUID other, World world) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO referral (id, case_id, student_id, agency_id, service_id, reason, urgency, fields, state,"
                                + " requested_by, created_at, version)"
                                + " VALUES (?, ?, ?, ?, ?, ?, 'ROUTINE', '{NAME}', 'DRAFT', ?, now(), 0)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, UUID.randomUUID());
            insert.setObject(3, other);
            insert.setObject(4, world.agency);
            insert.setObject(5, world.service);
            insert.setString(6, MARKER);
            insert.setObject(7, UUID.randomUUID());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
