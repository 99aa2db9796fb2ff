package org.schoolcase.notifications.profile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.rule.Capacity;

/**
 * Who is told what concerns a student's education: a guardian, the adult student to whom the rights passed, or of what the
 * Act requires the parent from whom they passed.
 */
public record FamilyMember(
        UUID id, @Nullable String language, @Nullable String email, Capacity capacity) {

    static FamilyMember of(Guardian guardian) {
        return new FamilyMember(guardian.guardianId(), guardian.language(), guardian.email(), guardian.capacity());
    }
}
