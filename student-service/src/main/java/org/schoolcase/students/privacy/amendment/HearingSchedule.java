package org.schoolcase.students.privacy.amendment;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;

/** When and where a hearing is, who conducts it, and when the family was told (34 CFR 99.22(b), (c)). */
public record HearingSchedule(
        @NotNull Instant at,
        @NotBlank @Size(max = 300) String place,
        @NotBlank @Size(max = 200) String officer,
        @NotNull @AssertTrue Boolean officerHasNoDirectInterest,
        @NotNull LocalDate noticeOn) {}
