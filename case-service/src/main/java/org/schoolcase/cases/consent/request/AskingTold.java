package org.schoolcase.cases.consent.request;

import jakarta.enterprise.context.ApplicationScoped;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.cases.deadlinequeue.DirtyCases;
import org.schoolcase.cases.deadlinequeue.DirtyCases.Because;
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
    private final DirtyCases dirty;

    AskingTold(Happenings happenings, Outbox outbox, Audit audit, DirtyCases dirty) {
        this.happenings = happenings;
        this.outbox = outbox;
        this.audit = audit;
        this.dirty = dirty;
    }

    /** A clock that does not count while consent is waited for is counted anew. */
    void asked(AskedConsent asked, CaseFile file) {
        happenings.note(file, happening(asked.kind()), asked.sentOn(), asked.id());
        dirty.mark(file.id(), Because.FACT);
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
