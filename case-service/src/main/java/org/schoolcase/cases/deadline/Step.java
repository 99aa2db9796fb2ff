package org.schoolcase.cases.deadline;

/** A step of special-education work that law gives a time limit, or words without a number. */
public enum Step {
    /** D1: 34 CFR 300.301(c)(1), or the State's own timeframe. */
    INITIAL_EVALUATION,
    /** D5: 34 CFR 300.323(c)(1). */
    INITIAL_IEP_MEETING,
    /** D6: 34 CFR 300.323(a). */
    IEP_IN_EFFECT,
    /** D7: 34 CFR 300.324(b)(1)(i). */
    IEP_REVIEW,
    /** D8: 34 CFR 300.303(b)(2). */
    REEVALUATION,
    /** State law: a reevaluation once consent for it is received. */
    REEVALUATION_AFTER_CONSENT,
    /** D9: 34 CFR 300.303(b)(1). */
    REEVALUATION_EARLIEST,
    /** D10: 34 CFR 300.320(b). */
    TRANSITION_CONTENT,
    /** D11: 34 CFR 300.320(c). */
    AGE_OF_MAJORITY_STATEMENT,
    /** 34 CFR 300.520: rights move to the student at the age of majority. */
    TRANSFER_OF_RIGHTS,
    /** D12: 34 CFR 300.124(b). */
    PART_C_TO_B,
    /** D13: 34 CFR 303.209(b)(1). */
    PART_C_NOTIFICATION,
    /** D14: 34 CFR 303.209(c)(1). */
    TRANSITION_CONFERENCE,
    /** D15: 34 CFR 303.310(a). */
    PART_C_EVALUATION,
    /** D16: 34 CFR 300.519(h). */
    SURROGATE_APPOINTMENT,
    /** D17: 34 CFR 300.613(a), 99.10(b). */
    RECORD_ACCESS,
    /** D18: 34 CFR 300.152(a). */
    STATE_COMPLAINT_DECISION,
    /** D19: 34 CFR 300.153(c). */
    STATE_COMPLAINT_REACH_BACK,
    /** D20: 34 CFR 300.507(a)(2), 300.511(e). */
    DUE_PROCESS_FILING,
    /** D21: 34 CFR 300.508(e)-(f). */
    DUE_PROCESS_ANSWER,
    /** D22: 34 CFR 300.508(d)(1). */
    SUFFICIENCY_OBJECTION,
    /** D22: 34 CFR 300.508(d)(2). */
    SUFFICIENCY_RULING,
    /** D23: 34 CFR 300.510(a)(1). */
    RESOLUTION_MEETING,
    /** D24: 34 CFR 300.510(b)(1). */
    RESOLUTION_PERIOD,
    /** D25: 34 CFR 300.510(e). */
    SETTLEMENT_VOID,
    /** D26: 34 CFR 300.515(a). */
    HEARING_DECISION,
    /** D27: 34 CFR 300.515(b). */
    STATE_LEVEL_REVIEW,
    /** D28: 34 CFR 300.512(a)(3), (b). */
    HEARING_DISCLOSURE,
    /** D29: 34 CFR 300.516(b). */
    CIVIL_ACTION,
    /** D30: 34 CFR 300.530(b), (d)(3). */
    REMOVAL_WITHOUT_SERVICES,
    /** D31: 34 CFR 300.536(a). */
    REMOVAL_BEFORE_CHANGE_OF_PLACEMENT,
    /** D32: 34 CFR 300.530(e)(1). */
    MANIFESTATION_DETERMINATION,
    /** D33: 34 CFR 300.530(h). */
    SAFEGUARDS_NOTICE,
    /** D34: 34 CFR 300.530(g). */
    INTERIM_SETTING,
    /** D35: 34 CFR 300.532(c)(2). */
    EXPEDITED_HEARING,
    /** D35: 34 CFR 300.532(c)(2). */
    EXPEDITED_DECISION,
    /** D36: 34 CFR 300.532(c)(3)(i). */
    EXPEDITED_RESOLUTION_MEETING,
    /** D36: 34 CFR 300.532(c)(3)(ii). */
    EXPEDITED_RESOLUTION_PERIOD,
    /** D37: 34 CFR 300.148(d)(1). */
    PRIVATE_PLACEMENT_NOTICE,
    /** D38: 34 CFR 300.133(c). */
    PRIVATE_SCHOOL_COUNT,
    /** D39: 34 CFR 300.641(a). */
    CHILD_COUNT,
    /** D40: 34 CFR 300.600(e). */
    CORRECTION_OF_NONCOMPLIANCE,
    /** D41: 34 CFR 300.503(a). */
    PRIOR_WRITTEN_NOTICE,
    /** State law: answer to a request for evaluation, or the assessment plan. */
    RESPONSE_TO_REFERRAL,
    /** State law: what the parent has to answer a proposed plan or programme. */
    ANSWER_TO_PLAN,
    /** State law: assessments done before the team meets. */
    ASSESSMENTS,
    /** State law: the meeting that decides on eligibility. */
    ELIGIBILITY_MEETING,
    /** State law: copy of the evaluation report to the parent. */
    REPORT_TO_PARENT,
    /** State law: draft papers to the parent before the meeting. */
    DRAFT_PAPERS,
    /** State law: notice of the meeting. */
    MEETING_NOTICE,
    /** State law: IEP meeting that the parent asked for. */
    IEP_MEETING_ON_REQUEST,
    /** State law: the written IEP after the meeting. */
    WRITTEN_IEP,
    /** State law: notice of the offer of a programme. */
    OFFER_NOTICE,
    /** State law: start of the programme. */
    IEP_IMPLEMENTATION,
    /** 34 CFR 300.502(b)(2). */
    INDEPENDENT_EVALUATION,
    /** 34 CFR 300.323(g). */
    RECORDS_FROM_FORMER_SCHOOL,
    /** 34 CFR 300.323(e)-(f). */
    COMPARABLE_SERVICES,
    /** State law: oral or online report of suspected abuse. */
    MANDATED_REPORT,
    /** State law: written follow-up of that report. */
    MANDATED_REPORT_IN_WRITING
}
