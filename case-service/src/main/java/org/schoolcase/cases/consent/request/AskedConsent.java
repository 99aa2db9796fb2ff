package org.schoolcase.cases.consent.request;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.consent.ConsentKind;

/**
 * A consent that was asked for, as the API shows it.
 *
 * @param records records that would be released
 * @param recipients to whom they would be released
 * @param askedOf guardian who was asked; null when the adult student was (34 CFR 300.520)
 * @param noticeId prior written notice that came before it
 * @param safeguardsId safeguards notice that came before it
 * @param answeredBy the consent, given or refused, that answers it; null while unanswered
 * @param attempts what was tried to get an answer, the first first
 */
public record AskedConsent(
        UUID id,
        UUID caseId,
        ConsentKind kind,
        String scope,
        List<String> records,
        List<String> recipients,
        String language,
        @Nullable UUID askedOf,
        Sending sentBy,
        LocalDate sentOn,
        @Nullable UUID noticeId,
        @Nullable UUID safeguardsId,
        @Nullable UUID answeredBy,
        @Nullable String answer,
        List<Attempt> attempts) {

    /** How a request was sent. */
    public enum Sending {
        IN_PERSON,
        MAIL,
        ELECTRONIC
    }

    /** As who was asked reads it: what was tried to reach him is the school's own record. */
    AskedConsent withoutAttempts() {
        return new AskedConsent(
                id,
                caseId,
                kind,
                scope,
                records,
                recipients,
                language,
                askedOf,
                sentBy,
                sentOn,
                noticeId,
                safeguardsId,
                answeredBy,
                answer,
                List.of());
    }

    /** Whether nobody answered yet. */
    public boolean isOpen() {
        return answeredBy == null;
    }
}
