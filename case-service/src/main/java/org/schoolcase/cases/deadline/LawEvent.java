package org.schoolcase.cases.deadline;

/** A dated event that starts or completes a clock of law. */
public enum LawEvent {
    WRITTEN_REFERRAL_RECEIVED("the written referral was received"),
    CONSENT_RECEIVED("consent for evaluation was received"),
    EVALUATION_COMPLETED("the evaluation was completed"),
    ELIGIBILITY_DETERMINED("eligibility was determined"),
    IEP_MEETING_HELD("the IEP meeting was held"),
    PLACEMENT_DETERMINED("placement was determined"),
    IEP_IMPLEMENTED("the IEP was implemented");

    private final String words;

    LawEvent(String words) {
        this.words = words;
    }

    /** The event as a trace says it. */
    String words() {
        return words;
    }
}
