package org.schoolcase.students.privacy.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.students.identity.review.IdentityFixture;

/** Records that were merged into the student's are destroyed with it, and what the merge remembered of its fields. */
@QuarkusTest
@NullMarked
class DestructionOfMergedTest extends DestructionFixture {

    private static final List<String> STUDENT = List.of(
            "birth_date is not null",
            "preferred_given_name is not null",
            "preferred_family_name is not null",
            "home_languages <> '{}'",
            "language = 'es'");
    private static final List<String> ROSTER_USER = List.of("email", "sms", "pronouns", "metadata", "agent_ids");
    private static final List<String> MERGE = List.of(
            "2015-03-07",
            "Lulu",
            "Cactusdotter",
            "\"ny\"",
            "birthDate",
            "preferredGivenName",
            "preferredFamilyName",
            "homeLanguages");

    @Inject
    IdentityFixture identity;

    private UUID merged;

    @BeforeEach
    void aStudentWhoWasEnteredTwiceAndLeft() {
        merged = fixture.student(world.district, "Leila", "Jellyroll", world.school);
        world.guardian(merged, world.mother, "Rosa", true);
        fixture.write(
                world.district,
                "update student set preferred_given_name = 'Lulu', language = 'es' where id = ?",
                world.student);
        fixture.write(
                world.district,
                "update student set preferred_family_name = 'Cactusdotter', home_languages = '{ny}', language = 'es' where id = ?",
                merged);
        for (var record : List.of(world.student, merged)) {
            fixture.write(
                    world.district,
                    "insert into roster_user (id, sourced_id, status, date_last_modified, row_hash, enabled, username, given_name,"
                            + " family_name, phone, email, sms, pronouns, metadata, agent_ids) values (?, ?, 'ACTIVE', now(), ?, true,"
                            + " 'x', 'Leila', 'Jellyroll', '602-555-0147', 'x@home.example', '602-555-0148', 'they',"
                            + " '{\"a\": 1}', array[?])",
                    record,
                    record.toString(),
                    record,
                    world.mother);
        }
        identity.compared(world.district);
        identity.merge(world.district, world.student);
        leaves();
        rules(7);
    }

    @Test
    void leavesOfTheFieldsOnlyThoseOfThePermanentRecord() {
        assertThat(of(
                        world.student,
                        "student",
                        "preferred_family_name = 'Cactusdotter' and home_languages = '{ny}' and id"))
                .as("filled up by the merge")
                .isEqualTo(1);
        assertThat(MERGE).as("remembered by the merge").allSatisfy(kept -> assertThat(
                        of(world.student, "student_merge", "before::text ~ '" + kept + "' and surviving_id"))
                .isEqualTo(1));

        step(announced("SUPPORT_RECORD"), "execution").statusCode(200);

        var left = new ArrayList<String>();
        for (var record : List.of(world.student, merged)) {
            assertThat(of(record, "student", "given_name = 'Leila' and id")).isEqualTo(1);
            assertThat(of(record, "roster_user", "phone = '602-555-0147' and id"))
                    .isEqualTo(1);
            STUDENT.stream()
                    .filter(kept -> of(record, "student", kept + " and id") > 0)
                    .forEach(left::add);
            ROSTER_USER.stream()
                    .filter(kept -> of(record, "roster_user", kept + " is not null and id") > 0)
                    .forEach(left::add);
        }
        MERGE.stream()
                .filter(kept ->
                        of(world.student, "student_merge", "before::text ~ '" + kept + "' and surviving_id") > 0)
                .forEach(left::add);
        assertThat(left).isEmpty();
        assertThat(of(world.student, "student_merge", "before -> 'after' -> 'schoolIds' is not null and surviving_id"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPPORT_RECORD", "WHOLE_RECORD"})
    void takesTheRecordsThatWereMergedIntoIt(String scope) {
        step(announced(scope), "execution").statusCode(200);

        for (var table : List.of("student_field_change", "student_guardian")) {
            assertThat(of(merged, table, "student_id")).as(table).isZero();
            assertThat(of(world.student, table, "student_id")).as(table).isZero();
        }
        var stays = scope.equals("SUPPORT_RECORD") ? 1 : 0;
        assertThat(of(merged, "student", "id")).isEqualTo(stays);
        assertThat(of(merged, "student_merge", "merged_id")).isEqualTo(stays);
        assertThat(of(merged, "roster_user", "id")).isEqualTo(stays);
    }
}
