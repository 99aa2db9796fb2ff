package org.schoolcase.students.privacy.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A family's request to inspect the record; staff say for whom they record it. */
public record AccessRequestBody(
        @NotNull LocalDate receivedOn,
        @Nullable @Valid Before before,
        @Nullable UUID guardianId,
        @Nullable Boolean byStudent) {

    /** The meeting or hearing before which it must be answered. */
    public record Before(@NotNull Meeting kind, @NotNull LocalDate on) {}

    @Nullable
    LocalDate beforeOn() {
        return before == null ? null : before.on();
    }
}
