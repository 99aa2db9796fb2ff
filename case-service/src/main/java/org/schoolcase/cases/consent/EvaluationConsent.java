package org.schoolcase.cases.consent;

import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;

/** The gate that every step of an evaluation passes: consent in force, or an exception of law that is recorded (34 CFR 300.300). */
public final class EvaluationConsent {

    private static final String CODE = "consent.missing";

    private EvaluationConsent() {}

    /** Of an evaluation of either sort, initial or again. */
    public static Gate gate(Standing standing) {
        return cleared(standing, ConsentKind.REEVALUATION) ? Gate.open() : initial(standing);
    }

    /** Of the initial evaluation. */
    public static Gate initial(Standing standing) {
        return cleared(standing, ConsentKind.EVALUATION)
                ? Gate.open()
                : Gate.shut(CODE, "No consent for the evaluation is in force, and no exception is recorded.")
                        .citing(ConsentKind.EVALUATION.citation());
    }

    /** Of a reevaluation. */
    public static Gate reevaluation(Standing standing) {
        return cleared(standing, ConsentKind.REEVALUATION)
                ? Gate.open()
                : Gate.shut(CODE, "No consent for the reevaluation is in force, and no exception is recorded.")
                        .citing(ConsentKind.REEVALUATION.citation());
    }

    private static boolean cleared(Standing standing, ConsentKind kind) {
        return standing.consentInForce(kind) || standing.consentExcepted(kind);
    }
}
