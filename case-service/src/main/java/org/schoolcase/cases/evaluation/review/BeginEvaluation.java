package org.schoolcase.cases.evaluation.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.Cycle;
import org.schoolcase.cases.evaluation.EarliestReevaluation;
import org.schoolcase.cases.evaluation.EarliestReevaluation.Earliest;
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.evaluation.Evaluations;
import org.schoolcase.cases.evaluation.Review;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: a group reviews what is known of a student and says what more is needed; an evaluation has begun. */
@ApplicationScoped
class BeginEvaluation {

    private final Casework casework;
    private final BeginEvaluationAction action;
    private final EarliestReevaluation earliest;
    private final NewEvaluations store;
    private final Evaluations evaluations;

    BeginEvaluation(
            Casework casework,
            BeginEvaluationAction action,
            EarliestReevaluation earliest,
            NewEvaluations store,
            Evaluations evaluations) {
        this.casework = casework;
        this.action = action;
        this.earliest = earliest;
        this.store = store;
        this.evaluations = evaluations;
    }

    @Transactional
    Evaluation handle(UUID caseId, Review review) {
        var standing = casework.pass(caseId, action);
        var file = standing.file();
        casework.requireOrder("/reviewedOn", review.reviewedOn(), file.receivedOn(), "the referral");
        requireNeedOrNotice(review, file);
        requireAYearOrAgreement(review, standing);
        return begin(review, standing);
    }

    private Evaluation begin(Review review, Standing standing) {
        var file = standing.file();
        var cycle = EvaluationGates.isEligible(standing) ? Cycle.REEVALUATION : Cycle.INITIAL;
        var id = store.add(file, cycle, review);
        casework.happened(file, Kind.EXISTING_DATA_REVIEWED, review.reviewedOn(), id);
        if (review.notice() != null) {
            casework.happened(file, Kind.NO_MORE_DATA_TOLD, review.notice().toldOn(), id);
        }
        casework.wrote(AuditEntry.of("evaluation.begin", "evaluation", id).fields("review"), file);
        return evaluations.require(file.id(), id);
    }

    private void requireNeedOrNotice(Review review, CaseFile file) {
        var notice = review.notice();
        if (review.moreDataNeeded()) {
            if (review.questions() == null || review.questions().isBlank() || notice != null) {
                throw refused("evaluation.needed-data-missing", "Says what more data are needed.", "/questions")
                        .citing("34 CFR 300.305(a)(2)");
            }
        } else if (notice == null) {
            throw refused(
                            "evaluation.no-data-notice-missing",
                            "When no more data are needed the parent is told so, why, and of the right to ask for an assessment.",
                            "/notice")
                    .citing("34 CFR 300.305(d)(1)");
        } else {
            casework.requireOrder("/notice/toldOn", notice.toldOn(), review.reviewedOn(), "the review");
            casework.requireParent(notice.guardianId(), file, "/notice/guardianId");
        }
    }

    private void requireAYearOrAgreement(Review review, Standing standing) {
        var agreement = review.earlyAgreement();
        if (agreement != null) {
            casework.requireParent(agreement.guardianId(), standing.file(), "/earlyAgreement/guardianId");
            return;
        }
        var first = EvaluationGates.isEligible(standing)
                ? earliest.of(standing.file().id())
                        .filter(it -> review.reviewedOn().isBefore(it.on()))
                : Optional.<Earliest>empty();
        if (first.isPresent()) {
            throw refused(
                            "reevaluation.within-a-year",
                            "Before %s only when parent and agency agree."
                                    .formatted(first.get().on()),
                            "/earlyAgreement")
                    .citing(first.get().citation());
        }
    }

    private static ProblemException refused(String code, String detail, String pointer) {
        return ProblemException.unprocessable(code, detail).field(pointer, "missing", detail);
    }
}
