package org.schoolcase.cases.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite what was decided about a referral. */
record ReferralDecided(
        UUID caseId, UUID studentId, UUID decisionId, ReferralDecision.Choice decision, LocalDate decidedOn)
        implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.referral-decided.v1";
    }
}
