package org.schoolcase.cases.casedeadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.cases.casedeadline.CaseDeadline.EndedBy;
import org.schoolcase.cases.casedeadline.CaseDeadline.Trigger;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.NoNumericDeadline;
import org.schoolcase.cases.deadline.Answer.NotComputed;
import org.schoolcase.cases.deadline.DeadlineEngine;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.kit.outbox.Outbox;

/** Starts and stops the clocks of law of a case, in the transaction of the fact that does so. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CaseClocks {

    private final CaseDeadlineRepository deadlines;
    private final DeadlineEngine engine;
    private final CountingGround ground;
    private final Outbox outbox;
    private final TraceKeeper traces;

    CaseClocks(
            CaseDeadlineRepository deadlines,
            DeadlineEngine engine,
            CountingGround ground,
            Outbox outbox,
            TraceKeeper traces) {
        this.deadlines = deadlines;
        this.engine = engine;
        this.ground = ground;
        this.outbox = outbox;
        this.traces = traces;
    }

    /** Consent for evaluation was received: the evaluation is due in the time that the district's state sets. */
    public DeadlineView evaluationConsented(CaseFile file, UUID consentId, LocalDate receivedOn) {
        var trigger = new Trigger(file.id(), file.studentId(), consentId, LawEvent.CONSENT_RECEIVED, receivedOn);
        var known = ground.ofCase(file.id());
        var facts = known.facts().and(LawEvent.CONSENT_RECEIVED, receivedOn);
        var answer = engine.compute(known.jurisdiction(), Step.INITIAL_EVALUATION, facts, known.ground());
        return switch (answer) {
            case Due due -> set(trigger, due);
            case NoNumericDeadline words -> stored(CaseDeadline.inWords(trigger, words, traces.now()));
            case NotComputed none -> stored(CaseDeadline.notComputed(trigger, none, traces.now()));
        };
    }

    /** The consent no longer holds: its clocks stop from that day; nothing before is undone. */
    public void consentRevoked(UUID consentId, LocalDate on) {
        deadlines.runningOfConsent(consentId).forEach(deadline -> deadline.end(on, EndedBy.CONSENT_REVOKED));
    }

    /** The case is closed: its clocks stop. */
    public void caseClosed(UUID caseId, LocalDate on) {
        deadlines.runningOfCase(caseId).forEach(deadline -> deadline.end(on, EndedBy.CASE_CLOSED));
    }

    private DeadlineView set(Trigger trigger, Due due) {
        var deadline = CaseDeadline.due(trigger, due, traces.text(due.trace()), traces.now());
        outbox.append(new DeadlineSet(trigger.caseId(), trigger.studentId(), deadline.id(), due.ruleId(), due.dueOn()));
        return stored(deadline);
    }

    private DeadlineView stored(CaseDeadline deadline) {
        deadlines.persist(deadline);
        return traces.view(deadline);
    }
}
