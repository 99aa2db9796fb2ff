package org.schoolcase.cases.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.action.Admission;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.security.CurrentUser;

/** Use case: the school decides to evaluate, to support or to refuse; a newer decision takes the place of an older one. */
@ApplicationScoped
class DecideReferral {

    sealed interface Outcome {
        record Decided(ReferralDecision decision) implements Outcome {}

        record OutOfOrder(LocalDate earliest, LocalDate latest) implements Outcome {}

        record MeetingOutOfOrder(LocalDate earliest, LocalDate latest) implements Outcome {}

        record ReasonToSupersedeMissing() implements Outcome {}

        record NothingToSupersede() implements Outcome {}

        record NoStaffId() implements Outcome {}
    }

    private final Admission admission;
    private final DecideReferralAction action;
    private final ReferralDecisions decisions;
    private final CurrentUser user;
    private final Told told;

    /** Who learns of a decision. */
    @ApplicationScoped
    static class Told {

        private final Happenings happenings;
        private final Outbox outbox;
        private final Audit audit;

        Told(Happenings happenings, Outbox outbox, Audit audit) {
            this.happenings = happenings;
            this.outbox = outbox;
            this.audit = audit;
        }

        void decided(ReferralDecision made, CaseFile file) {
            var kind = made.decision().happening(file.isOwedAnAnswer());
            if (made.meetingOn() != null) {
                happenings.note(file, Kind.REFERRAL_MEETING_HELD, made.meetingOn(), made.id());
            }
            happenings.note(file, kind, made.decidedOn(), made.id());
            outbox.append(
                    new ReferralDecided(file.id(), file.studentId(), made.id(), made.decision(), made.decidedOn()));
            audit.wrote(AuditEntry.of("referral.decide", "referral-decision", made.id())
                    .student(file.studentId())
                    .fields(
                            "decision",
                            "reason",
                            "decidedOn",
                            "decidedBy",
                            "supersedes",
                            "supersedesReason",
                            "meetingOn"));
        }
    }

    DecideReferral(
            Admission admission,
            DecideReferralAction action,
            ReferralDecisions decisions,
            CurrentUser user,
            Told told) {
        this.admission = admission;
        this.action = action;
        this.decisions = decisions;
        this.user = user;
        this.told = told;
    }

    @Transactional
    Outcome handle(UUID caseId, ReferralDecisionRequest wanted) {
        var standing = admission.admit(caseId, action);
        var before = decisions.inForce(caseId);
        var reason = text(wanted.supersedesReason());
        if (before.isPresent() && reason.isEmpty()) {
            return new Outcome.ReasonToSupersedeMissing();
        }
        if (before.isEmpty() && reason.isPresent()) {
            return new Outcome.NothingToSupersede();
        }
        var earliest =
                before.map(ReferralDecision::decidedOn).orElse(standing.file().receivedOn());
        if (wanted.decidedOn().isBefore(earliest) || wanted.decidedOn().isAfter(standing.today())) {
            return new Outcome.OutOfOrder(earliest, standing.today());
        }
        if (isOutOfOrder(wanted, earliest)) {
            return new Outcome.MeetingOutOfOrder(earliest, wanted.decidedOn());
        }
        return Optional.ofNullable(wanted.decidedBy())
                .or(user::staffId)
                .map(staff -> decide(standing, wanted, before, staff))
                .orElseGet(Outcome.NoStaffId::new);
    }

    private static boolean isOutOfOrder(ReferralDecisionRequest wanted, LocalDate earliest) {
        return wanted.meetingOn() != null
                && (wanted.meetingOn().isBefore(earliest) || wanted.meetingOn().isAfter(wanted.decidedOn()));
    }

    private Outcome decide(
            Standing standing, ReferralDecisionRequest wanted, Optional<ReferralDecision> before, UUID staff) {
        var made = new ReferralDecision(
                Ids.next(),
                standing.file().id(),
                wanted.decision(),
                wanted.reason(),
                wanted.decidedOn(),
                staff,
                before.map(ReferralDecision::id).orElse(null),
                before.isPresent() ? wanted.supersedesReason() : null,
                wanted.meetingOn(),
                true);
        decisions.add(made);
        told.decided(made, standing.file());
        return new Outcome.Decided(made);
    }

    private static Optional<String> text(@Nullable String reason) {
        return Optional.ofNullable(reason).filter(words -> !words.isBlank());
    }
}
