package org.schoolcase.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casedeadline.CaseClocks;
import org.schoolcase.cases.casedeadline.DeadlineView;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.cases.happening.Happenings;

/** Use case: a signed consent form, given or refused, is recorded; a consent for evaluation starts its clock. */
@ApplicationScoped
class RecordConsent {

    sealed interface Outcome {
        /** The deadline is there when the consent started a clock. */
        record Recorded(Consent consent, @Nullable DeadlineView deadline) implements Outcome {}

        record CaseClosed() implements Outcome {}

        record SignerWithoutRights() implements Outcome {}

        record AlreadyInForce() implements Outcome {}

        record DatesOutOfOrder(DatesInOrder.Fault fault) implements Outcome {}
    }

    private final CaseAccess access;
    private final ConsentGround ground;
    private final ConsentRepository consents;
    private final Happenings happenings;
    private final CaseClocks clocks;
    private final Clock clock;

    RecordConsent(
            CaseAccess access,
            ConsentGround ground,
            ConsentRepository consents,
            Happenings happenings,
            CaseClocks clocks,
            Clock clock) {
        this.access = access;
        this.ground = ground;
        this.consents = consents;
        this.happenings = happenings;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(UUID caseId, Consent.Form form) {
        var file = access.toChange(caseId);
        if (!file.isOpen()) {
            return new Outcome.CaseClosed();
        }
        var fault = DatesInOrder.ofConsent(form.signedOn(), form.receivedOn(), ground.today());
        if (fault.isPresent()) {
            return new Outcome.DatesOutOfOrder(fault.get());
        }
        if (!ground.holdsRights(form.guardianId(), file)) {
            return new Outcome.SignerWithoutRights();
        }
        if (form.decision() == Consent.Decision.GIVEN && consents.isInForce(caseId, form.kind())) {
            return new Outcome.AlreadyInForce();
        }
        return record(file, form);
    }

    private Outcome record(CaseFile file, Consent.Form form) {
        var consent = Consent.record(file.id(), form, clock.instant());
        consents.persist(consent);
        ground.tellRecorded(consent, file);
        happenings.note(file, consent.happening(), consent.receivedOn(), consent.id());
        var deadline = consent.startsEvaluation()
                ? clocks.running(file.id(), Step.INITIAL_EVALUATION).orElse(null)
                : null;
        return new Outcome.Recorded(consent, deadline);
    }
}
