package org.schoolcase.cases.consent.exception;

import java.util.Arrays;
import org.schoolcase.cases.consent.ConsentKind;

/** Grounds on which law lets an evaluation go on without consent; each with its section of 34 CFR Part 300. */
enum ExceptionGround {
    /** A ward of the State, and the parent cannot be found despite reasonable efforts. */
    WARD_PARENT_NOT_FOUND("34 CFR 300.300(a)(2)(i)", false, true, false),
    /** A ward of the State, and the parent's rights were ended. */
    WARD_RIGHTS_ENDED("34 CFR 300.300(a)(2)(ii)", true, true, false),
    /** A ward of the State, and a judge gave the right to another, who consented. */
    WARD_RIGHTS_WITH_ANOTHER("34 CFR 300.300(a)(2)(iii)", true, true, false),
    /** Reasonable efforts were made and documented, and the parent did not answer. */
    NO_RESPONSE("34 CFR 300.300(c)(2)", false, false, true),
    /** Mediation or a hearing decided on the parent's refusal or silence. */
    OVERRIDE_DECIDED("34 CFR 300.300(a)(3), (c)(1)(ii)", true, true, true);

    private final String citation;
    private final boolean needsDocument;
    private final boolean initial;
    private final boolean again;

    ExceptionGround(String citation, boolean needsDocument, boolean initial, boolean again) {
        this.citation = citation;
        this.needsDocument = needsDocument;
        this.initial = initial;
        this.again = again;
    }

    String citation() {
        return citation;
    }

    /** Whether there is an order, agreement or decision that must be named. */
    boolean needsDocument() {
        return needsDocument;
    }

    boolean fits(ConsentKind kind) {
        return switch (kind) {
            case EVALUATION -> initial;
            case REEVALUATION -> again;
            case SERVICES, PUBLIC_INSURANCE, TRANSITION_AGENCY, PRIVATE_SCHOOL_EXCHANGE -> false;
        };
    }

    /** Whether law knows an exception of any ground for a kind of consent. */
    static boolean existFor(ConsentKind kind) {
        return Arrays.stream(values()).anyMatch(ground -> ground.fits(kind));
    }
}
