package org.schoolcase.students.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/**
 * Tells with whose eyes the caller looks at a student to whom he has a relation. Who is a guardian of the student looks as
 * a guardian, whatever else he is: so a barred parent who works at the school learns no more there than at home.
 */
@ApplicationScoped
public class Beholder {

    /** The eyes. */
    public sealed interface Eyes {
        /** Somebody of the district. */
        record OfStaff() implements Eyes {}

        /** A guardian of the student; barred while a no-contact order is in force. */
        record OfGuardian(UUID guardianId, boolean barred) implements Eyes {}

        /** The student himself. */
        record OfStudent() implements Eyes {}
    }

    private static final Set<String> STAFF = Set.of(
            Role.DISTRICT_ADMIN,
            Role.SCHOOL_ADMIN,
            Role.COORDINATOR,
            Role.CASE_MANAGER,
            Role.TEACHER,
            Role.SERVICE_PROVIDER,
            Role.AUDITOR);

    private static final String STANDING =
            "select t.barred from guardian_standing(?, district_today()) t where t.guardian_id = ?";

    private final CurrentUser user;
    private final Rows rows;

    Beholder(CurrentUser user, Rows rows) {
        this.user = user;
        this.rows = rows;
    }

    /** With whose eyes the caller looks; he has a relation to the student. */
    public Eyes on(UUID studentId) {
        if (user.studentId().filter(studentId::equals).isPresent() && user.has(Role.STUDENT)) {
            return new Eyes.OfStudent();
        }
        return guardian(studentId).map(Eyes.class::cast).orElseGet(Eyes.OfStaff::new);
    }

    /** A guardian's token that is of nobody's staff never looks with the eyes of staff. */
    private Optional<Eyes.OfGuardian> guardian(UUID studentId) {
        var id = user.guardianId().filter(_ -> user.has(Role.GUARDIAN));
        var found = id.flatMap(guardian -> rows.first(
                Query.of(STANDING, studentId, guardian), row -> new Eyes.OfGuardian(guardian, row.getBoolean(1))));
        if (found.isEmpty() && user.roles().stream().noneMatch(STAFF::contains)) {
            return Optional.of(new Eyes.OfGuardian(id.orElse(new UUID(0, 0)), true));
        }
        return found;
    }
}
