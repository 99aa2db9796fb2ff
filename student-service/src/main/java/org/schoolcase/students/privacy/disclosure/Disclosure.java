package org.schoolcase.students.privacy.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One disclosure of a record, as it goes into the log of 34 CFR 99.32. */
public record Disclosure(
        UUID id,
        UUID studentId,
        Instant disclosedAt,
        Recipient recipient,
        List<String> fields,
        String purpose,
        Ground ground,
        List<String> furtherRecipients,
        Source source) {

    /** The party: an id this suite knows, or a name. */
    public record Recipient(
            RecipientKind kind, @Nullable UUID id, @Nullable String name) {}

    /** The legal basis, with the consent or the threat that belongs to it. */
    public record Ground(
            DisclosureBasis basis,
            @Nullable UUID consentId,
            @Nullable String threat) {

        static Ground of(DisclosureBasis basis) {
            return new Ground(basis, null, null);
        }
    }

    /** The service that disclosed it, and by which thing. */
    public record Source(String service, @Nullable UUID id) {}
}
