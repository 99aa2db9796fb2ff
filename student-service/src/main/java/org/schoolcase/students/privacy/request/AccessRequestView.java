package org.schoolcase.students.privacy.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to inspect a record; guardianId is null where the adult student asks. */
public record AccessRequestView(
        UUID id,
        UUID studentId,
        @Nullable UUID guardianId,
        LocalDate receivedOn,
        AccessRequestBody.@Nullable Before before,
        DueDate due,
        AccessState state,
        List<Part> parts,
        @Nullable Export export,
        @Nullable Handover handover,
        long version) {

    /** The part of one service; readyAt is null until it is assembled. */
    public record Part(
            String service,
            @Nullable Instant readyAt,
            @Nullable Integer rows,
            @Nullable String sha256) {}

    /** The finished export, until it expires. */
    public record Export(Instant readyAt, Instant expiresAt, String sha256, long bytes) {}

    /** How the family received it. */
    public record Handover(LocalDate on, HandoverMethod method) {}
}
