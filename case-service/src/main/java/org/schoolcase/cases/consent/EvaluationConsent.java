package org.schoolcase.cases.consent;

import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;

/** The gate that every step of an evaluation passes: consent in force, or an exception of law that is recorded (34 CFR 300.300). */
public final class EvaluationConsent {

    private static final String CODE = "consent.missing";
    private static final String USED = "consent.used";

    private EvaluationConsent() {}

    /** Of an evaluation of either sort, initial or again. */
    public static Gate gate(Standing standing) {
        return cleared(standing, ConsentKind.REEVALUATION) ? Gate.open() : initial(standing);
    }

    /** Of the initial evaluation. */
    public static Gate initial(Standing standing) {
        return cleared(standing, ConsentKind.EVALUATION)
                ? Gate.open()
                : shut(
                        standing,
                        ConsentKind.EVALUATION,
                        "No consent for the evaluation is in force, and no exception is recorded.");
    }

    /** Of a reevaluation. */
    public static Gate reevaluation(Standing standing) {
        return cleared(standing, ConsentKind.REEVALUATION)
                ? Gate.open()
                : shut(
                        standing,
                        ConsentKind.REEVALUATION,
                        "No consent for the reevaluation is in force, and no exception is recorded.");
    }

    private static Gate shut(Standing standing, ConsentKind kind, String reason) {
        var shut = standing.consentUsed(kind)
                ? Gate.shut(USED, "The consent was for an evaluation that is decided; another one needs its own.")
                : Gate.shut(CODE, reason);
        return shut.citing(kind.citation());
    }

    private static boolean cleared(Standing standing, ConsentKind kind) {
        return standing.consentInForce(kind) || standing.consentExcepted(kind);
    }
}
