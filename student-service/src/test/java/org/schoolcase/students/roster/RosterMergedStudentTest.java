package org.schoolcase.students.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.identity.review.IdentityFixture;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** A roster that goes on naming a merged record: its id keeps pointing at the surviving student. */
@QuarkusTest
class RosterMergedStudentTest {

    @Inject
    IdentityFixture identity;

    private final RosterProbe sis = new RosterProbe();
    private final UUID kept = sis.id("user:u2");
    private final UUID merged = sis.id("user:u3");

    @BeforeEach
    void oneStudentUnderTwoSourcedIds() {
        sis.run(twice());
        identity.compared(sis.district);
        identity.merge(sis.district, kept);
    }

    @Test
    void isNotBroughtBackByALaterImport() {
        int before = OutboxProbe.of(sis.district).size();
        sis.run(twice().replace("users", "Anne,Applewood,,,,,,,9", "Anne,Applewood,,,,,,,10"))
                .body("state", equalTo("COMPLETED"));

        assertThat(sis.count("SELECT count(*) FROM student WHERE district_id = :d AND id = '" + merged
                        + "' AND NOT active AND merged_into = '" + kept + "' AND grade = '09'"))
                .isEqualTo(1);
        assertThat(OutboxProbe.of(sis.district).stream().skip(before).map(OutboxProbe.Sent::key))
                .doesNotContain(merged.toString());
        assertThat(taught(kept)).isEqualTo(1);
    }

    @Test
    void keepsTheSurvivingStudentGoingWhenOnlyTheOtherSourcedIdIsLeft() {
        var onlyOther = twice().replace("users", "u2,,,true,ann,,Ann,Applewood,Mia,,,,,,9,,,Annie,,,s1,\n", "")
                .replace("roles", "r2,,,u2,primary,student,,,s1,\n", "")
                .replace("enrollments", "e2,,,k1,s1,u2,student,,2026-08-15,2027-06-10\n", "")
                .replace("demographics", "u2,,,2012-03-04,female,,true,,,,,,US,AZ,Mesa,\n", "");
        sis.confirmed(onlyOther).body("state", equalTo("COMPLETED"));

        assertThat(sis.count("SELECT count(*) FROM student WHERE district_id = :d AND id = '" + kept
                        + "' AND active AND sourced_id = 'u2' AND given_name = 'Anne' AND cardinality(school_ids) = 1"))
                .isEqualTo(1);
        assertThat(taught(kept)).isEqualTo(1);
    }

    @Test
    void isAStudentOfItsOwnAgainAfterTheMergeIsUndone() {
        String merge = sis.count("SELECT count(*) FROM student_merge WHERE district_id = :d") == 1
                ? identity.admin(sis.district)
                        .get("/v1/identity-reviews?state=SAME")
                        .then()
                        .body("items", hasSize(1))
                        .extract()
                        .path("items[0].mergeId")
                : "";
        identity.undo(sis.district, merge).statusCode(200);
        sis.run(twice());

        assertThat(sis.count("SELECT count(*) FROM student WHERE district_id = :d AND active AND merged_into IS NULL"))
                .isEqualTo(2);
        assertThat(taught(kept)).isEqualTo(1);
        assertThat(taught(merged)).isEqualTo(1);
    }

    /** Only the merged record's row lists the parent, and a later import leaves the parent with the surviving student. */
    @Test
    void keepsTheParentWhomTheMergedRecordLists() {
        var family = new RosterProbe();
        var child = family.id("user:u2");
        family.run(withParentOfTheOther());
        identity.compared(family.district);
        identity.merge(family.district, child);
        family.run(withParentOfTheOther()
                        .replace("users", "Anne,Applewood,,,,,,\"p1\",9", "Anne,Applewood,,,,,,\"p1\",10"))
                .body("state", equalTo("COMPLETED"));

        assertThat(family.count("SELECT count(*) FROM student_guardian WHERE district_id = :d AND student_id = '"
                        + child + "' AND ended_on IS NULL AND educational_rights"))
                .isEqualTo(1);
        assertThat(family.count("SELECT count(*) FROM student_guardian WHERE district_id = :d"))
                .isEqualTo(1);
    }

    private static PackageFixture withParentOfTheOther() {
        return twice().replace("users", "Anne,Applewood,,,,,,,9", "Anne,Applewood,,,,,,\"p1\",9")
                .row("users", "p1,,,true,rosa,,Rosa,Applewood,,,rosa@home.example,,,,,,,,,,s1,")
                .row("roles", "rp,,,p1,primary,parent,,,s1,");
    }

    private static PackageFixture twice() {
        return PackageFixture.small()
                .replace("users", "Ben,Birchtree", "Anne,Applewood")
                .row("demographics", "u3,,,2012-03-04,female,,true,,,,,,US,AZ,Mesa,");
    }

    private long taught(UUID student) {
        return sis.count(
                "SELECT count(*) FROM teacher_student WHERE district_id = :d AND student_id = '" + student + "'");
    }
}
