package org.schoolcase.cases.consent.request;

import jakarta.enterprise.context.ApplicationScoped;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** Who learns that consent was asked for, and what was tried to get it. */
@ApplicationScoped
class AskingTold {

    private final Happenings happenings;
    private final Outbox outbox;
    private final Audit audit;

    AskingTold(Happenings happenings, Outbox outbox, Audit audit) {
        this.happenings = happenings;
        this.outbox = outbox;
        this.audit = audit;
    }

    void asked(AskedConsent asked, CaseFile file) {
        happenings.note(file, happening(asked.kind()), asked.sentOn(), asked.id());
        outbox.append(new ConsentRequested(file.id(), file.studentId(), asked.id(), asked.kind(), asked.sentOn()));
        audit.wrote(AuditEntry.of("consent.request", "consent-request", asked.id())
                .student(file.studentId())
                .fields("kind", "scope", "records", "recipients", "language", "askedOf", "sentBy", "sentOn"));
    }

    void tried(Attempt attempt, CaseFile file) {
        happenings.note(file, Kind.CONSENT_ATTEMPT_MADE, attempt.madeOn(), attempt.id());
        audit.wrote(AuditEntry.of("consent.attempt", "consent-attempt", attempt.id())
                .student(file.studentId())
                .fields("means", "madeOn", "madeBy", "outcome", "result"));
    }

    /** Clocks of law count from the request for consent to an evaluation, not from others. */
    private static Kind happening(ConsentKind kind) {
        return kind == ConsentKind.EVALUATION ? Kind.CONSENT_REQUESTED : Kind.OTHER_CONSENT_REQUESTED;
    }
}
