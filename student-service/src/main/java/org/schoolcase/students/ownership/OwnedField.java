package org.schoolcase.students.ownership;

import java.util.Arrays;
import java.util.Optional;

/** Fields that both the roster and the suite know, with the owner they have until a district settles it. */
public enum OwnedField {
    STUDENT_GIVEN_NAME("STUDENT.givenName", Owner.ROSTER),
    STUDENT_MIDDLE_NAME("STUDENT.middleName", Owner.ROSTER),
    STUDENT_FAMILY_NAME("STUDENT.familyName", Owner.ROSTER),
    STUDENT_PREFERRED_GIVEN_NAME("STUDENT.preferredGivenName", Owner.LOCAL),
    STUDENT_BIRTH_DATE("STUDENT.birthDate", Owner.ROSTER),
    STUDENT_GRADE("STUDENT.grade", Owner.ROSTER),
    STAFF_GIVEN_NAME("STAFF.givenName", Owner.ROSTER),
    STAFF_FAMILY_NAME("STAFF.familyName", Owner.ROSTER),
    STAFF_EMAIL("STAFF.email", Owner.ROSTER),
    GUARDIAN_GIVEN_NAME("GUARDIAN.givenName", Owner.LOCAL),
    GUARDIAN_FAMILY_NAME("GUARDIAN.familyName", Owner.LOCAL),
    GUARDIAN_EMAIL("GUARDIAN.email", Owner.LOCAL),
    GUARDIAN_PHONE("GUARDIAN.phone", Owner.LOCAL);

    /** Who says what a field holds. */
    public enum Owner {
        /** Every sync sets it; nobody else does. */
        ROSTER,
        /** No sync touches it once the record is there. */
        LOCAL
    }

    private final String path;
    private final Owner usual;

    OwnedField(String path, Owner usual) {
        this.path = path;
        this.usual = usual;
    }

    /** Record and field, such as {@code STUDENT.grade}. */
    public String path() {
        return path;
    }

    public Owner usual() {
        return usual;
    }

    static Optional<OwnedField> named(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }
}
