package org.schoolcase.cases.casedeadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.schoolcase.cases.deadlinequeue.DirtyCases;
import org.schoolcase.cases.deadlinequeue.DirtyCases.Because;
import org.schoolcase.kit.outbox.Outbox;

/** Starts and ends the clocks of law of a case, in the transaction of the fact that does so. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CaseClocks {

    /** Steps of an evaluation: none of them is done without consent for it (34 CFR 300.300(a)). */
    private static final Set<Step> EVALUATION =
            Set.of(Step.INITIAL_EVALUATION, Step.ASSESSMENTS, Step.ELIGIBILITY_MEETING);

    private record Started(LawEvent event, LocalDate on, UUID subjectId) {}

    private final CaseDeadlineRepository deadlines;
    private final DeadlineEngine engine;
    private final CountingGround ground;
    private final DirtyCases dirty;
    private final Outbox outbox;
    private final TraceKeeper traces;

    CaseClocks(
            CaseDeadlineRepository deadlines,
            DeadlineEngine engine,
            CountingGround ground,
            DirtyCases dirty,
            Outbox outbox,
            TraceKeeper traces) {
        this.deadlines = deadlines;
        this.engine = engine;
        this.ground = ground;
        this.dirty = dirty;
        this.outbox = outbox;
        this.traces = traces;
    }

    /**
     * Events of law happened: what waited for them ends, what counts from them starts. A step is due once: one that runs already is
     * counted anew in the background.
     *
     * @param subjectId what happened, such as the consent
     * @return the deadlines that were set
     */
    public List<DeadlineView> happened(
            CaseFile file, Set<LawEvent> events, boolean starts, LocalDate on, UUID subjectId) {
        var running = deadlines.runningOfCase(file.id());
        running.stream()
                .filter(deadline -> events.contains(deadline.completionEvent()))
                .forEach(deadline -> deadline.end(on, EndedBy.COMPLETED));
        var set = new ArrayList<DeadlineView>();
        if (starts) {
            for (var event : events) {
                set.addAll(started(file, new Started(event, on, subjectId), running));
            }
        }
        return set;
    }

    /** A written referral opened a case, in which nothing runs yet. */
    public List<DeadlineView> referred(CaseFile file) {
        return started(file, new Started(LawEvent.WRITTEN_REFERRAL_RECEIVED, file.receivedOn(), file.id()), List.of());
    }

    /**
     * Steps were done: their clocks end.
     *
     * @param steps steps that are done whatever event their rules wait for
     * @param answered steps that are done by this only where their rules name no event of their own
     */
    public void done(UUID caseId, Set<Step> steps, Set<Step> answered, LocalDate on) {
        if (!steps.isEmpty() || !answered.isEmpty()) {
            deadlines.runningOfCase(caseId).stream()
                    .filter(deadline -> steps.contains(deadline.step())
                            || (answered.contains(deadline.step())
                                    && deadline.completionEvent() == LawEvent.STEP_COMPLETED))
                    .forEach(deadline -> deadline.end(on, EndedBy.COMPLETED));
        }
    }

    /** The running deadline of a step, when it has one. */
    public Optional<DeadlineView> running(UUID caseId, Step step) {
        return deadlines.runningOfCase(caseId).stream()
                .filter(deadline -> deadline.step() == step)
                .findFirst()
                .map(traces::view);
    }

    /** The consent no longer holds: its clocks stop from that day, and those of an evaluation too; nothing before is undone. */
    public void consentRevoked(CaseFile file, UUID consentId, boolean forEvaluation, LocalDate on) {
        deadlines.runningOfCase(file.id()).stream()
                .filter(it -> it.subjectId().equals(consentId) || (forEvaluation && EVALUATION.contains(it.step())))
                .forEach(deadline -> deadline.end(on, EndedBy.CONSENT_REVOKED));
    }

    /** The case is closed: its clocks stop. */
    public void caseClosed(UUID caseId, LocalDate on) {
        deadlines.runningOfCase(caseId).forEach(deadline -> deadline.end(on, EndedBy.CASE_CLOSED));
    }

    private List<DeadlineView> started(CaseFile file, Started by, List<CaseDeadline> running) {
        var steps = WatchedSteps.startedBy(engine, ground.jurisdiction(), by.event(), file);
        if (steps.isEmpty()) {
            return List.of();
        }
        var runs = running.stream()
                .filter(CaseDeadline::isRunning)
                .map(CaseDeadline::step)
                .toList();
        if (steps.stream().anyMatch(runs::contains)) {
            dirty.mark(file.id(), Because.FACT);
        }
        return steps.stream()
                .filter(step -> !runs.contains(step))
                .map(step -> start(file, by, step))
                .toList();
    }

    private DeadlineView start(CaseFile file, Started by, Step step) {
        var known = ground.ofCase(file.id());
        var completedBy = engine.completedBy(known.jurisdiction(), step);
        var trigger = new Trigger(file.id(), file.studentId(), by.subjectId(), by.event(), by.on(), completedBy);
        var facts = known.facts().and(trigger.event(), trigger.on());
        return switch (engine.compute(known.jurisdiction(), step, facts, known.ground())) {
            case Due due -> set(trigger, due);
            case NoNumericDeadline words -> stored(CaseDeadline.inWords(trigger, words, traces.now()));
            case NotComputed none -> stored(CaseDeadline.notComputed(trigger, none, traces.now()));
        };
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
