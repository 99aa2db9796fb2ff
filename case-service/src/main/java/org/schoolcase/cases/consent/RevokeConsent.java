package org.schoolcase.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.action.Gates;
import org.schoolcase.cases.casedeadline.CaseClocks;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.happening.Happenings;

/** Use case: a rights holder takes a consent back; not retroactive, and what it had started stops (34 CFR 300.9(c)(2)). */
@ApplicationScoped
class RevokeConsent {

    record Command(
            UUID caseId,
            UUID consentId,
            @Nullable UUID guardianId,
            LocalDate revokedOn,
            Consent.@Nullable Method method,
            @Nullable String reason) {}

    sealed interface Outcome {
        record Revoked(Consent consent) implements Outcome {}

        record UnknownConsent() implements Outcome {}

        record NotInForce() implements Outcome {}

        record SignerWithoutRights(LocalDate on) implements Outcome {}

        record NotInWriting() implements Outcome {}

        record DatesOutOfOrder(DatesInOrder.Fault fault) implements Outcome {}
    }

    private final CaseAccess access;
    private final Gates gates;
    private final RevokeConsentAction action;
    private final ConsentGround ground;
    private final ConsentRepository consents;
    private final CaseClocks clocks;
    private final Happenings happenings;

    RevokeConsent(
            CaseAccess access,
            Gates gates,
            RevokeConsentAction action,
            ConsentGround ground,
            ConsentRepository consents,
            CaseClocks clocks,
            Happenings happenings) {
        this.access = access;
        this.gates = gates;
        this.action = action;
        this.ground = ground;
        this.consents = consents;
        this.clocks = clocks;
        this.happenings = happenings;
    }

    @Transactional
    Outcome handle(Command command) {
        var file = access.toChange(command.caseId());
        return consents.ofCase(command.caseId(), command.consentId())
                .map(consent -> decide(command, file, consent))
                .orElseGet(Outcome.UnknownConsent::new);
    }

    private Outcome decide(Command command, CaseFile file, Consent consent) {
        var standing = gates.require(action.of(consent.kind()), file);
        if (!consent.isInForce()) {
            return new Outcome.NotInForce();
        }
        if (consent.kind() == ConsentKind.SERVICES && command.method() == null) {
            return new Outcome.NotInWriting();
        }
        var fault = DatesInOrder.ofRevocation(command.revokedOn(), consent.receivedOn(), standing.today());
        if (fault.isPresent()) {
            return new Outcome.DatesOutOfOrder(fault.get());
        }
        if (!ground.heldRights(command.guardianId(), file, command.revokedOn())) {
            return new Outcome.SignerWithoutRights(command.revokedOn());
        }
        return revoke(command, file, consent);
    }

    private Outcome revoke(Command command, CaseFile file, Consent consent) {
        consent.revoke(command.guardianId(), command.revokedOn(), command.method(), command.reason());
        clocks.consentRevoked(file, consent.id(), consent.kind() == ConsentKind.EVALUATION, command.revokedOn());
        happenings.note(file, consent.revocation(), command.revokedOn(), consent.id());
        ground.tellRevoked(consent, file, command.revokedOn());
        consents.flush();
        return new Outcome.Revoked(consent);
    }
}
