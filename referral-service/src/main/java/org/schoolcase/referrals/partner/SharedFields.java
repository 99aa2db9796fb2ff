package org.schoolcase.referrals.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.referrals.consent.DisclosableField;
import org.schoolcase.referrals.referral.Referral;
import org.schoolcase.referrals.student.Guardian;
import org.schoolcase.referrals.student.Student;

/** The fields of a student that were agreed, and no other: a field that was not agreed is not there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SharedFields(
        @Nullable Name name,
        @Nullable LocalDate birthDate,
        @Nullable String grade,
        @Nullable List<UUID> schoolIds,
        @Nullable String language,
        @Nullable List<GuardianContact> guardianContacts,
        @Nullable String reason) {

    /** The student's name. */
    record Name(String givenName, String familyName) {}

    /** How a guardian who may be contacted is reached. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GuardianContact(
            String givenName,
            String familyName,
            String relation,
            String language,
            @Nullable String email) {

        static GuardianContact of(Guardian g) {
            return new GuardianContact(g.givenName(), g.familyName(), g.relation(), g.language(), g.email());
        }
    }

    static SharedFields of(Referral referral, Student student) {
        var agreed = Set.copyOf(referral.fields());
        return new SharedFields(
                agreed.contains(DisclosableField.NAME) ? new Name(student.givenName(), student.familyName()) : null,
                agreed.contains(DisclosableField.BIRTH_DATE) ? student.birthDate() : null,
                agreed.contains(DisclosableField.GRADE) ? student.grade() : null,
                agreed.contains(DisclosableField.SCHOOL) ? student.schoolIds() : null,
                agreed.contains(DisclosableField.LANGUAGE) ? student.language() : null,
                agreed.contains(DisclosableField.GUARDIAN_CONTACT) ? contacts(student) : null,
                agreed.contains(DisclosableField.REASON) ? referral.reason() : null);
    }

    private static List<GuardianContact> contacts(Student student) {
        return student.guardians().stream()
                .filter(Guardian::mayContact)
                .map(GuardianContact::of)
                .toList();
    }
}
