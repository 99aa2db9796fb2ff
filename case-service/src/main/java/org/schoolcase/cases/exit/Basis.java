package org.schoolcase.cases.exit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why special education ends, with the EDFacts code of the exit (FS009). */
@Schema(name = "ExitBasis")
enum Basis {
    GRADUATED("GHS", Needs.SUMMARY),
    ALTERNATE_DIPLOMA("GRADALTDPL", Needs.NOTHING),
    CERTIFICATE("RC", Needs.NOTHING),
    AGED_OUT("RMA", Needs.SUMMARY),
    DROPPED_OUT("DROPOUT", Needs.NOTHING),
    DIED("D", Needs.NOTHING),
    MOVED("MKC", Needs.NOTHING),
    NO_LONGER_ELIGIBLE("TRAN", Needs.EVALUATION),
    CONSENT_REVOKED("TRAN", Needs.REVOCATION);

    /** What law wants before. */
    enum Needs {
        NOTHING,
        /** A summary of performance, and no evaluation (34 CFR 300.305(e)(2)-(3)). */
        SUMMARY,
        /** An evaluation by which the student is not eligible any more (34 CFR 300.305(e)(1)). */
        EVALUATION,
        /** That the parent revoked consent to services (34 CFR 300.300(b)(4)). */
        REVOCATION
    }

    private final String code;
    private final Needs needs;

    Basis(String code, Needs needs) {
        this.code = code;
        this.needs = needs;
    }

    String code() {
        return code;
    }

    Needs needs() {
        return needs;
    }
}
