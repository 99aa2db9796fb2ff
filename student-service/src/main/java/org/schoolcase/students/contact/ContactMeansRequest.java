package org.schoolcase.students.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.timeline.Entry;
import org.schoolcase.students.timeline.Period;

/** A number or address of a guardian, or without guardianId of the student, and when it may be used. */
public record ContactMeansRequest(
        @Nullable UUID guardianId,
        @NotNull ContactKind kind,

        @NotBlank @Size(max = 300) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String value,

        @Nullable LocalTime callFrom,
        @Nullable LocalTime callUntil,
        @NotNull Boolean doNotUse,

        @Nullable @Size(min = 1, max = 300) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String limits,

        @NotNull LocalDate beginsOn,
        @Nullable LocalDate endsOn,

        @Nullable @Size(min = 1, max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reason,

        @Nullable UUID corrects) {

    Entry entry(UUID studentId) {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("guardian_id", guardianId);
        details.put("kind", kind.name());
        details.put("value", value.strip());
        details.put("call_from", callFrom);
        details.put("call_until", callUntil);
        details.put("do_not_use", doNotUse);
        details.put("limits", limits);
        return new Entry(studentId, new Period(beginsOn, endsOn), details, reason, corrects);
    }
}
