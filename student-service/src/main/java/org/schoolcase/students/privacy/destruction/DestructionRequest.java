package org.schoolcase.students.privacy.destruction;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** A destruction that is announced: what, why, since when the student is gone, and how the family was informed. */
public record DestructionRequest(
        @NotNull DestructionScope scope,
        @NotNull DestructionGround ground,
        @NotNull LocalDate leftOn,
        @NotNull LocalDate noticeOn,
        @NotNull NoticeMethod noticeMethod) {}
