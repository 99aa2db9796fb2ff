package org.schoolcase.cases.intake.suggestion;

import java.util.Set;
import java.util.UUID;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/**
 * The suggestions open to a caller, as a condition on {@code intake_suggestion s}: of all students, or of his schools.
 *
 * <p>The schools are looked up for each suggestion: row-level security keeps {@code &&} from using an index.
 *
 * @param wholeDistrict whether every student is in reach
 */
record SuggestionReach(boolean wholeDistrict, Set<UUID> schools) {

    static SuggestionReach of(CurrentUser user) {
        var whole = user.acts(Role.COORDINATOR) || user.acts(Role.DISTRICT_ADMIN) || user.acts(Role.AUDITOR);
        return new SuggestionReach(whole, user.schoolIds());
    }

    String sql() {
        return wholeDistrict
                ? "true"
                : "(SELECT p.school_ids FROM student_profile p WHERE p.id = s.student_id) && CAST(? AS uuid[])";
    }

    Object[] values() {
        return wholeDistrict ? new Object[0] : new Object[] {schools.toArray(UUID[]::new)};
    }
}
