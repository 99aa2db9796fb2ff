package org.schoolcase.students.privacy.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.inbox.ReceivedEvent;
import org.schoolcase.students.privacy.PrivacyEvents;
import org.schoolcase.students.privacy.disclosure.Disclosure.Ground;
import org.schoolcase.students.privacy.disclosure.Disclosure.Recipient;
import org.schoolcase.students.privacy.disclosure.Disclosure.Source;

/** Learns from the referral service what agencies read, and puts each reading into the log. */
@ApplicationScoped
class ReferralDisclosureConsumer implements PrivacyEvents {

    static final String TYPE = "org.schoolcase.referral.disclosed.v1";

    /** What is read of a disclosure by referral: ids, names of fields, purpose and basis as codes. */
    record Disclosed(
            UUID disclosureId,
            UUID referralId,
            UUID studentId,
            UUID agencyId,
            @Nullable UUID consentId,
            List<String> fields,
            String purpose,
            Instant at) {
        Disclosed {
            Objects.requireNonNull(disclosureId, "disclosureId");
            Objects.requireNonNull(studentId, "studentId");
            Objects.requireNonNull(agencyId, "agencyId");
            Objects.requireNonNull(at, "at");
            fields = List.copyOf(Objects.requireNonNull(fields, "fields"));
        }
    }

    private final DisclosureLog log;

    ReferralDisclosureConsumer(DisclosureLog log) {
        this.log = log;
    }

    @Override
    public void on(ReceivedEvent event) {
        if (event.type().equals(TYPE)) {
            log.add(logged(event.data(Disclosed.class)));
        }
    }

    private static Disclosure logged(Disclosed fact) {
        return new Disclosure(
                fact.disclosureId(),
                fact.studentId(),
                fact.at(),
                new Recipient(RecipientKind.AGENCY, fact.agencyId(), null),
                fact.fields(),
                fact.purpose(),
                new Ground(DisclosureBasis.CONSENT, fact.consentId(), null),
                List.of(),
                new Source("referral-service", fact.referralId()));
    }
}
