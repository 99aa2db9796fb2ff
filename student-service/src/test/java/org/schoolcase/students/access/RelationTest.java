package org.schoolcase.students.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.Relation.Caller;

@NullMarked
class RelationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final UUID ME = UUID.fromString("11111111-0000-4000-8000-000000000001");
    private static final UUID SCHOOL = UUID.fromString("22222222-0000-4000-8000-000000000002");

    @ParameterizedTest
    @ValueSource(strings = {Role.DISTRICT_ADMIN, Role.COORDINATOR, Role.AUDITOR})
    void opensTheWholeDistrict(String role) {
        assertThat(of(role).condition()).isEqualTo("true");
        assertThat(of(role).values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.OPERATOR, Role.AGENCY, Role.SIS_SYNC})
    void opensNothingToThoseWithoutRelation(String role) {
        assertThat(of(role).condition()).isEqualTo("false");
    }

    @Test
    void opensItsSchoolsToASchoolAdmin() {
        assertThat(of(Role.SCHOOL_ADMIN).condition()).isEqualTo("(s.school_ids && ?)");
        assertThat(of(Role.SCHOOL_ADMIN).values()).containsExactly((Object) new UUID[] {SCHOOL});
    }

    @Test
    void opensSchoolsAndCasesToACaseManager() {
        assertThat(of(Role.CASE_MANAGER).condition())
                .contains("school_ids")
                .contains("case_team")
                .contains(" or ");
        assertThat(of(Role.CASE_MANAGER).values()).hasSize(3).endsWith(ME, TODAY);
    }

    @Test
    void asksForTheDayOfTheEnrollmentOfATeacher() {
        assertThat(of(Role.TEACHER).condition())
                .contains("teacher_student")
                .contains("between t.begins_on and t.ends_on");
        assertThat(of(Role.TEACHER).values()).startsWith(ME, TODAY);
    }

    @Test
    void opensCasesButNoSchoolToAServiceProvider() {
        assertThat(of(Role.SERVICE_PROVIDER).condition()).contains("case_team").doesNotContain("school_ids");
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.CASE_MANAGER, Role.SERVICE_PROVIDER, Role.TEACHER})
    void asksForTheDaysOnTheTeam(String role) {
        assertThat(of(role).condition()).contains("between c.from_on and c.to_on");
        assertThat(of(role).values()).endsWith(ME, TODAY);
    }

    @Test
    void asksForTheRightsOfAGuardianOnThisDay() {
        assertThat(of(Role.GUARDIAN).condition())
                .contains("guardian_standing(")
                .contains("educational_rights or t.may_contact");
        assertThat(of(Role.GUARDIAN).values()).containsExactly(TODAY, ME);
    }

    @Test
    void opensHimselfToAStudent() {
        assertThat(of(Role.STUDENT).condition()).startsWith("(s.id = ").contains("merged_into");
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.TEACHER, Role.SERVICE_PROVIDER, Role.GUARDIAN, Role.STUDENT, Role.SCHOOL_ADMIN})
    void opensNothingWhereTheTokenNamesNobody(String role) {
        var nobody = new Caller(Set.of(role), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(Relation.of(nobody, TODAY).condition()).isEqualTo("false");
    }

    private static Relation of(String role) {
        return Relation.of(
                new Caller(Set.of(role), Set.of(SCHOOL), Optional.of(ME), Optional.of(ME), Optional.of(ME)), TODAY);
    }
}
