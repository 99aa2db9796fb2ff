package org.schoolcase.notifications.profile;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one guardian of a student can be told something, and since when. */
@Embeddable
public record Guardian(
        UUID guardianId,
        @Nullable String language,
        @Nullable String email,
        boolean mayContact,
        boolean educationalRights,
        @Nullable Instant contactableSince,
        @Nullable LocalDate rightsSince) {

    /** Only who holds educational rights and may be contacted is told about a case. */
    public boolean isEntitled() {
        return mayContact && educationalRights;
    }

    /** Whether he was entitled when something happened, as far as is known; what was before his time is not for him. */
    boolean wasEntitled(Moment moment) {
        return isEntitled()
                && (contactableSince == null || !contactableSince.isAfter(moment.at()))
                && (rightsSince == null || !rightsSince.isAfter(moment.day()));
    }
}
