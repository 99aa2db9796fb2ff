package org.schoolcase.students.privacy.mention;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What is done with another student's name, and why. */
public record MentionDecisionRequest(
        @NotNull MentionView.Decision decision,

        @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reason) {}
