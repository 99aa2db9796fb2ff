package org.schoolcase.students.privacy.disclosure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A disclosure that was made outside this suite and belongs into the log: a subpoena answered, records sent to a school. */
public record DisclosureRequest(
        @NotNull Instant disclosedAt,
        @NotNull RecipientKind recipientKind,

        @NotBlank @Size(max = 300) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String recipientName,

        @NotEmpty @Size(max = 100)
        List<@NotNull @Size(max = 60) @Pattern(regexp = "[A-Za-z][A-Za-z0-9_.]*") String> fields,

        @NotBlank @Size(max = 1000) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String purpose,

        @NotNull DisclosureBasis basis,
        @Nullable UUID consentId,

        @Nullable @Size(min = 1, max = 1000) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String threat,

        @Nullable @Size(max = 20)
        List<@NotNull @Size(min = 1, max = 300) @Pattern(regexp = "[^\\p{Cntrl}]*") String> furtherRecipients) {

    List<String> furtherRecipientsOrNone() {
        return furtherRecipients == null ? List.of() : furtherRecipients;
    }
}
