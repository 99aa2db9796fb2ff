package org.schoolcase.referrals.consent;

/** What of a student's record can be disclosed to an agency, each only as far as the consent names it. */
public enum DisclosableField {
    NAME,
    BIRTH_DATE,
    GRADE,
    SCHOOL,
    LANGUAGE,
    GUARDIAN_CONTACT,
    REASON
}
