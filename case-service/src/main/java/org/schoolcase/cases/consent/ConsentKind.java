package org.schoolcase.cases.consent;

/** What a rights holder consents to, each with its section of 34 CFR Part 300. */
public enum ConsentKind {
    EVALUATION("34 CFR 300.300(a)"),
    SERVICES("34 CFR 300.300(b)"),
    REEVALUATION("34 CFR 300.300(c)"),
    PUBLIC_INSURANCE("34 CFR 300.154(d)(2)(iv)"),
    TRANSITION_AGENCY("34 CFR 300.321(b)(3)"),
    PRIVATE_SCHOOL_EXCHANGE("34 CFR 300.622(b)(3)");

    private final String citation;

    ConsentKind(String citation) {
        this.citation = citation;
    }

    /** Where the duty to ask stands. */
    public String citation() {
        return citation;
    }
}
