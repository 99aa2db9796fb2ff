package org.schoolcase.cases.notice;

/** Which evaluation a prior written notice proposes (34 CFR 300.503(a)(1)); a State may count the parent's time to answer from it. */
enum Proposal {
    /** The first one, 34 CFR 300.301. */
    EVALUATION,
    /** 34 CFR 300.303. */
    REEVALUATION
}
