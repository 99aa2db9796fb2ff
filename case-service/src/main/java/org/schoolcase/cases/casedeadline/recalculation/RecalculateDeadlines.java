package org.schoolcase.cases.casedeadline.recalculation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.cases.casedeadline.CountingGround;
import org.schoolcase.cases.casedeadline.CountingGround.KnownCase;
import org.schoolcase.cases.casedeadline.DeadlineSet;
import org.schoolcase.cases.casedeadline.WatchedSteps;
import org.schoolcase.cases.deadline.Answer.NotComputed;
import org.schoolcase.cases.deadline.DeadlineEngine;
import org.schoolcase.cases.deadline.Facts;
import org.schoolcase.cases.deadlinequeue.DirtyCases;
import org.schoolcase.cases.deadlinequeue.DirtyCases.Because;
import org.schoolcase.cases.deadlinequeue.DirtyCases.Taken;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.outbox.Outbox;

/** Use case: marked cases get their deadlines computed anew; dates, report, events and marks are one transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class RecalculateDeadlines {

    private final DirtyCases dirty;
    private final CountingGround ground;
    private final DeadlineEngine engine;
    private final RecomputedDeadlines deadlines;
    private final Told told;
    private final DistrictNow district;

    RecalculateDeadlines(
            DirtyCases dirty,
            CountingGround ground,
            DeadlineEngine engine,
            RecomputedDeadlines deadlines,
            Told told,
            DistrictNow district) {
        this.dirty = dirty;
        this.ground = ground;
        this.engine = engine;
        this.deadlines = deadlines;
        this.told = told;
        this.district = district;
    }

    /** Works off one batch of the district, so many cases at most; answers whether there may be more. */
    boolean nextBatch(int most) {
        var taken = dirty.take(most);
        if (taken.isEmpty()) {
            return false;
        }
        recalculate(taken);
        return taken.size() == most;
    }

    /** Works off one case alone, unless somebody else has it. */
    void one(UUID caseId) {
        recalculate(dirty.takeOne(caseId));
    }

    /** Marks the whole district when the rule files are others than those its deadlines were computed with. */
    boolean markIfLawChanged() {
        var changed = deadlines.isNewLaw(engine.lawFingerprint());
        return changed && dirty.markDistrict(Because.LAW) > 0;
    }

    private void recalculate(List<Taken> taken) {
        var marked = taken.stream().collect(Collectors.toMap(Taken::caseId, Taken::because));
        var ids = List.copyOf(marked.keySet());
        var cases = ground.ofCases(ids);
        var all = new ArrayList<Recomputed>();
        var moves = new ArrayList<Move>();
        for (var before : deadlines.running(ids)) {
            var known = cases.get(before.caseId());
            if (known != null) {
                var after = recomputed(before, known);
                all.add(after);
                if (!Objects.equals(before.dueOn(), after.dueOn())) {
                    moves.add(move(before, after, Objects.requireNonNull(marked.get(before.caseId()))));
                    told.moved(before, after, Objects.requireNonNull(marked.get(before.caseId())));
                }
            }
        }
        deadlines.store(all);
        deadlines.keep(moves);
    }

    private Recomputed recomputed(StoredDeadline before, KnownCase known) {
        var facts = known.facts().dates().containsKey(before.startEvent())
                ? known.facts()
                : known.facts().and(before.startEvent(), before.startedOn());
        var answer = engine.compute(known.jurisdiction(), before.step(), facts, known.ground());
        var after = Recomputed.of(before, answer);
        return answer instanceof NotComputed && hasNoGround(before, known.jurisdiction(), facts)
                ? after.ended(district.today())
                : after;
    }

    /** What started it starts no such clock any more, and what does so now has not happened. */
    private boolean hasNoGround(StoredDeadline before, String jurisdiction, Facts facts) {
        return !engine.isStarted(jurisdiction, before.step(), facts)
                && !WatchedSteps.isStartedBy(engine, jurisdiction, before.startEvent(), before.step());
    }

    private Move move(StoredDeadline before, Recomputed after, Because because) {
        return new Move(
                Ids.next(),
                before.caseId(),
                before.studentId(),
                before.id(),
                before.step().name(),
                before.dueOn(),
                after.dueOn(),
                because,
                WhatChanged.between(before, deadlines.trace(before), after),
                told.now());
    }

    /** Tells the suite of a move. */
    @ApplicationScoped
    static class Told {

        private final Outbox outbox;
        private final Clock clock;

        Told(Outbox outbox, Clock clock) {
            this.outbox = outbox;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant();
        }

        void moved(StoredDeadline before, Recomputed after, Because because) {
            outbox.append(new DeadlineMoved(
                    before.caseId(),
                    before.studentId(),
                    before.id(),
                    after.ruleId(),
                    before.dueOn(),
                    after.dueOn(),
                    because));
            LocalDate due = after.dueOn();
            if (before.dueOn() == null && due != null) {
                outbox.append(new DeadlineSet(
                        before.caseId(), before.studentId(), before.id(), Objects.requireNonNull(after.ruleId()), due));
            }
        }
    }
}
