package org.schoolcase.students.identity.match;

/** What speaks for or against two records being one student; its weight is data. */
public enum Reason {
    GIVEN_NAME_EQUAL,
    GIVEN_NAME_NICKNAME,
    GIVEN_NAME_PART,
    GIVEN_NAME_ALIKE,
    GIVEN_NAME_DIFFERENT,
    FAMILY_NAME_EQUAL,
    FAMILY_NAME_PART,
    FAMILY_NAME_ALIKE,
    FAMILY_NAME_DIFFERENT,
    NAME_PARTS_TRANSPOSED,
    BIRTH_DATE_EQUAL,
    BIRTH_DATE_DAY_MONTH_SWAPPED,
    BIRTH_DATE_ONE_DIGIT_OFF,
    BIRTH_DATE_DIFFERENT,
    ID_SHARED,
    STATE_ID_DIFFERENT,
    GUARDIAN_SHARED,
    MAIL_SHARED,
    SCHOOL_SHARED,
    GRADE_EQUAL,
    GRADE_FAR
}
