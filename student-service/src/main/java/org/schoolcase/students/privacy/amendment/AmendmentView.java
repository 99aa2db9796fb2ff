package org.schoolcase.students.privacy.amendment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to amend a record with all that came of it; guardianId is null where the adult student asks. */
public record AmendmentView(
        UUID id,
        UUID studentId,
        @Nullable UUID guardianId,
        String recordPart,
        AmendmentGround ground,
        String wanted,
        LocalDate receivedOn,
        AmendmentState state,
        @Nullable Decision decision,
        @Nullable AmendmentNotice notice,
        @Nullable Hearing hearing,
        @Nullable Statement statement,
        Instant recordedAt,
        long version) {

    /** The school's decision, 34 CFR 99.20(b). */
    public record Decision(
            LocalDate decidedOn,
            @Nullable String reason,
            @Nullable LocalDate informedOn) {}

    /** The hearing, 34 CFR 99.22. */
    public record Hearing(
            Instant at,
            @Nullable String place,
            @Nullable String officer,
            @Nullable LocalDate noticeOn,
            @Nullable LocalDate heldOn,
            @Nullable LocalDate decidedOn,
            @Nullable String evidence,
            @Nullable String reason,
            @Nullable LocalDate informedOn) {}

    /** The family's statement, kept and shown with the contested part, 34 CFR 99.21(c). */
    public record Statement(
            UUID amendmentId,
            String recordPart,
            String statement,
            @Nullable LocalDate placedOn) {}
}
