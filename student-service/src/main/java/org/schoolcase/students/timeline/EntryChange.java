package org.schoolcase.students.timeline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What may be asked of an entry that is recorded. */
public final class EntryChange {

    private EntryChange() {}

    /** It holds until a last day, from now on or already; it was right as long as it held. */
    public record Ending(
            @NotNull LocalDate endsOn,

            @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
            String reason) {}

    /** It should never have been recorded. */
    public record Withdrawal(
            @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
            String reason) {}
}
