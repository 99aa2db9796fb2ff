package org.schoolcase.notifications.profile;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one guardian of a student can be told something. */
@Embeddable
public record Guardian(
        UUID guardianId,
        @Nullable String language,
        @Nullable String email,
        boolean mayContact,
        boolean educationalRights) {

    /** Only who holds educational rights and may be contacted is told about a case. */
    public boolean isEntitled() {
        return mayContact && educationalRights;
    }
}
