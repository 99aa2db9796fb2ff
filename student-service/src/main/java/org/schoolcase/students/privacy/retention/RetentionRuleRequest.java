package org.schoolcase.students.privacy.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A retention period that the district sets: years after the student left, and the days between notice and destruction. */
public record RetentionRuleRequest(
        @NotNull RecordKind kind,
        @NotNull LocalDate effectiveFrom,
        @NotNull @Min(0) @Max(150) Integer years,
        @NotNull @Min(1) @Max(3650) Integer noticeDays,
        @NotBlank @Size(max = 500) String authority) {}
