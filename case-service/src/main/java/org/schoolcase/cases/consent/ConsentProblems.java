package org.schoolcase.cases.consent;

import org.schoolcase.kit.problem.ProblemException;

/** The refusals that recording and revoking a consent share. */
final class ConsentProblems {

    private ConsentProblems() {}

    static ProblemException caseClosed() {
        return ProblemException.conflict("case.closed", "The case is closed.");
    }

    static ProblemException signerWithoutRights() {
        return ProblemException.unprocessable(
                        "consent.signer-without-rights",
                        "Only a guardian with educational rights for this student can sign.")
                .field("/guardianId", "no-educational-rights", "Holds no educational rights for this student.")
                .citing("34 CFR 300.9, 300.300");
    }

    static ProblemException datesOutOfOrder(DatesInOrder.Fault fault) {
        return ProblemException.unprocessable("consent.dates-out-of-order", fault.detail())
                .field(fault.pointer(), "out-of-order", fault.detail());
    }
}
