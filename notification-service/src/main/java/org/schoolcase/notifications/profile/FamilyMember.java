package org.schoolcase.notifications.profile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is told what concerns a student's education: a guardian, or the adult student to whom the rights passed. */
public record FamilyMember(
        UUID id, @Nullable String language, @Nullable String email, boolean isStudent) {

    static FamilyMember of(Guardian guardian) {
        return new FamilyMember(guardian.guardianId(), guardian.language(), guardian.email(), false);
    }
}
