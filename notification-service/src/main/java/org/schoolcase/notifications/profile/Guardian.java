package org.schoolcase.notifications.profile;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.rule.Capacity;

/** How one guardian of a student can be told something, and since when. */
@Embeddable
public record Guardian(
        UUID guardianId,
        @Nullable String language,
        @Nullable String email,
        boolean mayContact,
        boolean educationalRights,
        boolean rightsPassed,
        @Nullable Instant contactableSince,
        @Nullable LocalDate rightsSince) {

    /**
     * Only who holds educational rights and may be contacted is told about a case; of a required notice also from whom they
     * passed to the adult student.
     */
    boolean isTold(boolean required) {
        return mayContact && (educationalRights || (required && rightsPassed));
    }

    /** Whether he was to be told when something happened, as far as is known; what was before his time is not for him. */
    boolean wasTold(Moment moment, boolean required) {
        return isTold(required)
                && (contactableSince == null || !contactableSince.isAfter(moment.at()))
                && (rightsSince == null || !rightsSince.isAfter(moment.day()));
    }

    Capacity capacity() {
        return educationalRights ? Capacity.GUARDIAN : Capacity.PARENT_OF_ADULT;
    }
}
