package org.schoolcase.cases.notice;

import org.schoolcase.cases.happening.Kind;

/** Which notice was given, each with its section of 34 CFR Part 300. */
public enum NoticeKind {
    PRIOR_WRITTEN("34 CFR 300.503", Kind.PRIOR_NOTICE_GIVEN),
    SAFEGUARDS("34 CFR 300.504", Kind.SAFEGUARDS_NOTICE_GIVEN);

    private final String citation;
    private final Kind happening;

    NoticeKind(String citation, Kind happening) {
        this.citation = citation;
        this.happening = happening;
    }

    /** Where the duty stands. */
    public String citation() {
        return citation;
    }

    Kind happening() {
        return happening;
    }
}
