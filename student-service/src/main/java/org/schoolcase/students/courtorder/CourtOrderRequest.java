package org.schoolcase.students.courtorder;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.timeline.Entry;
import org.schoolcase.students.timeline.Period;

/** A custody order (with custody), or a no-contact order (with revokesRecordAccess and whom it protects). */
public record CourtOrderRequest(
        @NotNull OrderKind kind,
        @NotNull UUID guardianId,
        @Nullable Custody custody,
        @Nullable @Size(max = 20) List<@NotNull UUID> protectedGuardianIds,
        @Nullable Boolean revokesRecordAccess,

        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String court,

        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String documentReference,

        @NotNull LocalDate beginsOn,
        @Nullable LocalDate endsOn,

        @Nullable @Size(min = 1, max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reason,

        @Nullable UUID corrects) {

    List<UUID> protectedGuardians() {
        return protectedGuardianIds == null ? List.of() : protectedGuardianIds;
    }

    Entry entry(UUID studentId) {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("guardian_id", guardianId);
        details.put("kind", kind.name());
        details.put("custody", custody == null ? null : custody.name());
        details.put("protected_guardian_ids", protectedGuardians().toArray(UUID[]::new));
        details.put("revokes_record_access", Boolean.TRUE.equals(revokesRecordAccess));
        details.put("court", court);
        details.put("document_reference", documentReference);
        return new Entry(studentId, new Period(beginsOn, endsOn), details, reason, corrects);
    }
}
