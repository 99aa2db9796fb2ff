package org.schoolcase.students.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may consent for a student on a day, and why.
 *
 * @param holders those who may consent
 * @param others guardians, and the student, who may not
 * @param ageOfMajority only where the law data has it for the State
 */
public record RightsHolders(
        UUID studentId,
        LocalDate on,
        List<Person> holders,
        List<Person> others,
        @Nullable AgeOfMajority ageOfMajority) {

    /** The student or a guardian, with the ground on which he may or may not consent. */
    public record Person(
            Kind kind,
            UUID id,
            @Nullable String relation,
            String givenName,
            String familyName,
            @Nullable Authority authority,
            @Nullable UUID entryId,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            @Nullable String documentReference,
            Reason reason) {}

    /** Which of the two. */
    public enum Kind {
        STUDENT,
        GUARDIAN
    }

    /** A reason with its source. */
    public record Reason(String code, String says, String citation, String confidence) {}

    /** At which age rights may pass, and when this student reaches it. */
    public record AgeOfMajority(int age, @Nullable LocalDate reachedOn, String citation, String confidence) {}
}
