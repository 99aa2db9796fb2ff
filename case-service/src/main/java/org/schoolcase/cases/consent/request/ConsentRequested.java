package org.schoolcase.cases.consent.request;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that consent was asked for. */
record ConsentRequested(UUID caseId, UUID studentId, UUID requestId, ConsentKind kind, LocalDate sentOn)
        implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.consent-requested.v1";
    }
}
