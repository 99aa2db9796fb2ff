package org.schoolcase.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.action.Admission;
import org.schoolcase.cases.casedeadline.CaseClocks;
import org.schoolcase.cases.casedeadline.DeadlineView;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.cases.happening.Happenings;

/** Use case: a signed consent form, given or refused, is recorded; a consent for evaluation starts its clock. */
@ApplicationScoped
class RecordConsent {

    sealed interface Outcome {
        /** The deadline is there when the consent started a clock. */
        record Recorded(Consent consent, @Nullable DeadlineView deadline) implements Outcome {}

        record SignerWithoutRights(LocalDate on) implements Outcome {}

        record DatesOutOfOrder(DatesInOrder.Fault fault) implements Outcome {}

        record RequestMismatch(String detail) implements Outcome {}
    }

    private final Admission admission;
    private final RecordConsentAction action;
    private final ConsentGround ground;
    private final Answered answered;
    private final ConsentRepository consents;
    private final Happenings happenings;
    private final CaseClocks clocks;
    private final Clock clock;

    RecordConsent(
            Admission admission,
            RecordConsentAction action,
            ConsentGround ground,
            Answered answered,
            ConsentRepository consents,
            Happenings happenings,
            CaseClocks clocks,
            Clock clock) {
        this.admission = admission;
        this.action = action;
        this.ground = ground;
        this.answered = answered;
        this.consents = consents;
        this.happenings = happenings;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(UUID caseId, Consent.Form form) {
        var standing = admission.admit(caseId, action.of(form.kind()));
        var fault = DatesInOrder.ofConsent(form.signedOn(), form.receivedOn(), standing.today());
        if (fault.isPresent()) {
            return new Outcome.DatesOutOfOrder(fault.get());
        }
        if (!ground.heldRights(form.guardianId(), standing.file(), form.signedOn())) {
            return new Outcome.SignerWithoutRights(form.signedOn());
        }
        return switch (answered.request(caseId, form)) {
            case Answered.Request.Mismatch(var detail) -> new Outcome.RequestMismatch(detail);
            case Answered.Request.Found(var request) -> record(standing.file(), form, request);
            case Answered.Request.NotAsked() -> record(standing.file(), form, null);
        };
    }

    private Outcome record(CaseFile file, Consent.Form form, @Nullable UUID request) {
        var consent = Consent.record(file.id(), form, request, clock.instant());
        consents.persistAndFlush(consent);
        answered.answered(consent);
        ground.tellRecorded(consent, file);
        happenings.note(file, consent.happening(), consent.receivedOn(), consent.id());
        var deadline = consent.startsEvaluation()
                ? clocks.running(file.id(), Step.INITIAL_EVALUATION).orElse(null)
                : null;
        return new Outcome.Recorded(consent, deadline);
    }
}
