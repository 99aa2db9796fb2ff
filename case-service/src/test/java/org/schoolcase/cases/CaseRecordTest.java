package org.schoolcase.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.record.testing.RecordRules;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class CaseRecordTest extends RecordRules {

    /** Has no id of its own, so it stays under the id of a merged record. */
    private static final String INDICATOR =
            "insert into intake_indicator (student_id, indicator, level, catalog_version, changed_on, told_at)"
                    + " values (?, ?, 'RED', 1, current_date, now())";

    @Inject
    StudentStateConsumer students;

    @Inject
    Tenants tenants;

    @Inject
    Rows rows;

    CaseRecordTest() {
        super("case");
    }

    @Override
    protected Children children() {
        var world = World.create(students);
        var other = UUID.randomUUID();
        world.hears(other);
        opened(world, world.openBody(world.student).replace("about reading", "with " + other));
        opened(world, world.openBody(other).replace("Words-of-the-referral", MARKER));
        tenants.runInDistrict(world.district.id(), () -> rows.write(INDICATOR, other, MARKER));
        return new Children(world.district, world.student, other);
    }

    private static void opened(World world, String body) {
        world.as(world.caseManagerToken()).body(body).post("/v1/cases").then().statusCode(201);
    }

    @Override
    protected void looksAt(String part, int rows) {
        assertThat(part).contains("Words-of-the-referral with another student").contains("case_team_member");
        assertThat(rows).isEqualTo(3);
    }

    @Override
    protected List<String> destroyedKinds() {
        return List.of("case_file", "case_team_member", "student_profile");
    }
}
