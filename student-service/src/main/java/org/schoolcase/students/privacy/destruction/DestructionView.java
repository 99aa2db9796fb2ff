package org.schoolcase.students.privacy.destruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A destruction and, once done, its proof: what kinds and how many, when, by which rule, and a hash over all of it. */
public record DestructionView(
        UUID id,
        UUID studentId,
        DestructionScope scope,
        DestructionGround ground,
        DestructionState state,
        LocalDate leftOn,
        LocalDate noticeOn,
        NoticeMethod noticeMethod,
        LocalDate earliestOn,
        String rule,
        String citation,
        @Nullable Instant orderedAt,
        @Nullable Instant destroyedAt,
        List<Count> counts,
        @Nullable String hash,
        long version) {

    /** Rows of one kind that a service destroyed; a dash and 0 where it had none. */
    public record Count(String service, String kind, long destroyed, Instant at) {}
}
