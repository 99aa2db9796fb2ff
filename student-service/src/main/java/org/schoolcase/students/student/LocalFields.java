package org.schoolcase.students.student;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Decides which fields the district owns here; all others are the student information system's and corrected there. */
@ApplicationScoped
class LocalFields {

    private static final Set<StudentField> LOCAL = Set.of(
            StudentField.PREFERRED_GIVEN_NAME,
            StudentField.PREFERRED_FAMILY_NAME,
            StudentField.LANGUAGE,
            StudentField.HOME_LANGUAGES);

    boolean isLocal(StudentField field) {
        return LOCAL.contains(field);
    }
}
