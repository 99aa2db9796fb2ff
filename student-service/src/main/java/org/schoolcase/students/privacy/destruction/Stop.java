package org.schoolcase.students.privacy.destruction;

import org.schoolcase.kit.problem.ProblemException;

/** What keeps a record from being destroyed. */
enum Stop {
    LEGAL_HOLD("destruction.legal-hold", "A legal hold is in force.", "34 CFR 300.624"),
    OPEN_ACCESS_REQUEST(
            "destruction.access-request-open", "A request to inspect the record is open.", "34 CFR 99.10(e)"),
    OPEN_AMENDMENT("destruction.amendment-open", "A request to amend the record is open.", "34 CFR 99.20");

    private final String code;
    private final String detail;
    private final String citation;

    Stop(String code, String detail, String citation) {
        this.code = code;
        this.detail = detail;
        this.citation = citation;
    }

    ProblemException problem() {
        return ProblemException.conflict(code, detail).citing(citation);
    }
}
