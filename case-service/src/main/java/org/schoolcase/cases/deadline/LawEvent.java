package org.schoolcase.cases.deadline;

/** A dated event that starts or completes a clock of law. */
public enum LawEvent {
    WRITTEN_REFERRAL_RECEIVED("the written referral was received"),
    REFERRAL_MEETING_HELD("the meeting about the referral was held"),
    CONSENT_REQUESTED("consent for evaluation was asked for"),
    CONSENT_RECEIVED("consent for evaluation was received"),
    NO_NEW_DATA_NOTICE("notice was given that no more data are needed"),
    PLAN_RECEIVED("the parent received the proposed assessment plan"),
    EVALUATION_COMPLETED("the evaluation was completed"),
    EVALUATION_REPORTED("the evaluation report was completed"),
    ELIGIBILITY_DETERMINED("eligibility was determined"),
    IEP_MEETING_REQUESTED("the parent asked for an IEP meeting in writing"),
    IEP_MEETING_NOTICE_GIVEN("notice of the meeting was given"),
    IEP_MEETING_SCHEDULED("the IEP meeting takes place"),
    IEP_MEETING_HELD("the IEP meeting was held"),
    IEP_OFFERED("the programme was offered"),
    OFFER_NOTICE_RECEIVED("the parent received the notice of the offer"),
    PLACEMENT_DETERMINED("placement was determined"),
    IEP_WRITTEN("the written IEP was given"),
    IEP_IMPLEMENTED("the IEP was implemented"),
    SCHOOL_YEAR_STARTED("the school year began"),
    LAST_IEP_REVIEW("the IEP was last reviewed"),
    LAST_EVALUATION("the last evaluation or reevaluation was completed"),
    INDEPENDENT_EVALUATION_REQUESTED("the independent evaluation was asked for"),
    REEVALUATION_NOTICE_GIVEN("prior written notice of a proposed reevaluation was given"),
    REEVALUATION_CONSENT_RECEIVED("consent for reevaluation was received"),
    BIRTH("the student was born"),
    GRADE_EIGHT_ENTERED("the student entered grade 8"),
    GRADE_NINE_ENTERED("the student entered grade 9"),
    GRADE_NINE_ENDED("the student ended grade 9"),
    PART_C_REFERRED("the Part C referral was received"),
    SURROGATE_NEED_DETERMINED("the need of a surrogate was determined"),
    RECORDS_REQUESTED("the records were asked for"),
    HEARING_SCHEDULED("the hearing takes place"),
    RESOLUTION_SESSION_SCHEDULED("the resolution session takes place"),
    STATE_COMPLAINT_FILED("the State complaint was filed"),
    VIOLATION_KNOWN("the parent or agency knew or should have known"),
    COMPLAINT_RECEIVED("the due process complaint was received"),
    SUFFICIENCY_OBJECTED("the complaint was objected to as not sufficient"),
    RESOLUTION_WAIVED("both sides waived the resolution meeting in writing"),
    NO_AGREEMENT_CERTIFIED("both sides agreed in writing that no agreement is possible"),
    MEDIATION_WITHDRAWN("a side withdrew from the continued mediation"),
    SETTLEMENT_SIGNED("the settlement was signed"),
    REVIEW_REQUESTED("the State-level review was asked for"),
    FINAL_DECISION("the final decision was made"),
    REMOVAL_STARTED("the first day of the removal was served"),
    REMOVAL_DECIDED("the change of placement was decided"),
    EXPEDITED_COMPLAINT_FILED("the expedited complaint was filed"),
    EXPEDITED_NOTICE_RECEIVED("notice of the expedited complaint was received"),
    EXPEDITED_HEARING_HELD("the expedited hearing was held"),
    PRIVATE_PLACEMENT("the parent removes the child to a private school"),
    NONCOMPLIANCE_FOUND("the State found noncompliance in writing"),
    ACTION_PROPOSED("an action was proposed or refused"),
    SUSPICION_FORMED("reasonable cause to suspect abuse was formed"),
    ORAL_REPORT_MADE("the oral report was made"),
    STEP_COMPLETED("the step was done");

    private final String words;
    private final String dayZero;

    LawEvent(String words) {
        this.words = words;
        this.dayZero = "day 0: " + words;
    }

    /** The event as a trace says it. */
    String words() {
        return words;
    }

    /** What a trace says of the day of the event. */
    String dayZero() {
        return dayZero;
    }
}
