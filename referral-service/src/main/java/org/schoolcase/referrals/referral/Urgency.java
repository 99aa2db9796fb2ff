package org.schoolcase.referrals.referral;

/** How soon the student should be served: the FHIR request priorities. */
public enum Urgency {
    ROUTINE,
    URGENT,
    ASAP,
    STAT
}
