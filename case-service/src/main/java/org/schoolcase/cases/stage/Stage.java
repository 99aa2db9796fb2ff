package org.schoolcase.cases.stage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.cases.happening.Happening;
import org.schoolcase.cases.happening.Kind;

/** Where a case is on its way, by what happened in it; the picture of it stands in docs/casework.md. */
@Schema(name = "CaseStage")
public enum Stage {
    REFERRED("A referral has come in; nothing is decided."),
    TO_BE_EVALUATED("The student is to be evaluated; consent is missing."),
    CONSENTED("Consent is there; the evaluation is to be planned."),
    EVALUATING("The student is evaluated by the plan."),
    REPORTED("The report is there; the group decides on eligibility."),
    NOT_ELIGIBLE("The student was found not eligible."),
    ELIGIBLE("The student was found eligible; consent to services is missing."),
    SERVED("The student is eligible, and the parent consented to services."),
    EXITED("Special education has ended."),
    CLOSED("The case is closed.");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Stage of(Standing standing) {
        if (!standing.file().isOpen()) {
            return CLOSED;
        }
        var word = standing.lastOf(
                        Kind.ELIGIBILITY_FOUND,
                        Kind.ELIGIBILITY_CONTINUED,
                        Kind.ELIGIBILITY_NOT_FOUND,
                        Kind.SPECIAL_EDUCATION_ENDED)
                .map(Happening::kind)
                .orElse(Kind.CASE_OPENED);
        return switch (word) {
            case ELIGIBILITY_FOUND, ELIGIBILITY_CONTINUED ->
                standing.consentInForce(ConsentKind.SERVICES) ? SERVED : ELIGIBLE;
            case ELIGIBILITY_NOT_FOUND -> isBegunSince(standing, word) ? evaluation(standing) : NOT_ELIGIBLE;
            case SPECIAL_EDUCATION_ENDED -> isBegunSince(standing, word) ? evaluation(standing) : EXITED;
            default -> evaluation(standing);
        };
    }

    private static boolean isBegunSince(Standing standing, Kind word) {
        return standing.happenedSince(Kind.EXISTING_DATA_REVIEWED, word);
    }

    private static Stage evaluation(Standing standing) {
        if (!standing.consentInForce(ConsentKind.EVALUATION)) {
            var asked = standing.lastOf(Kind.CONSENT_REQUESTED, Kind.EXISTING_DATA_REVIEWED);
            return asked.isPresent() ? TO_BE_EVALUATED : REFERRED;
        }
        return standing.lastOf(Kind.EXISTING_DATA_REVIEWED, Kind.EVALUATION_PLANNED, Kind.EVALUATION_REPORTED)
                .map(Happening::kind)
                .map(Stage::ofStep)
                .orElse(CONSENTED);
    }

    private static Stage ofStep(Kind step) {
        return switch (step) {
            case EVALUATION_REPORTED -> REPORTED;
            case EVALUATION_PLANNED -> EVALUATING;
            default -> CONSENTED;
        };
    }
}
