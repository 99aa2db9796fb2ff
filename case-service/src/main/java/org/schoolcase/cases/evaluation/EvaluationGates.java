package org.schoolcase.cases.evaluation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.cases.consent.EvaluationConsent;
import org.schoolcase.cases.happening.Happening;
import org.schoolcase.cases.happening.Kind;

/** Policies: where an evaluation stands by what happened in the case, and what that lets pass. */
public final class EvaluationGates {

    private EvaluationGates() {}

    /** The evaluation that has begun and not yet led to a decision. */
    public static Optional<UUID> underWay(Standing standing) {
        return undecided(standing, Kind.EXISTING_DATA_REVIEWED).map(Happening::subjectId);
    }

    /**
     * Whether the time that law gives an evaluation has begun and eligibility is not determined yet (34 CFR 300.301(c)(1), (d)(2)): it
     * begins with the consent; that of a reevaluation, for which law has no such time, with the review of existing data too.
     */
    public static boolean hasItsTime(Standing standing) {
        return isEligible(standing)
                ? rests(standing, ConsentKind.REEVALUATION, Kind.REEVALUATION_CONSENT_GIVEN)
                        || undecided(standing, Kind.EXISTING_DATA_REVIEWED)
                                .filter(it -> !standing.consentDeclinedSince(ConsentKind.REEVALUATION, it))
                                .isPresent()
                : rests(standing, ConsentKind.EVALUATION, Kind.EVALUATION_CONSENT_GIVEN);
    }

    /** A consent that was refused or revoked, or that a decision used up, is not in force. */
    private static boolean rests(Standing standing, ConsentKind consent, Kind given) {
        return standing.consentInForce(consent) && undecided(standing, given).isPresent();
    }

    /** What happened last of a kind, where no decision came after it. */
    private static Optional<Happening> undecided(Standing standing, Kind begun) {
        return standing.lastOf(
                        begun,
                        Kind.ELIGIBILITY_FOUND,
                        Kind.ELIGIBILITY_CONTINUED,
                        Kind.ELIGIBILITY_NOT_FOUND,
                        Kind.SPECIAL_EDUCATION_ENDED)
                .filter(it -> it.kind() == begun);
    }

    /** Whether the student is found eligible and special education has not ended. */
    public static boolean isEligible(Standing standing) {
        return standing.lastOf(
                        Kind.ELIGIBILITY_FOUND,
                        Kind.ELIGIBILITY_CONTINUED,
                        Kind.ELIGIBILITY_NOT_FOUND,
                        Kind.SPECIAL_EDUCATION_ENDED)
                .filter(it -> it.kind() == Kind.ELIGIBILITY_FOUND || it.kind() == Kind.ELIGIBILITY_CONTINUED)
                .isPresent();
    }

    /** Whether the evaluation under way has its report. */
    public static boolean isReported(Standing standing) {
        return standing.lastOf(Kind.EXISTING_DATA_REVIEWED, Kind.EVALUATION_REPORTED, Kind.REEVALUATION_REPORTED)
                .filter(it -> it.kind() != Kind.EXISTING_DATA_REVIEWED)
                .isPresent();
    }

    /** Whether the review came to the end that no more data are needed, and no plan was made all the same. */
    public static boolean restsOnExistingData(Standing standing) {
        return standing.lastOf(Kind.EXISTING_DATA_REVIEWED, Kind.NO_MORE_DATA_TOLD, Kind.EVALUATION_PLANNED)
                .filter(it -> it.kind() == Kind.NO_MORE_DATA_TOLD)
                .isPresent();
    }

    public static boolean isPlanned(Standing standing) {
        return standing.happenedSince(Kind.EVALUATION_PLANNED, Kind.EXISTING_DATA_REVIEWED);
    }

    /** Open while an evaluation is under way. */
    public static Gate begun(Standing standing) {
        var begun = underWay(standing).isPresent()
                ? Gate.open()
                : Gate.shut(
                                "evaluation.none-under-way",
                                "No evaluation is under way; one begins with the review of existing data.")
                        .citing("34 CFR 300.305(a)");
        return standing.worked().and(begun);
    }

    /** Open while none is. */
    public static Gate idle(Standing standing) {
        var idle = underWay(standing).isEmpty()
                ? Gate.open()
                : Gate.shut("evaluation.under-way", "An evaluation is under way; it ends with a decision.");
        return standing.worked().and(idle);
    }

    public static Gate eligible(Standing standing) {
        var eligible = isEligible(standing)
                ? Gate.open()
                : Gate.shut("eligibility.not-in-force", "The student is not eligible for special education now.")
                        .citing("34 CFR 300.8(a)");
        return standing.worked().and(eligible);
    }

    /** Open with the consent that the evaluation needs; a reevaluation by existing data alone needs none. */
    public static Gate consented(Standing standing) {
        return isEligible(standing) && restsOnExistingData(standing) ? Gate.open() : consentedToAssess(standing);
    }

    /** Open with consent to assess: a plan is made for more than existing data. */
    public static Gate consentedToAssess(Standing standing) {
        return isEligible(standing) ? EvaluationConsent.reevaluation(standing) : EvaluationConsent.initial(standing);
    }

    /** Open once there is a plan. */
    public static Gate planned(Standing standing) {
        return isPlanned(standing)
                ? Gate.open()
                : Gate.shut("evaluation.not-planned", "The evaluation has no plan yet.")
                        .citing("34 CFR 300.304");
    }

    /** Open while the report is not written. */
    public static Gate unreported(Standing standing) {
        return isReported(standing)
                ? Gate.shut("evaluation.reported", "The evaluation has its report; it is not changed any more.")
                : Gate.open();
    }

    /** The day on which the consent that covers the evaluation was received: nothing is assessed before. */
    public static Optional<LocalDate> consentedOn(Standing standing) {
        var again = isEligible(standing);
        return standing.last(again ? Kind.REEVALUATION_CONSENT_GIVEN : Kind.EVALUATION_CONSENT_GIVEN)
                .filter(_ -> standing.consentInForce(again ? ConsentKind.REEVALUATION : ConsentKind.EVALUATION));
    }
}
