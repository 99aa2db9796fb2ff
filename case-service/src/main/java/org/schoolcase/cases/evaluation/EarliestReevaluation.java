package org.schoolcase.cases.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.cases.casedeadline.CountingGround;
import org.schoolcase.cases.deadline.Answer;
import org.schoolcase.cases.deadline.DeadlineEngine;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.Step;

/** Policy: a student is not evaluated more often than once a year, unless parent and agency agree (34 CFR 300.303(b)(1)). */
@ApplicationScoped
public class EarliestReevaluation {

    /** The first day on which the next evaluation may begin without an agreement, and where law says so. */
    public record Earliest(LocalDate on, String citation) {}

    private final Evaluations evaluations;
    private final CountingGround ground;
    private final DeadlineEngine engine;

    EarliestReevaluation(Evaluations evaluations, CountingGround ground, DeadlineEngine engine) {
        this.evaluations = evaluations;
        this.ground = ground;
        this.engine = engine;
    }

    /** Counted from the newest report of the case; empty while there is none. */
    public Optional<Earliest> of(UUID caseId) {
        return evaluations.lastReported(caseId).map(Evaluation.Line::reportedOn).flatMap(on -> after(caseId, on));
    }

    private Optional<Earliest> after(UUID caseId, LocalDate reportedOn) {
        var known = ground.ofCase(caseId);
        var facts = known.facts().and(LawEvent.LAST_EVALUATION, reportedOn);
        return engine.compute(known.jurisdiction(), Step.REEVALUATION_EARLIEST, facts, known.ground())
                        instanceof Answer.Due due
                ? Optional.of(new Earliest(due.dueOn(), due.citation()))
                : Optional.empty();
    }
}
