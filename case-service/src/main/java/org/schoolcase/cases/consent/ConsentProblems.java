package org.schoolcase.cases.consent;

import java.time.LocalDate;
import org.schoolcase.kit.problem.ProblemException;

/** The refusals that recording and revoking a consent share. */
final class ConsentProblems {

    private ConsentProblems() {}

    static ProblemException signerWithoutRights(LocalDate on) {
        return ProblemException.unprocessable(
                        "consent.signer-without-rights",
                        "Only who held the educational rights for this student on the day of the signature can sign.")
                .field("/guardianId", "no-educational-rights", "Held no educational rights on " + on + ".")
                .citing("34 CFR 300.9, 300.300");
    }

    static ProblemException requestRefused(String detail) {
        return ProblemException.unprocessable("consent.request-mismatch", detail)
                .field("/requestId", "mismatch", detail);
    }

    static ProblemException notInWriting() {
        return ProblemException.unprocessable(
                        "consent.revocation-not-in-writing", "Consent for services is revoked in writing.")
                .field("/method", "missing", "Say how the revocation was written.")
                .citing("34 CFR 300.300(b)(4)");
    }

    static ProblemException datesOutOfOrder(DatesInOrder.Fault fault) {
        return ProblemException.unprocessable("consent.dates-out-of-order", fault.detail())
                .field(fault.pointer(), "out-of-order", fault.detail());
    }
}
