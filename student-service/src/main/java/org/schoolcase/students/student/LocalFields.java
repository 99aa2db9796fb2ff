package org.schoolcase.students.student;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.schoolcase.students.ownership.FieldOwners;
import org.schoolcase.students.ownership.OwnedField;

/**
 * Decides which fields are kept here; all others are the student information system's and corrected there. What the
 * roster knows too has the owner that the district has settled.
 */
@ApplicationScoped
class LocalFields {

    private static final Map<StudentField, OwnedField> SHARED = Map.of(
            StudentField.GIVEN_NAME, OwnedField.STUDENT_GIVEN_NAME,
            StudentField.MIDDLE_NAME, OwnedField.STUDENT_MIDDLE_NAME,
            StudentField.FAMILY_NAME, OwnedField.STUDENT_FAMILY_NAME,
            StudentField.PREFERRED_GIVEN_NAME, OwnedField.STUDENT_PREFERRED_GIVEN_NAME,
            StudentField.BIRTH_DATE, OwnedField.STUDENT_BIRTH_DATE,
            StudentField.GRADE, OwnedField.STUDENT_GRADE);
    private static final Set<StudentField> ALWAYS =
            Set.of(StudentField.PREFERRED_FAMILY_NAME, StudentField.LANGUAGE, StudentField.HOME_LANGUAGES);

    private final FieldOwners owners;

    LocalFields(FieldOwners owners) {
        this.owners = owners;
    }

    boolean isLocal(StudentField field) {
        var shared = SHARED.get(field);
        return shared == null ? ALWAYS.contains(field) : owners.isLocal(shared);
    }
}
