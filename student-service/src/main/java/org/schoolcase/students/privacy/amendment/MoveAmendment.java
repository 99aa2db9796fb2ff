package org.schoolcase.students.privacy.amendment;

import static org.schoolcase.students.privacy.amendment.AmendmentState.HEARING_REQUESTED;
import static org.schoolcase.students.privacy.amendment.AmendmentState.HEARING_SCHEDULED;
import static org.schoolcase.students.privacy.amendment.AmendmentState.KEPT;
import static org.schoolcase.students.privacy.amendment.AmendmentState.RECEIVED;
import static org.schoolcase.students.privacy.amendment.AmendmentState.REFUSED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.students.privacy.DistrictDates;

/** Use case: a request to amend takes its next step; each step only from where the law puts it. */
@ApplicationScoped
class MoveAmendment {

    /** Which request, and the version the caller saw where he says so. */
    record Which(UUID studentId, UUID id, @Nullable String ifMatch) {}

    private final Amendments amendments;
    private final AmendmentJournal journal;
    private final DistrictDates dates;
    private final CurrentUser user;

    MoveAmendment(Amendments amendments, AmendmentJournal journal, DistrictDates dates, CurrentUser user) {
        this.amendments = amendments;
        this.journal = journal;
        this.dates = dates;
        this.user = user;
    }

    @Transactional
    AmendmentView decide(Which which, DecisionRequest decision) {
        return move(which, "DECIDE", "34 CFR 99.20(b), (c)", Set.of(RECEIVED), amendment -> {
            dates.notBefore(decision.decidedOn(), amendment.receivedOn(), "/decidedOn");
            dates.notBefore(decision.informedOn(), decision.decidedOn(), "/informedOn");
            dates.notInFuture(decision.informedOn(), "/informedOn");
            amendment.decide(decision, user.actor());
        });
    }

    @Transactional
    AmendmentView askForHearing(Which which) {
        return move(which, "ASK_FOR_HEARING", "34 CFR 99.21(a)", Set.of(REFUSED), Amendment::askForHearing);
    }

    @Transactional
    AmendmentView schedule(Which which, HearingSchedule schedule) {
        return move(
                which,
                "SCHEDULE_HEARING",
                "34 CFR 99.22(a)-(c)",
                Set.of(HEARING_REQUESTED, HEARING_SCHEDULED),
                amendment -> {
                    dates.notInFuture(schedule.noticeOn(), "/noticeOn");
                    dates.notBefore(schedule.at().atOffset(ZoneOffset.UTC).toLocalDate(), schedule.noticeOn(), "/at");
                    amendment.schedule(schedule);
                });
    }

    @Transactional
    AmendmentView hear(Which which, HearingOutcome outcome) {
        return move(which, "HEAR", "34 CFR 99.21(b), 99.22(d)-(f)", Set.of(HEARING_SCHEDULED), amendment -> {
            dates.notBefore(outcome.heldOn(), amendment.receivedOn(), "/heldOn");
            dates.notBefore(outcome.decidedOn(), outcome.heldOn(), "/decidedOn");
            dates.notBefore(outcome.informedOn(), outcome.decidedOn(), "/informedOn");
            dates.notInFuture(outcome.informedOn(), "/informedOn");
            amendment.hear(outcome);
        });
    }

    @Transactional
    AmendmentView place(Which which, StatementRequest statement) {
        return move(which, "PLACE_STATEMENT", "34 CFR 99.21(b)(2)", Set.of(KEPT), amendment -> {
            dates.notInFuture(statement.receivedOn(), "/receivedOn");
            amendment.place(statement);
        });
    }

    @Transactional
    AmendmentView withdraw(Which which) {
        return move(
                which,
                "WITHDRAW",
                "34 CFR 99.20",
                Set.of(RECEIVED, REFUSED, HEARING_REQUESTED, HEARING_SCHEDULED),
                Amendment::withdraw);
    }

    private AmendmentView move(
            Which which, String step, String citation, Set<AmendmentState> from, Consumer<Amendment> change) {
        var amendment = amendments.findForUpdate(which.studentId(), which.id()).orElseThrow(ProblemException::notFound);
        if (!from.contains(amendment.state())) {
            throw ProblemException.conflict(
                            "amendment.state",
                            "A request that is %s does not allow %s.".formatted(amendment.state(), step))
                    .with("state", amendment.state().name())
                    .citing(citation);
        }
        if (which.ifMatch() != null) {
            ETags.requireMatch(which.ifMatch(), amendment.version());
        }
        change.accept(amendment);
        amendments.send();
        journal.moved(amendment, step, citation);
        return amendment.view();
    }
}
