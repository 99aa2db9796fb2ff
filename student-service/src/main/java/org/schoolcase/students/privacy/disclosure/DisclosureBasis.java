package org.schoolcase.students.privacy.disclosure;

/** Grounds on which a record may be disclosed, with the section each rests on and how sure its reading is. */
public enum DisclosureBasis {
    CONSENT("34 CFR 99.30", "high"),
    OTHER_SCHOOL("34 CFR 99.31(a)(2), 99.34", "high"),
    AUDIT_OR_EVALUATION("34 CFR 99.31(a)(3), 99.35", "high"),
    FINANCIAL_AID("34 CFR 99.31(a)(4)", "high"),
    JUVENILE_JUSTICE("34 CFR 99.31(a)(5), 99.38", "high"),
    STUDY("34 CFR 99.31(a)(6)", "high"),
    ACCREDITATION("34 CFR 99.31(a)(7)", "high"),
    PARENT_OF_DEPENDANT("34 CFR 99.31(a)(8)", "high"),
    COURT_ORDER("34 CFR 99.31(a)(9)", "high"),
    HEALTH_OR_SAFETY("34 CFR 99.31(a)(10), 99.36", "high"),
    DIRECTORY_INFORMATION("34 CFR 99.31(a)(11), 99.37", "high"),
    PARENT_OR_STUDENT("34 CFR 99.31(a)(12)", "high"),
    SEX_OFFENDER_NOTICE("34 CFR 99.31(a)(16)", "high"),
    FOSTER_CARE("20 USC 1232g(b)(1)(L)", "unverified");

    private final String citation;
    private final String confidence;

    DisclosureBasis(String citation, String confidence) {
        this.citation = citation;
        this.confidence = confidence;
    }

    public String citation() {
        return citation;
    }

    public String confidence() {
        return confidence;
    }
}
