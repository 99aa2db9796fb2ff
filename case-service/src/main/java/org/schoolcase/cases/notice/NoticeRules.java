package org.schoolcase.cases.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.notice.RecipientRules.Given;
import org.schoolcase.cases.notice.RecipientRules.Paper;
import org.schoolcase.kit.problem.ProblemException;

/** Policy: what a notice says, to whom, in which language and when (34 CFR 300.503(b)-(c), 300.504). */
@ApplicationScoped
class NoticeRules {

    private static final Paper NOTICE =
            new Paper("notice", "notice", "34 CFR 300.503(a), 300.520(a)", "34 CFR 300.503(c)");

    private final RecipientRules recipients;
    private final Notices notices;

    NoticeRules(RecipientRules recipients, Notices notices) {
        this.recipients = recipients;
        this.notices = notices;
    }

    void require(Standing standing, NoticeRequest wanted) {
        switch (wanted.kind()) {
            case PRIOR_WRITTEN -> {
                requireContent(wanted);
                requireProposal(standing, wanted);
            }
            case SAFEGUARDS -> requireOccasion(wanted);
        }
        requireDates(standing, wanted);
        recipients.require(NOTICE, standing.file().studentId(), given(wanted));
    }

    private static void requireContent(NoticeRequest wanted) {
        var content = wanted.content() == null ? NoticeContent.NONE : wanted.content();
        var missing = content.missing();
        if (!missing.isEmpty()) {
            var problem = ProblemException.unprocessable(
                            "notice.content-missing", "A prior written notice has all seven elements.")
                    .citing("34 CFR 300.503(b)");
            for (var element : missing) {
                problem = problem.field(
                        "/content/" + element.name(), "missing", "Required by " + element.section() + ".");
            }
            throw problem;
        }
        if (wanted.occasion() != null) {
            throw misplaced("/occasion", "A prior written notice has content, and no occasion.");
        }
    }

    /** Who is eligible is evaluated again, anybody else for the first time. */
    private static void requireProposal(Standing standing, NoticeRequest wanted) {
        var fitting = EvaluationGates.isEligible(standing) ? Proposal.REEVALUATION : Proposal.EVALUATION;
        if (wanted.proposes() != null && wanted.proposes() != fitting) {
            throw misplaced("/proposes", "What can be proposed for this student now is " + fitting + ".");
        }
    }

    private static void requireOccasion(NoticeRequest wanted) {
        if (wanted.occasion() == null) {
            throw ProblemException.unprocessable("notice.occasion-missing", "Say why the safeguards notice was due.")
                    .field("/occasion", "missing", "Required of a safeguards notice.")
                    .citing("34 CFR 300.504(a)");
        }
        if (wanted.content() != null || wanted.decisionId() != null || wanted.proposes() != null) {
            throw misplaced(
                    "/content", "A safeguards notice has an occasion, and neither content, decision nor proposal.");
        }
    }

    private void requireDates(Standing standing, NoticeRequest wanted) {
        var earliest = wanted.decisionId() == null
                ? standing.file().receivedOn()
                : decidedOn(standing.file().id(), wanted.decisionId());
        if (wanted.givenOn().isBefore(earliest) || wanted.givenOn().isAfter(standing.today())) {
            var detail = "A notice is given between what it tells of, %s, and today, %s."
                    .formatted(earliest, standing.today());
            throw ProblemException.unprocessable("notice.dates-out-of-order", detail)
                    .field("/givenOn", "out-of-order", detail);
        }
    }

    private LocalDate decidedOn(UUID caseId, UUID decisionId) {
        return notices.decidedOn(caseId, decisionId).orElseThrow(() -> ProblemException.unprocessable(
                        "notice.decision-unknown", "There is no such decision in this case.")
                .field("/decisionId", "unknown", "No decision about this case's referral."));
    }

    private static Given given(NoticeRequest wanted) {
        return new Given(
                wanted.guardianIds(), wanted.isToStudent(), wanted.givenOn(), wanted.language(), wanted.languageNote());
    }

    private static ProblemException misplaced(String pointer, String detail) {
        return ProblemException.unprocessable("notice.misplaced", detail).field(pointer, "misplaced", detail);
    }
}
