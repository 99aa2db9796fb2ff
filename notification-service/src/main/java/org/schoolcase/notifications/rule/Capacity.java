package org.schoolcase.notifications.rule;

/** As what a person is told something; the text speaks to him as that. */
public enum Capacity {
    STAFF,
    /** Holds the educational rights of a child. */
    GUARDIAN,
    /** The rights passed to him (34 CFR 300.520, 99.5). */
    ADULT_STUDENT,
    /** From him the rights passed to the adult student; required notices still go to him (34 CFR 300.520(a)(1)(i)). */
    PARENT_OF_ADULT
}
