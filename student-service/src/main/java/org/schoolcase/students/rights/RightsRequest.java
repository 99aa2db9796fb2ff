package org.schoolcase.students.rights;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.timeline.Entry;
import org.schoolcase.students.timeline.Period;

/** An authority of a guardian, or without guardianId of the adult student, and its days. */
public record RightsRequest(
        @Nullable UUID guardianId,
        @NotNull Authority authority,
        @NotNull RightsEffect effect,

        @Nullable @Size(min = 1, max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String documentReference,

        @NotNull LocalDate beginsOn,
        @Nullable LocalDate endsOn,

        @Nullable @Size(min = 1, max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reason,

        @Nullable UUID corrects) {

    Entry entry(UUID studentId) {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("guardian_id", guardianId);
        details.put("authority", authority.name());
        details.put("effect", effect.name());
        details.put("document_reference", documentReference);
        return new Entry(studentId, new Period(beginsOn, endsOn), details, reason, corrects);
    }
}
